#pragma once
/// The words over the columns of the program's own tables, and what they stand for.

#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/api.hpp"

namespace granary {

/// The figures that a heading stands for, or that its words begin the label of: "ration",
/// "claimed", "taken" (gross and net); of "record" those that have one beside them.
GRANARY_API std::vector<std::string> figures_headed(std::string_view heading);

/// The variables of the record behind a heading. Throws NotFound where the figures are of the model
/// alone; nothing where it is no heading.
GRANARY_API std::vector<std::string> variables_headed(std::string_view heading);

}  // namespace granary
