#include "granary/document/study/sweep_json.hpp"

#include <vector>

#include "granary/document/study/variation_json.hpp"
#include "granary/run.hpp"

namespace granary {
namespace {

using form::list_of;
using form::number;

struct Sweep : RunDescription {
    const SweepGrid& grid;
};

/// A point of the grid that was run.
struct Row {
    std::vector<double> at;
    const SweepPoint& point;
};

Fields<Axis> axis_fields() {
    return Fields<Axis>("What is turned, and the values it takes.")
        .add_all(variation_fields(), &Axis::variation)
        .add("values", list_of(number("In the unit."), "In the order of the rows."), &Axis::values);
}

Fields<Row> row_fields() {
    return Fields<Row>()
        .add("at", list_of(number("In the axis' unit."), "A value of each axis."), &Row::at)
        .add("figures",
             list_of(form::number_or_null("In the column's unit."), "A figure for each column."),
             [](const Row& row) { return row.point.figures; })
        .add("tested", tested_form(), [](const Row& row) { return row.point.untested.empty(); })
        .add("fault", form::text_or_null("Why the run failed; null where it did not."),
             [](const Row& row) { return row.point.fault; });
}

std::vector<Row> rows_of(const Sweep& sweep) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < sweep.grid.points.size(); ++i) {
        std::vector<double> at;
        for (std::size_t axis = 0; axis < sweep.grid.axes.size(); ++axis)
            at.push_back(sweep.grid.at(i, axis));
        rows.push_back({std::move(at), sweep.grid.points[i]});
    }
    return rows;
}

std::vector<double> scenario_figures(const Sweep& sweep) {
    const auto run = simulate(sweep.scenario);
    std::vector<double> figures;
    for (const auto& measure : sweep.grid.measures) figures.push_back(measure.of(run));
    return figures;
}

Document<Sweep> sweep_document() {
    auto document = scenario_document<Sweep>("sweep");
    document.fields
        .add("axes", list_of(axis_fields(), "One or two; the last runs fastest through the rows."),
             [](const Sweep& sweep) { return sweep.grid.axes; })
        .add("columns",
             list_of(column_fields<Measure>(&Measure::meaning),
                     "What the figures of a row are, in order."),
             [](const Sweep& sweep) { return sweep.grid.measures; })
        .add("scenario_figures",
             list_of(form::number_or_null("In the column's unit."),
                     "The same figures of the scenario as it is."),
             scenario_figures)
        .add("points", form::integer("Of the whole grid."),
             [](const Sweep& sweep) { return sweep.grid.size(); })
        .add("complete", form::boolean("Whether all were run; else the first ones were."),
             [](const Sweep& sweep) { return sweep.grid.complete(); })
        .add("rows", list_of(row_fields(), "A row for each point that was run."), rows_of);
    return document;
}

}  // namespace

std::string sweep_json(const RunDescription& what, const SweepGrid& grid) {
    return sweep_document().text({what, grid});
}

std::string sweep_schema() {
    return sweep_document().schema();
}

}  // namespace granary
