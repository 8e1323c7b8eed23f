/// granary search SCENARIO --lever NAME... --ration-above KG | --deaths-below MILLION

#include "granary/study/search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/readings.hpp"
#include "cli/usage.hpp"
#include "cli/vary.hpp"
#include "granary/document/study/search_json.hpp"
#include "granary/document/study/search_text.hpp"
#include "granary/write/refuse_to_replace.hpp"

namespace granary::cli {
namespace {

Condition condition_of(const SearchOptions& options) {
    if (options.ration_above.has_value() == options.deaths_below.has_value())
        wrong("what must hold: give --ration-above KG or --deaths-below MILLION, one of them");
    const bool ration = options.ration_above.has_value();
    const double threshold = ration ? *options.ration_above : *options.deaths_below;
    const double most = ration ? 1000 : 10000;
    if (!(threshold > 0 && threshold <= most))
        wrong(fmt::format("--{} {}: a number above 0, at most {}",
                          ration ? "ration-above" : "deaths-below", threshold, most));
    return {ration ? Condition::Of::ration_above_kg : Condition::Of::deaths_below_million,
            threshold, options.year};
}

bool has_value(const std::string& argument) {
    return argument.find('=') != std::string::npos;
}

/// Levers with values: from which date they are set. Without: how high, or how much of the
/// schedule.
Variation levers_varied(const SearchOptions& options) {
    const auto& levers = options.levers;
    if (std::all_of(levers.begin(), levers.end(), has_value)) {
        std::vector<Decision> decisions;
        for (const auto& lever : levers) decisions.push_back(decision_in(lever));
        return Variation::date(std::move(decisions));
    }
    if (levers.size() > 1)
        wrong(
            "one lever is searched at a time; several only as a decision, each with its value, "
            "such as --lever pressure=0 --lever verification=2");
    if (const auto name = scaled_in(levers.front())) return Variation::scale(lever_row(*name));
    return Variation::lever(lever_row(levers.front()));
}

Variation variation_of(const SearchOptions& options) {
    if (options.levers.empty() == options.parameter.empty())
        wrong("what may change: give --lever or --parameter, one of them");
    if (options.parameter.empty()) return levers_varied(options);
    return Variation::parameter(parameter_row(options.parameter));
}

SearchPlan plan_of(const SearchOptions& options, Scenario scenario) {
    const auto condition = condition_of(options);
    const auto variation = variation_of(options);
    SearchPlan plan{std::move(scenario), variation, condition};
    refuse_to_replace(plan.scenario, options.output.file);
    if (options.year) measure_called("rural_ration_kg", options.year, plan.scenario);
    if (!range_of(plan.scenario, variation)) wrong(*scale_problem(plan.scenario, variation.row, 1));
    return plan;
}

Written written_as(Format format, const SearchPlan& plan, const SearchResult& result,
                   const SearchOptions& options) {
    const RunDescription what{plan.scenario, options.scenario, options.settings};
    switch (format) {
        case Format::csv:
            return written(search_csv(what, plan, result), options.quiet);
        case Format::json:
            return search_json(what, plan, result);
        default:
            return search_text(what, plan, result, {options.quiet, options.output.strong()});
    }
}

}  // namespace

void search_scenario(const SearchOptions& options) {
    const Format format = options.output.chosen();
    require_table_for_all(options.reading, format);
    std::vector<Written> parts;
    for (auto& [argument, scenario] :
         asked_scenarios({&options.scenario, 1}, options.settings, options.reading)) {
        const auto plan = plan_of(options, std::move(scenario));
        parts.push_back(written_as(format, plan, search(plan), options));
    }
    emit(options.output, one_below_the_other(std::move(parts)));
}

}  // namespace granary::cli
