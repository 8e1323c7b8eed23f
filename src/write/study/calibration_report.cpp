#include "granary/write/study/calibration_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <tuple>

#include "granary/run.hpp"
#include "granary/write/number.hpp"
#include "granary/write/text.hpp"
#include "write/markdown.hpp"
#include "write/study/calibration_unfitted.hpp"

namespace granary {
namespace {

using markdown::code, markdown::escaped, markdown::fixed, markdown::shortest,
    markdown::signed_fixed, markdown::Table;
using Markup = Literal<InMarkdown>;

Eigen::Index place(std::size_t i) {
    return static_cast<Eigen::Index>(i);
}

bool met(const Target& target, double figure) {
    return abs(figure - target.value) <= target.tolerance;
}

std::size_t count_met(const CalibrationPlan& plan, const Fit& fit) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < plan.targets.size(); ++i)
        count += met(plan.targets[i], fit.at.figures[place(i)]) ? 1 : 0;
    return count;
}

std::string_view name_of(const CalibrationPlan& plan, std::size_t k) {
    return Parameter::table[plan.fitted[k].row].name;
}

MarkdownText targets(const CalibrationPlan& plan, const Fit& fit) {
    Table table({"figure", "record", "model", "miss", "tolerance", "", "basis"});
    for (std::size_t i = 0; i < plan.targets.size(); ++i) {
        const auto& target = plan.targets[i];
        const double figure = fit.at.figures[place(i)];
        table.row({escaped(target.label), fixed(target.value, 2), fixed(figure, 2),
                   signed_fixed(figure - target.value, 2), fixed(target.tolerance, 2),
                   met(target, figure) ? Markup("met") : Markup("**missed**"),
                   escaped(target.basis)});
    }
    return table.text();
}

/// What only the shipped plan can be said to do.
constexpr Markup shipped_claims =
    " Two claims and one belief are fitted by the two wave heights, the exaggeration per level and "
    "the belief lag: four values for three data, so those three are fitted, not predicted. The "
    "targets do not agree with each other: in 1960-61 the registered population falls by 10.0 and "
    "3.5 million where registered births less deaths give -3.0 and +2.5, so no model can meet both "
    "in single years, and their tolerances are as wide as that asks for.";

MarkdownText targets_section(const CalibrationFindings& findings) {
    const auto& [plan, fit] = std::tie(findings.plan, findings.best);
    return filled<InMarkdown>(
        "## Targets\n\n{} of {} are met.{}\n\n{}\n", count_met(plan, fit), plan.targets.size(),
        findings.shipped_plan ? shipped_claims : Markup(""), targets(plan, fit));
}

/// The figures of what was held out, at the fit.
Eigen::VectorXd beside_the_fit(const CalibrationPlan& plan, const Fit& fit) {
    if (plan.held_out.empty()) return {};
    CalibrationPlan unseen = plan;
    unseen.targets = plan.held_out;
    return evaluate(unseen, fit.values);
}

MarkdownText held_out_section(const CalibrationPlan& plan, const Fit& fit) {
    if (plan.held_out.empty()) return {};
    Table table({"figure", "record", "model", "miss", "tolerance", "basis"});
    const auto figures = beside_the_fit(plan, fit);
    for (std::size_t i = 0; i < plan.held_out.size(); ++i) {
        const auto& target = plan.held_out[i];
        table.row({escaped(target.label), fixed(target.value, 2), fixed(figures[place(i)], 2),
                   signed_fixed(figures[place(i)] - target.value, 2), fixed(target.tolerance, 2),
                   escaped(target.basis)});
    }
    return filled<InMarkdown>("## Held out\n\nThe plan holds {} figures out of the fit.\n\n{}\n",
                              plan.held_out.size(), table.text());
}

MarkdownText constants(const CalibrationPlan& plan, const Fit& fit) {
    Table table({"constant", "value", "standard error", "prior", "bounds", "moved", "pinned"});
    MarkdownText faults;
    for (std::size_t k = 0; k < plan.fitted.size(); ++k) {
        const auto& row = Parameter::table[plan.fitted[k].row];
        const auto& prior = plan.fitted[k].prior;
        const double value = fit.values[place(k)], width = prior.high - prior.low;
        const double error = sqrt(fit.covariance(place(k), place(k)));
        const double share = error / prior.deviation;
        if (std::min(value - prior.low, prior.high - value) < 0.02 * width)
            faults += filled<InMarkdown>(
                "- {} lies within 2% of a bound: a fault of its equation.\n", escaped(row.name));
        table.row({escaped(row.name), fixed(value, 5), fixed(error, 5), shortest(prior.mean),
                   filled<InMarkdown>("{} to {}", shortest(prior.low), shortest(prior.high)),
                   signed_fixed((value - prior.mean) / prior.deviation, 2),
                   fixed(1.0 - share * share, 2)});
    }
    return filled<InMarkdown>(
        "## Constants\n\n\"Moved\" counts prior standard deviations; \"pinned\" is 1 less the "
        "share "
        "of the prior variance that is left, and its sum, {}, is the effective number of fitted "
        "values beside {} data. Where it is near 0 the record does not move the constant, and it "
        "stays at its prior.\n\n{}\n{}\n",
        fixed(effective_values(plan, fit), 2), plan.targets.size(), table.text(),
        faults.empty() ? Markup("No constant lies within 2% of a bound.\n") : faults);
}

/// The constants that make up most of a direction, largest first.
MarkdownText direction(const CalibrationPlan& plan, const Eigen::VectorXd& parts) {
    std::vector<std::size_t> order(plan.fitted.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return abs(parts[place(a)]) > abs(parts[place(b)]);
    });
    MarkdownText text;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, order.size()); ++i)
        text += filled<InMarkdown>("{}{} {}", i == 0 ? Markup("") : Markup(", "),
                                   signed_fixed(parts[place(order[i])], 2),
                                   escaped(name_of(plan, order[i])));
    return text;
}

MarkdownText pins(const CalibrationPlan& plan, const Fit& fit) {
    const auto seen = sight(plan, fit);
    Table table({"singular value", "mostly"});
    for (Eigen::Index i = 0; i < seen.singular_values.size(); ++i)
        table.row({fixed(seen.singular_values[i], 3), direction(plan, seen.directions.col(i))});
    MarkdownText pairs;
    for (const auto& pair : correlated_pairs(fit, 0.95))
        pairs += filled<InMarkdown>("- {} and {}: {}\n", escaped(name_of(plan, pair.first)),
                                    escaped(name_of(plan, pair.second)),
                                    signed_fixed(pair.correlation, 3));
    return filled<InMarkdown>(
        "## What pins what\n\nSingular values of the Jacobian in units of tolerance and prior: "
        "above 1 the record says more than the prior, well below 1 it does not see the "
        "direction.\n\n{}\nPairs correlated beyond 0.95:\n\n{}\n",
        table.text(), pairs.empty() ? Markup("None.\n") : pairs);
}

MarkdownText starts(const CalibrationFindings& findings) {
    const auto& fits = findings.starts;
    if (fits.empty()) return {};
    const double best = fits.front().cost, worst = fits.back().cost;
    const auto near = static_cast<std::size_t>(std::count_if(
        fits.begin(), fits.end(), [&](const Fit& fit) { return fit.cost - best < 1e-6; }));
    MarkdownText second = Markup("none other was found");
    if (near < fits.size())
        second = filled<InMarkdown>("the next best costs {}", fixed(fits[near].cost, 6));
    return filled<InMarkdown>(
               "## Starts\n\n{} starts by a Latin hypercube over the bounds: {} reach the same "
               "optimum (cost {}, within 1e-6), {}; the worst ends at {}.\n\n",
               fits.size(), near, fixed(best, 6), second, fixed(worst, 6)) +
           Markup(
               "Many starts that end at one optimum say that the search found it. They do not say "
               "that the record settles the constants: other readings, with other deaths or "
               "another form of unequal access, fit about as well.\n\n");
}

MarkdownText false_record_table(const CalibrationFindings& findings) {
    if (findings.falsified.empty()) return {};
    Table table({"record", "cost", "of it the targets", "targets met", "worst miss"});
    const auto row = [&](const MarkdownText& name, const CalibrationPlan& plan, const Fit& fit) {
        std::size_t worst = 0;
        const auto off = [&](std::size_t i) {
            return abs(fit.at.figures[place(i)] - plan.targets[i].value) /
                   plan.targets[i].tolerance;
        };
        for (std::size_t i = 0; i < plan.targets.size(); ++i)
            if (off(i) > off(worst)) worst = i;
        table.row({name, fixed(fit.cost, 2), fixed(fit.data_cost, 2),
                   filled<InMarkdown>("{} of {}", count_met(plan, fit), plan.targets.size()),
                   filled<InMarkdown>("{}: {} beside {}", escaped(plan.targets[worst].label),
                                      fixed(fit.at.figures[place(worst)], 1),
                                      fixed(plan.targets[worst].value, 1))});
    };
    row(Markup("as recorded"), findings.plan, findings.best);
    for (const auto& [record, fit] : findings.falsified)
        row(escaped(record.name), record.plan, fit);
    return filled<InMarkdown>(
        "## Can it be bent to anything?\n\nThe same calibration on records that are false. What "
        "the model cannot be bent to is what it says.\n\n{}\n",
        table.text());
}

MarkdownText held_out_table(const HeldOut& held) {
    Table table({"figure", "record", "model", "miss", "last value", "miss", "line", "miss"});
    double model = 0, last = 0, line = 0;
    for (const auto& [target, said, persists, straight] : held.forecasts) {
        const double scale = 0.5 * target.tolerance;
        model += (said - target.value) * (said - target.value) / (scale * scale);
        last += (persists - target.value) * (persists - target.value) / (scale * scale);
        line += (straight - target.value) * (straight - target.value) / (scale * scale);
        table.row({escaped(target.label), fixed(target.value, 2), fixed(said, 2),
                   signed_fixed(said - target.value, 2), fixed(persists, 2),
                   signed_fixed(persists - target.value, 2), fixed(straight, 2),
                   signed_fixed(straight - target.value, 2)});
    }
    const auto root = [&](double sum) {
        const auto n = static_cast<double>(held.forecasts.size());
        return n > 0 ? fixed(sqrt(sum / n), 2) : Markup("-");
    };
    return filled<InMarkdown>(
        "### {}\n\n{} targets seen, {} foretold. Root mean square miss in standard deviations of "
        "the targets: model {}, last value {}, straight line {}.\n\n{}\n",
        escaped(held.name), held.plan.targets.size(), held.forecasts.size(), root(model),
        root(last), root(line), table.text());
}

MarkdownText held_out(const CalibrationFindings& findings) {
    if (findings.held_out.empty()) return {};
    MarkdownText text = Markup(
        "## Years not seen\n\nConstants fitted to the first years alone, then the later years "
        "foretold with the levers as recorded, beside two naive rivals. The equations were "
        "designed with the whole record in view, so even this flatters.\n\n");
    for (const auto& held : findings.held_out) text += held_out_table(held);
    return text;
}

MarkdownText knots(const CalibrationFindings& findings) {
    if (findings.knots.empty()) return {};
    Table table({"lever", "from", "height", "moves the ration of 1961 by, kg", "source"});
    for (const auto& [lever, knot, change] : findings.knots) {
        const auto& height = knot.height;
        table.row({escaped(Lever::table[lever].name),
                   knot.at == Schedule::always ? Markup("always") : escaped(date_text(knot.at)),
                   height.parameter == Height::no_parameter
                       ? shortest(height.factor)
                       : escaped(Parameter::table[height.parameter].name),
                   signed_fixed(change, 2),
                   knot.source.empty() ? Markup("held throughout") : escaped(knot.source)});
    }
    return filled<InMarkdown>(
        "## Lever knots\n\nEach height raised by a tenth of its lever's range.{}\n\n{}\n",
        findings.shipped_plan
            ? Markup(" Lever shapes and heights were committed before the first fit; none "
                     "was changed since.")
            : Markup(""),
        table.text());
}

/// Where the plan stands and where the constants went.
MarkdownText files_of(const CalibrationFindings& findings) {
    const auto& constants = findings.constants;
    if (findings.shipped_plan)
        return filled<InMarkdown>(
            "What is fitted to what stands in {}, the result in {}; the other readings have files "
            "of their own beside these.",
            code("plans/" + findings.plan.name + ".toml"),
            code("readings/" + findings.plan.name + ".toml"));
    const auto& plan = findings.plan.file;
    if (plan.empty()) return {};
    const auto result =
        constants.empty() ? MarkdownText() : Markup(", the result in ") + code(constants);
    return filled<InMarkdown>("What is fitted to what stands in {}{}.", code(plan), result);
}

}  // namespace

MarkdownText calibration_report(const CalibrationFindings& findings) {
    const auto& plan = findings.plan;
    const auto& best = findings.best;
    auto text = filled<InMarkdown>(
        "# Calibration\n\nWritten by {}; not to be edited by hand. {} Maximum a posteriori: half "
        "the sum of squared misses in standard deviations (a tolerance is two), plus the prior. "
        "Cost {}, of it the targets {}; {} iterations. The equations were designed with the whole "
        "record in view, so agreement within the sample flatters.\n\n",
        code(findings.command), files_of(findings), markdown::fixed(best.cost, 6),
        markdown::fixed(best.data_cost, 6), best.iterations);
    if (!findings.picture.empty())
        text += filled<InMarkdown>("![Model and record]({})\n\n",
                                   markdown::link_target(findings.picture));
    text += targets_section(findings) + held_out_section(plan, best) + unfitted_section(findings) +
            constants(plan, best) + pins(plan, best) + starts(findings);
    text += false_record_table(findings) + held_out(findings) + knots(findings);
    return markdown::ended(text);
}

std::string target_table(const CalibrationPlan& plan, const Fit& fit) {
    const auto unseen = beside_the_fit(plan, fit);
    TextTable table({{"figure", "", Align::left},
                     {"record", ""},
                     {"model", ""},
                     {"miss", ""},
                     {"tolerance", ""},
                     {"", "", Align::left}});
    for (std::size_t i = 0; i < plan.targets.size(); ++i) {
        const auto& target = plan.targets[i];
        const double figure = fit.at.figures[place(i)];
        table.add({target.label, granary::fixed(target.value, 2), granary::fixed(figure, 2),
                   granary::signed_fixed(figure - target.value, 2),
                   granary::fixed(target.tolerance, 2), met(target, figure) ? "met" : "missed"});
    }
    for (std::size_t i = 0; i < plan.held_out.size(); ++i) {
        const auto& target = plan.held_out[i];
        table.add({target.label, granary::fixed(target.value, 2),
                   granary::fixed(unseen[place(i)], 2),
                   granary::signed_fixed(unseen[place(i)] - target.value, 2),
                   granary::fixed(target.tolerance, 2), "held out"});
    }
    return table.text() + fmt::format("{} of {} met\n", count_met(plan, fit), plan.targets.size());
}

}  // namespace granary
