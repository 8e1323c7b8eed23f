#pragma once
/// The manual page.

#include <CLI/CLI.hpp>
#include <string>

namespace granary::cli {

/// granary(1) in the macros of man(7), from the definition of the commands.
std::string manual_page(const CLI::App& app);

}  // namespace granary::cli
