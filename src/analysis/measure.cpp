#include "granary/analysis/measure.hpp"

#include <fmt/format.h>

namespace granary {

std::string Measure::name() const {
    return year ? fmt::format("{}_{}", row_name(), *year) : std::string(row_name());
}

std::string_view Measure::row_name() const {
    return year ? figure_columns<double>[row].name : run_measures[row].name;
}

std::string Measure::unit() const {
    return std::string(year ? figure_columns<double>[row].unit : run_measures[row].unit);
}

int Measure::decimals() const {
    const auto unit_of_row = unit();
    if (unit_of_row == "yr") return 0;
    if (unit_of_row == "million") return 2;
    return unit_of_row == "1" ? 3 : 1;
}

std::string Measure::meaning() const {
    return std::string(year ? figure_columns<double>[row].meaning : run_measures[row].meaning);
}

double Measure::of(const Trajectory<double>& run) const {
    if (!year) return run_measures[row].of(outcome(run));
    return run.annual(*year).*figure_columns<double>[row].value;
}

std::optional<Measure> run_measure(std::string_view name) {
    for (std::size_t i = 0; i < run_measures.size(); ++i)
        if (run_measures[i].name == name) return Measure{i, std::nullopt};
    return std::nullopt;
}

std::optional<Measure> year_measure(std::string_view name, int year) {
    const auto& columns = figure_columns<double>;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].name == name) return Measure{i, year};
    return std::nullopt;
}

}  // namespace granary
