#pragma once
/// What a command reads must outlive what it writes.

#include <span>
#include <string>

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary {

/// Throws a usage error where `output` is one of the files read, under any name or link. Both may
/// be empty.
GRANARY_API void refuse_to_replace(std::span<const std::string> read, const std::string& output);

/// The same for the files that a scenario, its ancestors and their parameters were read from.
GRANARY_API void refuse_to_replace(const Scenario& scenario, const std::string& output);

}  // namespace granary
