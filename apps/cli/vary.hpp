#pragma once
/// What to vary, as it is written on the command line: export_mt=0:6:13, pressure=0, 1:8.

#include <cstddef>
#include <string>
#include <string_view>

#include "granary/study/sweep.hpp"

namespace granary::cli {

/// Rows by name; a name of the other table, or of none, is told with what was meant.
std::size_t lever_row(std::string_view name);
std::size_t parameter_row(std::string_view name);

/// The lever in "NAME*" or "NAME*=...", which is scaled; nothing where it is held.
std::optional<std::string_view> scaled_in(std::string_view argument);
/// "NAME=FROM:TO:POINTS" within the table's range, or "NAME*=FROM:TO:POINTS" for factors.
Axis lever_axis(const std::string& argument);
Axis parameter_axis(const std::string& argument);
/// "FROM:TO": every number of levels between them.
Axis levels_axis(const std::string& argument);

/// "pressure=0", within the lever's range.
Decision decision_in(const std::string& argument);

/// A measure by its name: of the year where it is a year's figure.
Measure measure_called(const std::string& name, std::optional<int> year, const Scenario& scenario);

}  // namespace granary::cli
