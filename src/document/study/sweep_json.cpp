#include "granary/document/study/sweep_json.hpp"

#include <fmt/format.h>

#include "granary/document/study/variation_json.hpp"
#include "granary/run.hpp"

namespace granary {
namespace {

using schema::list_of;
using schema::Object;
using schema::typed;
using schema::typed_or_null;

Json axis_json(const Axis& axis) {
    return variation_json(axis.variation).add("values", json_list(axis.values));
}

Json measure_json(const Measure& measure) {
    return column_json(measure.name(), measure.unit(), measure.meaning());
}

JsonArray scenario_figures(const Scenario& scenario, const std::vector<Measure>& measures) {
    const auto run = simulate(scenario);
    return json_list(measures, [&](const Measure& measure) { return Json(measure.of(run)); });
}

JsonArray rows_json(const SweepGrid& grid) {
    JsonArray rows;
    for (std::size_t i = 0; i < grid.points.size(); ++i) {
        JsonArray at;
        for (std::size_t axis = 0; axis < grid.axes.size(); ++axis) at.add(grid.at(i, axis));
        const auto& point = grid.points[i];
        rows.add(JsonObject()
                     .add("at", at)
                     .add("figures", json_list(point.figures))
                     .add("fault", point.fault.empty() ? Json() : Json(point.fault)));
    }
    return rows;
}

Object row_schema() {
    return Object()
        .needed("at", list_of(typed("number", "In the axis' unit."), "A value of each axis."))
        .needed("figures", list_of(typed_or_null("number", "In the column's unit."),
                                   "A figure for each column."))
        .needed("fault", typed_or_null("string", "Why the run failed; null where it did not."));
}

}  // namespace

std::string sweep_json(const RunDescription& what, const SweepGrid& grid) {
    auto document = scenario_document("sweep", what);
    document.add("axes", json_list(grid.axes, axis_json))
        .add("columns", json_list(grid.measures, measure_json))
        .add("scenario_figures", scenario_figures(what.scenario, grid.measures))
        .add("points", grid.size())
        .add("complete", grid.complete())
        .add("rows", rows_json(grid));
    return json_text(document);
}

std::string sweep_schema() {
    auto document = scenario_document_schema("sweep");
    auto axis = variation_schema("What is turned, and the values it takes.");
    axis.needed("values", list_of(typed("number", "In the unit."), "In the order of the rows."));
    document.needed("axes", list_of(axis, "One or two; the last runs fastest through the rows."))
        .needed("columns", list_of(column_schema(), "What the figures of a row are, in order."))
        .needed("scenario_figures", list_of(typed_or_null("number", "In the column's unit."),
                                            "The same figures of the scenario as it is."))
        .needed("points", typed("integer", "Of the whole grid."))
        .needed("complete", typed("boolean", "Whether all were run; else the first ones were."))
        .needed("rows", list_of(row_schema(), "A row for each point that was run."));
    return json_text(schema::document("granary sweep --format json", document, JsonObject()));
}

}  // namespace granary
