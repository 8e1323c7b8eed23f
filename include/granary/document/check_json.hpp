#pragma once
/// What `check` finds, and its form for editors.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/foundation/error.hpp"

namespace granary {

/// What a sound scenario consists of.
struct Read {
    std::string title, start, end;
    std::size_t regions = 0, levers = 0, parameters = 0;  ///< levers and parameters not at default
    std::vector<std::string> changes;  ///< of the scenario that it extends, in words
};

/// A scenario or file that was checked, by its name on the command line.
struct Checked {
    std::string argument;
    int exit_code = 0;
    std::optional<Read> read;  ///< where it is sound
    std::vector<Problem> problems;
};

/// What was found, as one JSON text for editors.
GRANARY_API std::string check_json(std::span<const Checked> all);

/// The JSON Schema of such a text.
GRANARY_API std::string check_schema();

}  // namespace granary
