/// The lanes of one level of the processor. Compiled once for each level; only the entry is seen
/// outside, so that no inline function compiled for a newer processor is used on an older one.

#include <algorithm>
#include <limits>

#include "granary/members.hpp"
#include "granary/study/summary.hpp"
#include "lanes/pack.hpp"

namespace granary {
namespace {

template <std::size_t W>
void keep_figures(const Pack& pack, const LaneRuns<W>& runs, std::size_t area) {
    for (std::size_t y = 0; y < pack.years_count; ++y) {
        const auto figures = runs.run.annual(pack.years[y], area_at(area));
        std::size_t place = area * pack.stride + area_size(y);
        for (const auto& column : figure_columns<Lanes<W>>) {
            for (std::size_t i = 0; i < pack.count; ++i)
                pack.rows[i][place] = (figures.*column.value).lane(i);
            ++place;
        }
    }
}

template <std::size_t W>
void keep_least_nutrition(const Pack& pack, const LaneRuns<W>& runs) {
    for (std::size_t i = 0; i < pack.count; ++i)
        pack.least_nutrition[i] = std::numeric_limits<double>::infinity();
    for (std::size_t row = 0; row < runs.run.times().size(); ++row)
        for (std::size_t region = 0; region < runs.run.layout().regions; ++region) {
            const auto now = bare(runs.run.stock(stock::nutrition_rural, row, region));
            for (std::size_t i = 0; i < pack.count; ++i)
                pack.least_nutrition[i] = std::min(pack.least_nutrition[i], now.lane(i));
        }
}

template <std::size_t W>
void run_lanes(const Pack& pack) {
    const auto runs = simulate_lanes<Rooms, W>(std::span(pack.members, pack.count));
    for (std::size_t i = 0; i < pack.count; ++i) pack.causes[i] = runs.failures.cause(i);
    for (std::size_t area = 0; area < pack.areas; ++area) keep_figures(pack, runs, area);
    keep_least_nutrition(pack, runs);
}

}  // namespace
}  // namespace granary

extern "C" void GRANARY_LANES_ENTRY(const granary::Pack& pack) {
    try {
        if (pack.lanes == 4) granary::run_lanes<4>(pack);
        if (pack.lanes == 8) granary::run_lanes<8>(pack);
        if (pack.lanes == 16) granary::run_lanes<16>(pack);
    } catch (...) {
        *pack.fault = std::current_exception();
    }
}
