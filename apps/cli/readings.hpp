#pragma once
/// Scenarios under readings of the record.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/output.hpp"
#include "granary/analysis/tolls.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary::cli {

/// What `--reading` is given for every shipped reading, one after the other.
inline constexpr std::string_view all_readings = "all";

/// A scenario of the command line.
struct AskedScenario {
    std::string argument;
    Scenario scenario;
};

/// Each scenario with the settings; or each under every shipped reading, its own first, with the
/// reading in its title.
std::vector<AskedScenario> asked_scenarios(std::span<const std::string> arguments,
                                           const std::vector<std::string>& settings,
                                           std::string_view reading);

/// A study of one scenario at a time tells of all readings as a table, one below the other; a file
/// of CSV or JSON holds one.
void require_table_for_all(std::string_view reading, Format format);

/// The tolls of a scenario under every shipped reading; none where only the point is asked for,
/// where all are laid side by side, or where the scenario has none.
std::vector<Toll> tolls_beside(const Scenario& scenario, std::string_view reading, bool point);

}  // namespace granary::cli
