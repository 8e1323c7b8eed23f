#pragma once
/// The manual page.

#include <string>

#include "cli/definition.hpp"

namespace granary::cli {

/// granary(1) in the macros of man(7), from the definition of the commands.
std::string manual_page(const Program& program);

}  // namespace granary::cli
