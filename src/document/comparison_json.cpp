#include "granary/document/comparison_json.hpp"

#include <algorithm>
#include <functional>
#include <optional>

#include "granary/document/json_document.hpp"

namespace granary {
namespace {

using form::integer;
using form::list_of;
using form::text;

struct Comparison {
    std::span<const ComparedRun> runs;
    const std::vector<std::string>& settings;
};

/// A run beside the first one, which stands beside itself.
struct RunBesideFirst {
    const ComparedRun &run, &first;
    const ComparedRun* against;  ///< what its finding holds it against; none where it has none
};

/// A year of the country.
struct Row {
    const ComparedRun& run;
    std::size_t index;
    const YearFigures& year;
};

Fields<ComparedRun> outcome_fields() {
    Fields<ComparedRun> fields("Sums over the run, and its extreme years.");
    for (const auto& measure : compared_measures()) {
        fields.add(measure.name, form::number_or_null(measure.heading()),
                   [measure](const ComparedRun& run) { return measure.of(run.years); });
        const auto year_name = measure.year_name();
        if (!year_name) continue;
        fields.add(*year_name, form::integer_or_null("The year of it."),
                   [measure](const ComparedRun& run) {
                       const auto found = measure.extreme(run.years);
                       return found ? std::optional(found->year) : std::nullopt;
                   });
    }
    return fields;
}

Fields<RunBesideFirst> difference_fields() {
    Fields<RunBesideFirst> fields("Less the first scenario's.");
    for (const auto& measure : compared_measures())
        fields.add(measure.name, form::number_or_null(measure.heading()),
                   [measure](const RunBesideFirst& both) {
                       return measure.of(both.run.years) - measure.of(both.first.years);
                   });
    return fields;
}

std::optional<RunBesideFirst> comparable(const RunBesideFirst& both) {
    return same_span(both.first, both.run) ? std::optional(both) : std::nullopt;
}

std::string finding_beside(const RunBesideFirst& both) {
    return both.against == nullptr ? std::string() : finding_of(*both.against, both.run);
}

Fields<RunBesideFirst> run_fields() {
    return Fields<RunBesideFirst>("A scenario as it was run.")
        .add_all(scenario_fields(),
                 [](const RunBesideFirst& both) {
                     return RunDescription{both.run.scenario, both.run.argument, {}};
                 })
        .add("outcome", outcome_fields(), [](const auto& both) { return both.run; })
        .add("tested", tested_form(), [](const auto& both) { return both.run.untested.empty(); })
        .add("untested", untested_form(), [](const auto& both) { return both.run.untested; })
        .add("tolls", tolls_form(), [](const auto& both) { return both.run.tolls; })
        .add("difference_from_first",
             form::or_null(difference_fields(), "Another span: sums do not compare."), comparable)
        .add("finding",
             form::text_or_null("What it changes against the first, in one "
                                "sentence; null for the first itself."),
             finding_beside);
}

std::vector<RunBesideFirst> runs_of(const Comparison& comparison) {
    std::vector<RunBesideFirst> runs;
    for (const auto& run : comparison.runs)
        runs.push_back({run, comparison.runs.front(), held_against(comparison.runs, run)});
    return runs;
}

Instant begin_of(const Row& row) {
    return std::max(row.run.scenario.start, Instant{row.year.year, 0});
}

Instant end_of(const Row& row) {
    return std::min(row.run.scenario.end, Instant{row.year.year + 1, 0});
}

Fields<Row> row_fields() {
    return Fields<Row>()
        .add("scenario", text("Its argument."), [](const Row& row) { return row.run.argument; })
        .add("index", integer("Its place in \"scenarios\", from 0."), &Row::index)
        .add("year", integer("The calendar year."), [](const Row& row) { return row.year.year; })
        .add("from", form::date("Where the year begins, or the run within it."), begin_of)
        .add("to", form::date("Where the year ends, or the run within it."), end_of)
        .add_all(figure_fields(), [](const Row& row) { return row.year.figures; });
}

std::vector<Row> rows_of(const Comparison& comparison) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < comparison.runs.size(); ++i)
        for (const auto& year : comparison.runs[i].years)
            rows.push_back({comparison.runs[i], i, year});
    return rows;
}

Document<Comparison> comparison_document() {
    auto document = document_of<Comparison>("compare");
    document.fields
        .add_all(provenance_fields(), [](const Comparison& from) { return from.settings; })
        .add("outcome_columns",
             list_of(column_fields<RunMeasure>(&RunMeasure::heading),
                     "What the keys of an outcome mean."),
             [](const Comparison&) { return compared_measures(); })
        .add("scenarios", list_of(run_fields(), "In the order of the command line."), runs_of)
        .add("columns", figure_columns_form(),
             [](const Comparison&) { return figure_columns<double>; })
        .add("rows", list_of(row_fields(), "The country's years, scenario by scenario."), rows_of);
    return document;
}

}  // namespace

std::string comparison_json(std::span<const ComparedRun> runs,
                            const std::vector<std::string>& settings) {
    return comparison_document().text({runs, settings});
}

std::string comparison_schema() {
    return comparison_document().schema();
}

}  // namespace granary
