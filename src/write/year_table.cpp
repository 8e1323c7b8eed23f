#include "granary/write/year_table.hpp"

#include <array>
#include <utility>

#include "granary/run.hpp"
#include "granary/scenario/runnable.hpp"
#include "granary/write/number.hpp"

namespace granary {
namespace {

std::string_view period_column(Every every) {
    return every == Every::year ? "year" : "month";
}

/// The rows of one area, each beginning with `leading`.
void add_rows(const Trajectory<double>& run, std::span<const Period> rows, Area area,
              const std::vector<std::string>& leading, bool tested, Csv& csv) {
    for (const auto& period : rows) {
        auto cells = leading;
        cells.push_back(period.label);
        for (auto& cell : figure_cells(run.figures(period.from, period.to, area)))
            cells.push_back(std::move(cell));
        cells.push_back(date_text(period.from));
        cells.push_back(date_text(period.to));
        cells.push_back(run.reading());
        cells.emplace_back(truth(tested));
        csv.row(cells);
    }
}

}  // namespace

std::string_view truth(bool is_true) {
    return is_true ? "true" : "false";
}

std::vector<std::string> figure_cells(const Figures<double>& figures) {
    std::vector<std::string> cells;
    for (const auto& column : figure_columns<double>)
        cells.push_back(shortest(figures.*column.value));
    return cells;
}

std::vector<std::string> header_cells(std::span<const std::string_view> leading) {
    std::vector<std::string> cells(leading.begin(), leading.end());
    for (const auto& column : figure_columns<double>) cells.emplace_back(column.name);
    cells.emplace_back("from");
    cells.emplace_back("to");
    cells.emplace_back("reading");
    cells.emplace_back("tested");
    return cells;
}

void add_year_table(const Trajectory<double>& run, Every every, bool tested, Csv& csv) {
    const auto rows = periods(run, every);
    const auto& regions = run.region_names();
    if (regions.size() == 1) {
        csv.row(header_cells(std::array{period_column(every)}));
        return add_rows(run, rows, whole_nation, {}, tested, csv);
    }
    csv.row(header_cells(std::array{std::string_view("region"), period_column(every)}));
    for (std::size_t r = 0; r < regions.size(); ++r)
        add_rows(run, rows, r, {regions[r]}, tested, csv);
    add_rows(run, rows, whole_nation, {std::string(whole_country)}, tested, csv);
}

}  // namespace granary
