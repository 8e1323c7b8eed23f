#include "granary/write/study/ensemble_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "granary/analysis/tested.hpp"
#include "granary/write/number.hpp"

namespace granary {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

std::vector<ChanceAbove> chances(const Summarised& what, const Summary& summary,
                                 std::size_t measure, std::uint64_t members) {
    std::vector<ChanceAbove> found;
    for (std::size_t i = 0; i < what.thresholds.size(); ++i) {
        const auto& threshold = what.thresholds[i];
        if (threshold.measure != measure) continue;
        const auto above = static_cast<double>(summary.above[i]);
        found.push_back({threshold.value, threshold.source,
                         members > 0 ? above / static_cast<double>(members) : undefined});
    }
    return found;
}

/// How many thresholds a measure has at most.
std::size_t most_thresholds(const std::vector<EnsembleRow>& rows) {
    std::size_t most = 0;
    for (const auto& row : rows) most = std::max(most, row.above.size());
    return most;
}

std::vector<std::string> header(bool has_regions, std::size_t thresholds) {
    std::vector<std::string> cells;
    if (has_regions) cells.emplace_back("region");
    for (const auto* column : {"figure", "unit", "year", "members", "mean", "variance", "least"})
        cells.emplace_back(column);
    for (const double p : shown_quantiles) cells.push_back(fmt::format("q{:02.0f}", 100 * p));
    cells.emplace_back("greatest");
    for (std::size_t i = 1; i <= thresholds; ++i)
        for (const auto* column : {"threshold", "source", "chance_above"})
            cells.push_back(fmt::format("{}_{}", column, i));
    cells.insert(cells.end(), {"from", "to", "tested"});
    return cells;
}

std::vector<std::string> cells_of(const Measure& measure, const EnsembleRow& row) {
    std::vector<std::string> cells{std::string(measure.row_name()),
                                   measure.unit(),
                                   measure.year ? fmt::format("{}", *measure.year) : "all",
                                   fmt::format("{}", row.members),
                                   shortest(row.mean),
                                   shortest(row.variance),
                                   shortest(row.least)};
    for (const double quantile : row.quantiles) cells.push_back(shortest(quantile));
    cells.push_back(shortest(row.greatest));
    for (const auto& [value, source, chance] : row.above)
        cells.insert(cells.end(), {shortest(value), source, shortest(chance)});
    return cells;
}

/// Of the members with a value of it.
double tested_share(const Measure& measure, const Summary& summary, std::uint64_t members) {
    if (!is_toll(measure.row_name()) || members == 0) return 1;
    const auto untested = std::min(summary.untested, members);
    return 1 - static_cast<double>(untested) / static_cast<double>(members);
}

/// Leaves out what rests on members that are not tested.
void withhold(EnsembleRow& row) {
    if (row.tested == 1) return;
    row.mean = row.variance = row.greatest = undefined;
    if (row.tested == 0) row.least = undefined;
    for (std::size_t i = 0; i < shown_quantiles.size(); ++i)
        if (shown_quantiles[i] > row.tested) row.quantiles[i] = undefined;
    for (auto& above : row.above)
        if (1 - above.chance > row.tested) above.chance = undefined;
}

}  // namespace

EnsembleRow ensemble_row(const Summarised& what, const Summary& summary, std::size_t measure) {
    const auto moments = summary.moments(measure);
    const bool any = moments.count > 0;
    EnsembleRow row{moments.count,
                    any ? moments.mean : undefined,
                    moments.variance(),
                    any ? moments.least : undefined,
                    any ? moments.greatest : undefined,
                    {},
                    chances(what, summary, measure, moments.count),
                    tested_share(what.measures[measure], summary, moments.count)};
    for (std::size_t i = 0; i < shown_quantiles.size(); ++i)
        row.quantiles[i] = quantile(what, summary, measure, shown_quantiles[i]);
    withhold(row);
    return row;
}

void add_ensemble_table(const Ensemble& ensemble, Csv& csv) {
    const auto& what = ensemble.what;
    std::vector<EnsembleRow> rows;
    for (std::size_t i = 0; i < what.measures.size(); ++i)
        rows.push_back(ensemble_row(what, ensemble.summary, i));
    const bool has_regions = !what.regions.empty();
    const auto areas = area_names(what);
    const auto columns = header(has_regions, most_thresholds(rows));
    csv.row(columns);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto cells = cells_of(what.measures[i], rows[i]);
        if (has_regions) cells.insert(cells.begin(), areas[area_place(what.measures[i].area)]);
        cells.resize(columns.size());
        if (const auto span = ensemble.span_of(what.measures[i])) {
            cells.end()[-3] = date_text(span->from);
            cells.end()[-2] = date_text(span->to);
        }
        if (is_toll(what.measures[i].row_name())) cells.back() = shortest(rows[i].tested);
        csv.row(cells);
    }
}

}  // namespace granary
