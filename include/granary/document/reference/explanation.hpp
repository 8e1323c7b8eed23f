#pragma once
/// What can be explained, kind by kind, in words.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/api.hpp"

namespace granary {

/// A kind of thing with a name.
struct Kind {
    /// Names of things of the kind.
    using Names = std::vector<std::string>;
    std::string_view singular, plural;
    std::function<Names()> names;
    /// The names that a word stands for: a name or a symbol; for an event a date, the beginning of
    /// one, or a part of its title in any case.
    std::function<Names(std::string_view word)> called;
    std::function<std::string()> list;
    std::function<std::string(std::string_view name)> explain;
};

/// What the library itself can explain.
GRANARY_API std::span<const Kind> kinds();

/// A shipped scenario, or a user's file. Throws what load_scenario throws.
GRANARY_API std::string explain_scenario(std::string_view name_or_file);

/// The rooms in their order, with the flows each declares.
GRANARY_API std::string explain_model();

/// "0 to 2"; with the unit where there is one.
GRANARY_API std::string range_text(double low, double high, std::string_view unit);

}  // namespace granary
