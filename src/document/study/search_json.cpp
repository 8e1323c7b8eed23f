#include "granary/document/study/search_json.hpp"

#include <optional>

#include "granary/document/study/search_text.hpp"
#include "granary/document/study/variation_json.hpp"

namespace granary {
namespace {

using form::list_of;
using form::number;
using form::text;

struct Search : RunDescription {
    const SearchPlan& plan;
    const SearchResult& result;
};

constexpr std::string_view answers[] = {"not_reachable", "no_change_needed", "kept_everywhere",
                                        "no_latest_date", "least_change"};

std::string_view name_of_answer(const Search& search) {
    return answers[static_cast<std::size_t>(answer_of(search.plan, search.result))];
}

Fields<ValueRange> range_fields(std::string_view description) {
    return Fields<ValueRange>(description)
        .add("low", number("Where it begins."), &ValueRange::low)
        .add("high", number("Where it ends."), &ValueRange::high);
}

form::Defined<Fields<Trial>> trial() {
    return form::defined(
        "trial",
        Fields<Trial>("A run.")
            .add("value", number("Of what is turned, in its unit; a date in years."), &Trial::value)
            .add("figure", form::number_or_null("What the condition looks at."), &Trial::figure));
}

form::Defined<Fields<Crossing>> crossing() {
    return form::defined(
        "crossing",
        Fields<Crossing>("Where the condition begins or ceases to hold: two runs no further apart "
                         "than the tolerance.")
            .add("kept", trial(), &Crossing::kept)
            .add("lost", trial(), &Crossing::lost));
}

Fields<Search> varied_fields() {
    return Fields<Search>("What is turned.")
        .add_all(variation_fields(), [](const Search& search) { return search.plan.variation; })
        .add("range", range_fields("The values that were searched."),
             [](const Search& search) { return search.result.range; });
}

std::string_view side_of(const Condition& condition) {
    return condition.of == Condition::Of::ration_above_kg ? "above" : "below";
}

Fields<Condition> condition_fields() {
    return Fields<Condition>("What is to hold.")
        .add("text", text("In words."), &Condition::text)
        .add("figure", text("The figure that is looked at."),
             [](const Condition& condition) { return condition.measure().name(); })
        .add("unit", text("Its unit."),
             [](const Condition& condition) { return condition.measure().unit(); })
        .add("side", form::one_of_texts({"above", "below"}, "Where it is to be."), side_of)
        .add("threshold", number("Of what."), &Condition::threshold);
}

void add_answer(Fields<Search>& fields) {
    fields
        .add("question", text("What was asked, in words."),
             [](const Search& search) { return search_question(search.plan); })
        .add("answer_text", text("The answer in words."),
             [](const Search& search) { return search_answer(search.plan, search.result); })
        .add(
            "answer",
            form::one_of_texts(
                answers, "least_change: see that key; no_latest_date: kept after some dates only."),
            name_of_answer)
        .add("least_change", form::or_null(crossing(), "With any other answer."),
             [](const Search& search) { return least_change(search.plan, search.result); });
}

void add_result(Fields<Search>& fields) {
    const auto of = [](auto part) {
        return [part](const Search& search) { return std::invoke(part, search.result); };
    };
    using Result = SearchResult;
    fields
        .add("tolerance", number("Of a crossing, in the unit of what is turned."),
             of(&Result::tolerance))
        .add("scenario_figure", form::number_or_null("The figure of the scenario as it is."),
             of(&Result::figure_as_is))
        .add("kept", list_of(range_fields("A stretch of the range."), "Where it holds."),
             of(&Result::kept))
        .add("monotone", form::boolean("Whether it is crossed at most once."),
             [](const Search& search) { return search.result.crossings.size() <= 1; })
        .add("crossings", list_of(crossing(), "In order of their values."), of(&Result::crossings))
        .add("best", trial(), of(&Result::best))
        .add("runs", form::integer("Runs that the answer took."), of(&Result::runs))
        .add("exact_slopes",
             form::boolean("Whether crossings between the points of the "
                           "scan were looked for by exact derivatives."),
             of(&Result::exact_slopes));
}

Document<Search> search_document() {
    auto document = scenario_document<Search>("search");
    add_answer(document.fields);
    document.fields.add("varied", varied_fields(), std::identity())
        .add("condition", condition_fields(),
             [](const Search& search) { return search.plan.condition; });
    add_result(document.fields);
    document.definitions = form::definitions(trial(), crossing());
    return document;
}

}  // namespace

std::string search_json(const RunDescription& what, const SearchPlan& plan,
                        const SearchResult& result) {
    return search_document().text({what, plan, result});
}

std::string search_schema() {
    return search_document().schema();
}

}  // namespace granary
