#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "document/reference/validation_parts.hpp"
#include "granary/analysis/tested.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/read/study/calibration_file.hpp"
#include "granary/run.hpp"
#include "granary/study/calibration_checks.hpp"
#include "granary/study/design.hpp"
#include "granary/study/parallel.hpp"
#include "granary/study/prior.hpp"
#include "write/markdown.hpp"

namespace granary::validation {
namespace {

using markdown::code, markdown::escaped, markdown::fixed, markdown::Table, markdown::wrapped;
using Markup = Literal<InMarkdown>;

struct Misses {
    double worst_ration_kg = 0;
    std::string names;
    std::size_t count = 0;
};

Misses misses_of(const CalibrationPlan& plan, const Fit& fit) {
    Misses misses;
    Eigen::Index place = 0;
    for (const auto& target : plan.targets) {
        const double off = fit.at.figures[place++] - target.value;
        if (target.label.starts_with("rural_ration_kg") && target.from.year < 1962)
            misses.worst_ration_kg = std::max(misses.worst_ration_kg, std::fabs(off));
        if (std::fabs(off) <= target.tolerance) continue;
        ++misses.count;
        misses.names += (misses.names.empty() ? "" : ", ") + target.label;
    }
    return misses;
}

/// Root mean square, in standard deviations: a tolerance is two.
double miss_of_years_not_seen(const CalibrationPlan& plan) {
    const auto held = hold_out(plan, Instant{1961, 0}, false);
    double sum = 0;
    for (const auto& forecast : held.forecasts) {
        const double off = (forecast.model - forecast.target.value) / forecast.target.tolerance;
        sum += 4 * off * off;
    }
    return std::sqrt(sum / static_cast<double>(held.forecasts.size()));
}

/// Deaths over members drawn from the prior of a reading's constants.
struct PriorDeaths {
    std::vector<double> millions;  ///< in rising order
    std::size_t untested = 0;

    double below(double share) const {
        return millions[static_cast<std::size_t>(share * static_cast<double>(millions.size() - 1))];
    }
};

PriorDeaths prior_deaths(const Scenario& scenario) {
    constexpr std::size_t members = 1000;
    const auto varied = prior(scenario);
    const Points points(Design::lhs, members, varied.size(), 1);
    PriorDeaths deaths{std::vector<double>(members), 0};
    std::vector<char> untested(members);
    for_each_part(members, [&](std::size_t i) {
        const auto member = member_scenario(scenario, varied, points.at(i));
        const auto run = simulate(member);
        deaths.millions[i] = run.excess_deaths_million();
        untested[i] = causes_untested(member, run).empty() ? 0 : 1;
    });
    std::sort(deaths.millions.begin(), deaths.millions.end());
    deaths.untested = static_cast<std::size_t>(std::count(untested.begin(), untested.end(), 1));
    return deaths;
}

}  // namespace

MarkdownText fits(const Readings& readings) {
    Table table({"reading", "what", "cost", "effective constants", "targets met", "missed",
                 "worst ration of 1957-61, kg off", "years not seen"});
    for (const auto& reading : readings) {
        const auto plan = load_calibration(reading.name);
        const auto best = fit(plan, prior_centres(plan));
        const auto misses = misses_of(plan, best);
        table.row({code(reading.name), escaped(reading.title), fixed(best.cost, 2),
                   fixed(effective_values(plan, best), 1),
                   filled<InMarkdown>("{} of {}", plan.targets.size() - misses.count,
                                      plan.targets.size()),
                   misses.names.empty() ? MarkdownText(Markup("none")) : escaped(misses.names),
                   fixed(misses.worst_ration_kg, 2), fixed(miss_of_years_not_seen(plan), 2)});
    }
    return Markup("## How each fits\n\n") +
           wrapped(Markup(
               "The cost is half the sum of squared misses in standard deviations, prior "
               "included; readings of different deaths have different targets, so that their "
               "costs are not of one scale. Years not seen: fitted to what was known by January "
               "1961, the root mean square miss of the later targets in standard deviations.")) +
           "\n\n" + table.text();
}

MarkdownText priors(const Readings& readings) {
    Table table({"reading", "5%", "half", "95%", "members outside of the tested range"});
    for (const auto& reading : readings) {
        const auto deaths = prior_deaths(history_under(reading));
        table.row({code(reading.name), fixed(deaths.below(0.05), 1), fixed(deaths.below(0.5), 1),
                   fixed(deaths.below(0.95), 1),
                   filled<InMarkdown>("{}%", fixed(100 * static_cast<double>(deaths.untested) /
                                                       static_cast<double>(deaths.millions.size()),
                                                   0))});
    }
    return Markup("## What the prior alone would say\n\n") +
           wrapped(Markup(
               "Excess deaths, million, of 1000 members drawn from the prior of each reading's "
               "constants: what the equations allow before the record is looked at. What the "
               "record leaves of it is far narrower; this is no statement about the famine.")) +
           "\n\n" + table.text();
}

}  // namespace granary::validation
