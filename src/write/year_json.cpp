#include "granary/write/year_json.hpp"

#include "granary/run.hpp"

namespace granary {
namespace {

Json row_of(const Period& period, Every every, const Json& region, const Figures<double>& figures) {
    JsonObject row;
    row.add("region", region);
    if (every == Every::year)
        row.add("year", period.year);
    else
        row.add("month", period.label);
    row.add("from", date_text(period.from)).add("to", date_text(period.to));
    add_figures(figures, row);
    return row;
}

}  // namespace

JsonArray figure_columns_json() {
    return json_list(figure_columns<double>, [](const auto& column) {
        return JsonObject()
            .add("name", column.name)
            .add("unit", column.unit)
            .add("meaning", column.meaning);
    });
}

void add_figures(const Figures<double>& figures, JsonObject& row) {
    for (const auto& column : figure_columns<double>) row.add(column.name, figures.*column.value);
}

JsonArray year_rows_json(const Trajectory<double>& run, Every every) {
    const auto rows = periods(run, every);
    const auto& regions = run.region_names();
    JsonArray list;
    const auto add_area = [&](const Json& region, Area area) {
        for (const auto& period : rows)
            list.add(row_of(period, every, region, run.figures(period.from, period.to, area)));
    };
    for (std::size_t r = 0; regions.size() > 1 && r < regions.size(); ++r) add_area(regions[r], r);
    add_area({}, whole_nation);
    return list;
}

}  // namespace granary
