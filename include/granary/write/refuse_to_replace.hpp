#pragma once
/// What a command reads must outlive what it writes.

#include <span>
#include <string>
#include <string_view>

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary {

/// Throws a usage error where `output` is one of the files read, under any name or link. Both may
/// be empty.
GRANARY_API void refuse_to_replace(std::span<const std::string> read, const std::string& output);

/// The same for the files that a scenario, its ancestors and their parameters were read from.
GRANARY_API void refuse_to_replace(const Scenario& scenario, const std::string& output);

/// Throws FileError where there is a file under the name without `mark` in its second line: one
/// that the program did not make, where the user named another and `what` would stand beside that.
GRANARY_API void require_own(const std::string& file, std::string_view mark, std::string_view what);

}  // namespace granary
