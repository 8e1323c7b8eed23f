#include "granary/analysis/grain_uses.hpp"

#include <algorithm>

#include "granary/run.hpp"

namespace granary {
namespace {

double stored_mt(const Trajectory<double>& run, std::size_t row) {
    double total = bare(run.stock(stock::state_grain, row));
    for (std::size_t r = 0; r < run.layout().regions; ++r)
        total += bare(run.stock(stock::village_grain, row, r));
    return total;
}

double served_mt(const Trajectory<double>& run, std::size_t from, std::size_t to) {
    double total = 0;
    for (std::size_t r = 0; r < run.layout().regions; ++r)
        total += bare(run.sum(flow::served, from, to, r));
    return total;
}

}  // namespace

GrainUses grain_uses(const Trajectory<double>& run, const Instant& from, const Instant& to) {
    const auto begin = run.row(from), end = run.row(to);
    const auto f = run.figures(from, to);
    const double stored = stored_mt(run, end) - stored_mt(run, begin);
    GrainUses uses;
    uses.harvest = f.output_actual_mt;
    uses.imports = f.import_mt;
    uses.from_stores = std::max(-stored, 0.0);
    uses.served = served_mt(run, begin, end);
    uses.seed_feed_spoilage = f.seed_mt + f.feed_mt + f.spoilage_mt;
    uses.towns = f.town_supply_mt;
    uses.crews = f.crew_grain_mt;
    uses.other = f.other_use_mt;
    uses.exports = f.export_mt;
    uses.into_stores = std::max(stored, 0.0);
    return uses;
}

}  // namespace granary
