#pragma once
/// What a scenario file may hold, for editors and validators.

#include <string>

#include "granary/foundation/api.hpp"

namespace granary {

/// A JSON Schema (draft 2020-12) of scenario files, made of the tables that the reader checks by:
/// every lever and parameter with range, unit, meaning and source. A schema sees one value at a
/// time: the order of points, the sum of shares, spans, names of files and heights that a parameter
/// gives are for `load_scenario` to check.
GRANARY_API std::string scenario_schema();

}  // namespace granary
