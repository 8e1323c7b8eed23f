#include "granary/document/run_json.hpp"

#include "granary/analysis/finding.hpp"
#include "granary/run.hpp"
#include "granary/write/year_json.hpp"

namespace granary {
namespace {

using schema::defined;
using schema::exactly;
using schema::Object;
using schema::typed;

/// A row under its own key for the period, "year" or "month".
Object row_schema(std::string_view period_key, const Json& period) {
    Object row;
    row.needed("region", schema::typed_or_null("string", "null: the whole country."))
        .needed(period_key, period)
        .needed("from", date_schema("Where the period begins, or the run within it."))
        .needed("to", date_schema("Where the period ends, or the run within it."));
    add_figures_schema(row);
    return row;
}

/// Rows of a kind go with "every".
Json rows_of(std::string_view every, std::string_view row) {
    const auto rows = JsonObject().add("items", defined(row));
    return JsonObject().add("properties",
                            JsonObject().add("every", exactly(every)).add("rows", rows));
}

Json definitions() {
    return JsonObject()
        .add("year_row", row_schema("year", typed("integer", "The calendar year.")))
        .add("month_row", row_schema("month", date_schema("The calendar month, such as 1958-08.")));
}

}  // namespace

std::string run_json(const RunDescription& what, const Trajectory<double>& run, Every every) {
    auto document = scenario_document("run", what);
    document.add("finding", finding(run))
        .add("every", every == Every::year ? "year" : "month")
        .add("columns", figure_columns_json())
        .add("rows", year_rows_json(run, every));
    return json_text(document);
}

std::string run_schema() {
    auto document = scenario_document_schema("run");
    document.needed("finding", typed("string", "What the run comes to, in one sentence."))
        .needed("every", schema::one_of_texts({"year", "month"}, "What a row stands for."))
        .needed("columns", columns_schema())
        .needed("rows", typed("array", "Region by region; the whole country last."));
    return json_text(
        schema::document("granary run --format json", document, definitions())
            .add("oneOf",
                 JsonArray().add(rows_of("year", "year_row")).add(rows_of("month", "month_row"))));
}

}  // namespace granary
