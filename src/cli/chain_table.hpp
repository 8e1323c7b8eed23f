#pragma once
/// The chain an instructor reads aloud, a row for each year: claimed, believed, harvested, taken,
/// left, eaten, the ration beside the record, the dead.

#include <span>
#include <string>
#include <vector>

#include "granary/analysis/periods.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary::cli {

struct ChainOptions {
    std::vector<std::string> settings;  ///< what was set on the command line
    Every every = Every::year;
    bool quiet = false;   ///< the table alone
    bool strong = false;  ///< headings in bold
    bool chart = false;   ///< with a chart below the table
};

std::string chain_text(const Scenario& scenario, const Trajectory<double>& run,
                       const ChainOptions& options);

}  // namespace granary::cli
