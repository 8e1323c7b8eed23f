/// granary search SCENARIO --lever NAME... --ration-above KG | --deaths-below MILLION

#include "granary/study/search.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/usage.hpp"
#include "cli/vary.hpp"
#include "granary/document/csv_provenance.hpp"
#include "granary/document/heading.hpp"
#include "granary/document/study/search_json.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/write/number.hpp"
#include "granary/write/refuse_to_replace.hpp"
#include "granary/write/text.hpp"

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
        if (options.scale)
            wrong(fmt::format("--scale does not go with --lever {}: a date is searched, not a size",
                              levers.front()));
        std::vector<Decision> decisions;
        for (const auto& lever : levers) decisions.push_back(decision_in(lever));
        return Variation::date(std::move(decisions));
    }
    if (levers.size() > 1)
        wrong(
            "one lever is searched at a time; several only as a decision, each with its value, "
            "such as --lever pressure=0 --lever verification=2");
    const auto row = lever_row(levers.front());
    return options.scale ? Variation::scale(row) : Variation::lever(row);
}

Variation variation_of(const SearchOptions& options) {
    if (options.levers.empty() == options.parameter.empty())
        wrong("what may change: give --lever or --parameter, one of them");
    if (options.parameter.empty()) return levers_varied(options);
    if (options.scale) wrong("--scale is for a lever's schedule, not for a parameter");
    return Variation::parameter(parameter_row(options.parameter));
}

SearchPlan plan_of(const SearchOptions& options) {
    const auto condition = condition_of(options);
    const auto variation = variation_of(options);
    SearchPlan plan{load_scenario(options.scenario, options.settings), variation, condition};
    refuse_to_replace(plan.scenario, options.output.file);
    if (options.year) measure_called("rural_ration_kg", options.year, plan.scenario);
    if (!range_of(plan.scenario, variation))
        wrong(fmt::format("{} is 0 throughout in {}: a multiple of it changes nothing",
                          Lever::table[variation.row].name, options.scenario));
    return plan;
}

bool is_date(const SearchPlan& plan) {
    return plan.variation.of == Variation::Of::date;
}

std::string unit_after(const std::string& unit) {
    return unit == "1" ? "" : " " + unit;
}

std::string value_text(const SearchPlan& plan, double value) {
    if (is_date(plan)) return fmt::format("{} ({:.6f})", date_time_text(instant_at(value)), value);
    return fmt::format("{:.8g}{}", value, unit_after(plan.variation.unit()));
}

std::string stretch_text(const SearchPlan& plan, const ValueRange& stretch) {
    return fmt::format("from {} to {}", value_text(plan, stretch.low),
                       value_text(plan, stretch.high));
}

std::string figure_text(const SearchPlan& plan, double figure) {
    const auto measure = plan.condition.measure();
    return fmt::format("{} {}", measure.name(), fixed(figure, 2));
}

std::string kept_text(const SearchPlan& plan, const SearchResult& result) {
    std::string text;
    for (const auto& stretch : result.kept())
        text += (text.empty() ? "" : " and ") + stretch_text(plan, stretch);
    return text;
}

/// Both sides of each crossing; figures so near the threshold are told by their distance from it.
std::string crossings_table(const SearchPlan& plan, const SearchResult& result, bool strong) {
    const auto measure = plan.condition.measure();
    TextTable table({{"", "", Align::left},
                     {is_date(plan) ? "from" : "at", is_date(plan) ? "" : plan.variation.unit()},
                     {measure.name(), measure.unit()},
                     {"from threshold", measure.unit()}});
    const auto add = [&](std::string side, const Trial& trial) {
        table.add({std::move(side),
                   is_date(plan) ? fmt::format("{} ({:.9f})",
                                               date_time_text(instant_at(trial.value)), trial.value)
                                 : fmt::format("{:.10g}", trial.value),
                   fixed(trial.figure, 6),
                   fmt::format("{:+.1e}", trial.figure - plan.condition.threshold)});
    };
    for (const auto& [kept, lost] : result.crossings) {
        add("kept", kept);
        add("lost", lost);
    }
    return table.text(strong);
}

std::string answer_text(const SearchPlan& plan, const SearchResult& result) {
    const auto range = stretch_text(plan, result.range);
    switch (answer_of(plan, result)) {
        case Answer::not_reachable:
            return fmt::format("Not reachable within the range, {}: the best is {}, at {}.", range,
                               figure_text(plan, result.best.figure),
                               value_text(plan, result.best.value));
        case Answer::no_change_needed:
            return fmt::format("No change is needed: {} as the scenario stands.",
                               figure_text(plan, result.figure_as_is));
        case Answer::kept_everywhere:
            return fmt::format("Kept anywhere {}.", range);
        case Answer::no_latest_date:
            return "There is no latest date: it is not kept before any of the crossings.";
        case Answer::least_change:
            break;
    }
    const auto value = least_change(plan, result)->kept.value;
    return fmt::format(
        "{}: {}, to within {:.0g}{}.", is_date(plan) ? "The latest date" : "The least change",
        value_text(plan, value), result.tolerance, unit_after(plan.variation.unit()));
}

std::string where_it_holds(const SearchPlan& plan, const SearchResult& result, bool strong) {
    if (result.crossings.empty()) return {};
    std::string text = wrapped("It holds " + kept_text(plan, result) + ".") + '\n';
    if (result.crossings.size() > 1)
        text += fmt::format("Not monotone here: these are the {} crossings.\n",
                            result.crossings.size());
    return text + "Each was run on both sides:\n" + crossings_table(plan, result, strong);
}

std::string question(const SearchPlan& plan) {
    const auto kept = plan.condition.text();
    switch (plan.variation.of) {
        case Variation::Of::date:
            return fmt::format("How late may {} be decided, to keep {}?",
                               plan.variation.name().substr(std::string_view("date of ").size()),
                               kept);
        case Variation::Of::scale:
            return fmt::format("Which multiple of its own {} keeps {}?",
                               Lever::table[plan.variation.row].name, kept);
        default:
            return fmt::format("Which {}, the same throughout, keeps {}?", plan.variation.name(),
                               kept);
    }
}

std::string text_of(const SearchPlan& plan, const SearchResult& result,
                    const SearchOptions& options) {
    const bool strong = options.output.strong();
    auto body = wrapped(answer_text(plan, result)) + '\n' + where_it_holds(plan, result, strong);
    if (options.quiet) return body;
    return heading(plan.scenario, options.settings, strong) + '\n' + wrapped(question(plan)) +
           '\n' + body +
           wrapped(fmt::format("The scenario itself: {}. {} runs; between the points of the scan "
                               "crossings were looked for by {}.",
                               figure_text(plan, result.figure_as_is), result.runs,
                               result.exact_slopes ? "exact derivatives" : "differences")) +
           '\n';
}

std::string csv_of(const SearchPlan& plan, const SearchResult& result,
                   const SearchOptions& options) {
    Csv csv;
    if (!options.quiet) {
        csv.comment(title_of(plan.scenario));
        csv.comment("scenario: " + options.scenario);
        csv.comment(question(plan));
        csv.comment(answer_text(plan, result));
        add_provenance(options.settings, csv);
    }
    const auto figure = plan.condition.measure().name();
    csv.row(std::vector<std::string>{"varied", "kept_at", "kept_" + figure, "lost_at",
                                     "lost_" + figure});
    for (const auto& [kept, lost] : result.crossings)
        csv.row(std::vector<std::string>{plan.variation.name(), shortest(kept.value),
                                         shortest(kept.figure), shortest(lost.value),
                                         shortest(lost.figure)});
    return csv.text();
}

std::string written(Format format, const SearchPlan& plan, const SearchResult& result,
                    const SearchOptions& options) {
    switch (format) {
        case Format::csv:
            return csv_of(plan, result, options);
        case Format::json:
            return search_json({plan.scenario, options.scenario, options.settings}, plan, result,
                               {question(plan), answer_text(plan, result)});
        default:
            return text_of(plan, result, options);
    }
}

}  // namespace

void search_scenario(const SearchOptions& options) {
    const Format format = options.output.chosen();
    const auto plan = plan_of(options);
    refuse_to_replace(plan.scenario, options.output.file);
    const auto result = search(plan);
    emit(options.output, written(format, plan, result, options));
}

}  // namespace granary::cli
