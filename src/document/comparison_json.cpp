#include "granary/document/comparison_json.hpp"

#include <algorithm>

#include "granary/document/json_document.hpp"
#include "granary/write/year_json.hpp"

namespace granary {
namespace {

using schema::list_of;
using schema::Object;
using schema::typed;
using schema::typed_or_null;

Json outcome_columns() {
    return json_list(outcome_rows(), [](const OutcomeRow& row) {
        return column_json(row.name, row.unit, row.label);
    });
}

Json outcome_json(const Outcome& sum) {
    JsonObject outcome;
    for (const auto& row : outcome_rows()) {
        outcome.add(row.name, row.value(sum));
        if (row.extreme == nullptr) continue;
        const auto& extreme = sum.*row.extreme;
        outcome.add(row.year_name, extreme ? Json(extreme->year) : Json());
    }
    return outcome;
}

Json difference_json(const ComparedRun& first, const ComparedRun& run) {
    if (!same_span(first, run)) return {};
    JsonObject difference;
    for (const auto& row : outcome_rows())
        difference.add(row.name, row.value(run.sum) - row.value(first.sum));
    return difference;
}

Json finding_json(const ComparedRun& first, const ComparedRun& run) {
    return &first == &run || !same_span(first, run) ? Json() : Json(finding_of(first, run));
}

Json side_json(const ComparedRun& first, const ComparedRun& run) {
    return scenario_json(run.argument, run.scenario)
        .add("outcome", outcome_json(run.sum))
        .add("difference_from_first", difference_json(first, run))
        .add("finding", finding_json(first, run));
}

Json row_json(const ComparedRun& run, std::size_t index, const YearFigures& year) {
    JsonObject row;
    row.add("scenario", run.argument)
        .add("index", index)
        .add("year", year.year)
        .add("from", date_text(std::max(run.scenario.start, Instant{year.year, 0})))
        .add("to", date_text(std::min(run.scenario.end, Instant{year.year + 1, 0})));
    add_figures(year.figures, row);
    return row;
}

JsonArray rows_json(std::span<const ComparedRun> runs) {
    JsonArray rows;
    for (std::size_t i = 0; i < runs.size(); ++i)
        for (const auto& year : runs[i].years) rows.add(row_json(runs[i], i, year));
    return rows;
}

Object outcome_schema() {
    Object outcome("Sums over the run, and its extreme years.");
    for (const auto& row : outcome_rows()) {
        outcome.needed(row.name, typed_or_null("number", row.label));
        if (row.extreme != nullptr)
            outcome.needed(row.year_name, typed_or_null("integer", "The year of it."));
    }
    return outcome;
}

JsonObject difference_schema() {
    Object difference("Less the first scenario's.");
    for (const auto& row : outcome_rows())
        difference.needed(row.name, typed_or_null("number", row.label));
    return schema::one_of({difference, typed("null", "Another span: sums do not compare.")});
}

Object side_schema() {
    return scenario_json_schema()
        .needed("outcome", outcome_schema())
        .needed("difference_from_first", difference_schema())
        .needed("finding", typed_or_null("string",
                                         "What it changes against the first, in one "
                                         "sentence; null for the first itself."));
}

Object row_schema() {
    Object row;
    row.needed("scenario", typed("string", "Its argument."))
        .needed("index", typed("integer", "Its place in \"scenarios\", from 0."))
        .needed("year", typed("integer", "The calendar year."))
        .needed("from", date_schema("Where the year begins, or the run within it."))
        .needed("to", date_schema("Where the year ends, or the run within it."));
    add_figures_schema(row);
    return row;
}

}  // namespace

std::string comparison_json(std::span<const ComparedRun> runs,
                            const std::vector<std::string>& settings) {
    auto document = json_document("compare");
    add_provenance(settings, document);
    const auto compared = [&](const ComparedRun& s) { return side_json(runs.front(), s); };
    document.add("outcome_columns", outcome_columns())
        .add("scenarios", json_list(runs, compared))
        .add("columns", figure_columns_json())
        .add("rows", rows_json(runs));
    return json_text(document);
}

std::string comparison_schema() {
    auto document = json_document_schema("compare");
    add_provenance_schema(document);
    document
        .needed("outcome_columns", list_of(column_schema(), "What the keys of an outcome mean."))
        .needed("scenarios", list_of(side_schema(), "In the order of the command line."))
        .needed("columns", columns_schema())
        .needed("rows", list_of(row_schema(), "The country's years, scenario by scenario."));
    return json_text(schema::document("granary compare --format json", document, JsonObject()));
}

}  // namespace granary
