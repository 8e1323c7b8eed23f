#include "granary/document/study/search_text.hpp"

#include <fmt/format.h>

#include "granary/analysis/tested.hpp"
#include "granary/analysis/tolls.hpp"
#include "granary/document/csv_provenance.hpp"
#include "granary/document/heading.hpp"
#include "granary/write/number.hpp"
#include "granary/write/text.hpp"

namespace granary {
namespace {

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

std::string where_it_holds(const SearchPlan& plan, const SearchResult& result, bool strong) {
    if (result.crossings.empty()) return {};
    std::string text = wrapped("It holds " + kept_text(plan, result) + ".") + '\n';
    if (result.crossings.size() > 1)
        text += fmt::format("Not monotone here: these are the {} crossings.\n",
                            result.crossings.size());
    return text + "Each was run on both sides:\n" + crossings_table(plan, result, strong);
}

/// What must be known of tolls; empty where none is told.
std::string words_on_tolls(const SearchPlan& plan) {
    if (!is_toll(plan.condition.measure().name())) return {};
    return wrapped(reading_note(plan.scenario.reading)) + '\n';
}

}  // namespace

std::string search_question(const SearchPlan& plan) {
    const auto kept = plan.condition.text();
    switch (plan.variation.of) {
        case Variation::Of::date:
            return fmt::format("How late may {} be decided, to keep {}?",
                               plan.variation.name().substr(std::string_view("date of ").size()),
                               kept);
        case Variation::Of::scale:
            return fmt::format("Which multiple of its own {} keeps {}?",
                               Lever::table[plan.variation.row].name, kept);
        case Variation::Of::lever:
            return fmt::format("Which {}, held throughout, keeps {}?",
                               Lever::table[plan.variation.row].name, kept);
        default:
            return fmt::format("Which {} keeps {}?", plan.variation.name(), kept);
    }
}

std::string search_answer(const SearchPlan& plan, const SearchResult& result) {
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

std::string search_text(const RunDescription& what, const SearchPlan& plan,
                        const SearchResult& result, const TextStyle& style) {
    auto body =
        wrapped(search_answer(plan, result)) + '\n' + where_it_holds(plan, result, style.strong);
    if (style.quiet) return body;
    const auto parts = parts_note(what.scenario);
    return heading(what.scenario, what.settings, style.strong) + '\n' +
           wrapped(search_question(plan)) + '\n' + body +
           wrapped(fmt::format("The scenario itself: {}. {} runs; between the points of the scan "
                               "crossings were looked for by {}.",
                               figure_text(plan, result.figure_as_is), result.runs,
                               result.exact_slopes ? "exact derivatives" : "differences")) +
           '\n' + words_on_tolls(plan) + (parts.empty() ? "" : parts + '\n');
}

Csv search_csv(const RunDescription& what, const SearchPlan& plan, const SearchResult& result) {
    Csv csv;
    add_scenario(what, csv);
    csv.comment(search_question(plan));
    csv.comment(search_answer(plan, result));
    add_provenance(what.settings, csv);
    if (const auto parts = parts_note(what.scenario); !parts.empty()) csv.comment(parts);
    const auto figure = plan.condition.measure().name();
    csv.row(std::vector<std::string>{"varied", "kept_at", "kept_" + figure, "lost_at",
                                     "lost_" + figure});
    for (const auto& [kept, lost] : result.crossings)
        csv.row(std::vector<std::string>{plan.variation.name(), shortest(kept.value),
                                         shortest(kept.figure), shortest(lost.value),
                                         shortest(lost.figure)});
    return csv;
}

}  // namespace granary
