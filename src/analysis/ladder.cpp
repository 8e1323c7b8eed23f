#include "granary/analysis/ladder.hpp"

#include <algorithm>

#include "granary/analysis/outcome.hpp"
#include "granary/run.hpp"

namespace granary {

Ladder ladder(const Trajectory<double>& run, int year) {
    const auto years = periods(run, Every::year);
    const auto found = std::find_if(years.begin(), years.end(),
                                    [&](const Period& period) { return period.year == year; });
    if (found == years.end())
        throw NotFound(std::to_string(year) +
                       " was not run: " + std::to_string(years.front().year) + " to " +
                       std::to_string(years.back().year) + " were");
    const auto end = run.row(found->to);
    Ladder steps{year, found->whole_year, 0, std::vector<double>(run.layout().levels)};
    for (std::size_t r = 0; r < run.layout().regions; ++r) {
        const double harvest = run.figures(found->from, found->to, r).output_actual_mt;
        steps.harvest_mt += harvest;
        for (std::size_t level = 1; level <= steps.claims_mt.size(); ++level)
            steps.claims_mt[level - 1] +=
                bare(reported(ActualOutput<double>{GrainRate<double>(harvest)},
                              run.exaggeration(level, end, r))
                         .rate);
    }
    return steps;
}

int peak_year(const Trajectory<double>& run) {
    const auto largest = outcome(run).largest_claim;
    return largest ? largest->year : run.years().front();
}

std::vector<std::string> level_names(std::size_t levels) {
    if (levels == 4) return {"team", "commune", "county", "province"};
    std::vector<std::string> names;
    for (std::size_t level = 1; level <= levels; ++level)
        names.push_back("level " + std::to_string(level));
    return names;
}

}  // namespace granary
