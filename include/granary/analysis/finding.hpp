#pragma once
/// What a run, or two runs, say in one sentence.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/analysis/outcome.hpp"
#include "granary/foundation/api.hpp"

namespace granary {

/// A region's years under its name.
struct RegionYears {
    std::string name;
    std::vector<YearFigures> years;
};

/// One sentence: how far the rural ration fell, how far the claim left the fields, what the state
/// took; and where there are several regions, which of them fell lowest. Each part is said only as
/// far as the run bears it out.
/// Deaths are told where the run is `tested`.
GRANARY_API std::string finding(std::span<const YearFigures> nation,
                                std::span<const RegionYears> regions, bool tested = true);
/// The finding of a run over all its years and regions.
GRANARY_API std::string finding(const Scenario& scenario, const Trajectory<double>& run);

/// One sentence: what `second` changes against `first` in deaths from hunger, where both runs are
/// `tested`, with the range of that over readings of the record if it is given, and in the ration.
GRANARY_API std::string comparison(std::string_view first_title, const Outcome& first,
                                   std::string_view second_title, const Outcome& second,
                                   bool tested, std::string_view over_readings);

}  // namespace granary
