#pragma once
/// The chain an instructor reads aloud, a row for each year: claimed, believed, harvested, taken,
/// left, eaten, the ration beside the record, the dead.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "granary/analysis/periods.hpp"
#include "granary/analysis/tolls.hpp"
#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/write/text.hpp"

namespace granary {

/// What the table is of, and how it is written.
struct ChainOptions {
    std::vector<std::string> settings;  ///< what was set on the command line
    Every every = Every::year;
    bool quiet = false;                  ///< the table alone
    bool strong = false;                 ///< headings in bold
    bool chart = false;                  ///< with a chart below the table
    std::vector<std::string> changes{};  ///< what is changed of the parent, a paragraph each
    std::vector<Toll> tolls{};           ///< under every reading; none where one was asked for
};

/// With several regions each region's in their order, then the nation's; else the nation's alone.
GRANARY_API std::vector<TitledTable> chain_tables(const Scenario& scenario,
                                                  const Trajectory<double>& run, Every every);

/// What the star beside a year means, where the run has a year of which only a part was run.
GRANARY_API std::optional<std::string> star_note(const Trajectory<double>& run, Every every);

/// What the columns mean, whose the record is, and the deaths, over the readings where there are
/// any: a paragraph each.
GRANARY_API std::vector<std::string> chain_notes(const Scenario& scenario,
                                                 const Trajectory<double>& run, Every every,
                                                 std::span<const Toll> tolls = {});

/// The tables and notes as one text, with the published counts of the span where the scenario is
/// what happened.
GRANARY_API std::string chain_text(const Scenario& scenario, const Trajectory<double>& run,
                                   const ChainOptions& options);

}  // namespace granary
