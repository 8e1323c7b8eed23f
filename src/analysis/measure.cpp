#include "granary/analysis/measure.hpp"

#include <fmt/format.h>

#include "granary/foundation/checked.hpp"
#include "granary/foundation/unit_style.hpp"

namespace granary {
namespace {

const RunMeasure& of_run(std::size_t row) {
    return run_measures()[checked("measure", row, run_measures().size())];
}

const Column<double>& of_year(std::size_t row) {
    return figure_columns<double>[checked("figure", row, figure_columns<double>.size())];
}

}  // namespace

std::string Measure::name() const {
    return year ? fmt::format("{}_{}", row_name(), *year) : std::string(row_name());
}

std::string_view Measure::row_name() const {
    return year ? of_year(row).name : of_run(row).name;
}

std::string Measure::unit() const {
    return std::string(year ? of_year(row).unit : of_run(row).unit);
}

int Measure::decimals() const {
    return unit_style(unit()).decimals_of_change;
}

int Measure::decimals_in_sentence() const {
    return unit_style(unit()).decimals_in_sentence;
}

std::string Measure::meaning() const {
    return std::string(year ? of_year(row).meaning : of_run(row).meaning);
}

double Measure::of(const Trajectory<double>& run) const {
    if (!year) return of_run(row).of(yearly(run, area));
    return run.annual(*year, area).*of_year(row).value;
}

std::vector<std::string_view> measure_names() {
    std::vector<std::string_view> names;
    for (const auto& measure : run_measures()) names.push_back(measure.name);
    for (const auto& column : figure_columns<double>) names.push_back(column.name);
    return names;
}

std::optional<Measure> run_measure(std::string_view name) {
    for (std::size_t i = 0; i < run_measures().size(); ++i)
        if (run_measures()[i].name == name) return Measure{i, std::nullopt};
    return std::nullopt;
}

std::optional<Measure> year_measure(std::string_view name, int year) {
    const auto& columns = figure_columns<double>;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].name == name) return Measure{i, year};
    return std::nullopt;
}

}  // namespace granary
