#pragma once
/// What a command reads must outlive what it writes.

#include <span>
#include <string>

#include "granary/scenario/scenario.hpp"

namespace granary::cli {

/// Throws a usage error where `output` is one of the files read, under any name or link. Both may
/// be empty.
void refuse_to_replace(std::span<const std::string> read, const std::string& output);

/// The same for the files that a scenario, its ancestors and their parameters were read from.
void refuse_to_replace(const Scenario& scenario, const std::string& output);

}  // namespace granary::cli
