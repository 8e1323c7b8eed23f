#include "granary/document/study/search_json.hpp"

#include "granary/document/study/variation_json.hpp"

namespace granary {
namespace {

using schema::defined;
using schema::list_of;
using schema::Object;
using schema::typed;

constexpr std::string_view answers[] = {"not_reachable", "no_change_needed", "kept_everywhere",
                                        "no_latest_date", "least_change"};

Json range_json(const ValueRange& range) {
    return JsonObject().add("low", range.low).add("high", range.high);
}

Json trial_json(const Trial& trial) {
    return JsonObject().add("value", trial.value).add("figure", trial.figure);
}

Json crossing_json(const Crossing& crossing) {
    return JsonObject()
        .add("kept", trial_json(crossing.kept))
        .add("lost", trial_json(crossing.lost));
}

Json condition_json(const Condition& condition) {
    const auto measure = condition.measure();
    return JsonObject()
        .add("text", condition.text())
        .add("figure", measure.name())
        .add("unit", measure.unit())
        .add("side", condition.of == Condition::Of::ration_above_kg ? "above" : "below")
        .add("threshold", condition.threshold);
}

Object range_schema(std::string_view description) {
    return Object(description)
        .needed("low", typed("number", "Where it begins."))
        .needed("high", typed("number", "Where it ends."));
}

Object trial_schema() {
    return Object("A run.")
        .needed("value", typed("number", "Of what is turned, in its unit; a date in years."))
        .needed("figure", schema::typed_or_null("number", "What the condition looks at."));
}

Object crossing_schema() {
    return Object(
               "Where the condition begins or ceases to hold: two runs no further apart than "
               "the tolerance.")
        .needed("kept", defined("trial"))
        .needed("lost", defined("trial"));
}

Object condition_schema() {
    return Object("What is to hold.")
        .needed("text", typed("string", "In words."))
        .needed("figure", typed("string", "The figure that is looked at."))
        .needed("unit", typed("string", "Its unit."))
        .needed("side", schema::one_of_texts({"above", "below"}, "Where it is to be."))
        .needed("threshold", typed("number", "Of what."));
}

Json answer_schema() {
    return schema::one_of_texts(
        {answers[0], answers[1], answers[2], answers[3], answers[4]},
        "least_change: see that key; no_latest_date: kept after some dates only.");
}

}  // namespace

std::string search_json(const RunDescription& what, const SearchPlan& plan,
                        const SearchResult& result, const SearchWords& words) {
    const auto least = least_change(plan, result);
    auto varied = variation_json(plan.variation);
    varied.add("range", range_json(result.range));
    auto document = scenario_document("search", what);
    document.add("question", words.question)
        .add("answer_text", words.answer)
        .add("answer", answers[static_cast<std::size_t>(answer_of(plan, result))])
        .add("least_change", least ? crossing_json(*least) : Json())
        .add("varied", varied)
        .add("condition", condition_json(plan.condition))
        .add("tolerance", result.tolerance)
        .add("scenario_figure", result.figure_as_is)
        .add("kept", json_list(result.kept(), range_json))
        .add("monotone", result.crossings.size() <= 1)
        .add("crossings", json_list(result.crossings, crossing_json))
        .add("best", trial_json(result.best))
        .add("runs", result.runs)
        .add("exact_slopes", result.exact_slopes);
    return json_text(document);
}

std::string search_schema() {
    auto document = scenario_document_schema("search");
    auto varied = variation_schema("What is turned.");
    varied.needed("range", range_schema("The values that were searched."));
    document.needed("question", typed("string", "What was asked, in words."))
        .needed("answer_text", typed("string", "The answer in words."))
        .needed("answer", answer_schema())
        .needed("least_change",
                schema::one_of({defined("crossing"), typed("null", "With any other answer.")}))
        .needed("varied", varied)
        .needed("condition", condition_schema())
        .needed("tolerance", typed("number", "Of a crossing, in the unit of what is turned."))
        .needed("scenario_figure",
                schema::typed_or_null("number", "The figure of the scenario as it is."))
        .needed("kept", list_of(range_schema("A stretch of the range."), "Where it holds."))
        .needed("monotone", typed("boolean", "Whether it is crossed at most once."))
        .needed("crossings", list_of(defined("crossing"), "In order of their values."))
        .needed("best", defined("trial"))
        .needed("runs", typed("integer", "Runs that the answer took."))
        .needed("exact_slopes", typed("boolean",
                                      "Whether crossings between the points of the "
                                      "scan were looked for by exact derivatives."));
    const auto definitions =
        JsonObject().add("trial", trial_schema()).add("crossing", crossing_schema());
    return json_text(schema::document("granary search --format json", document, definitions));
}

}  // namespace granary
