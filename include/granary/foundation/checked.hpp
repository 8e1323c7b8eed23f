#pragma once
/// An index that is asked for is looked at before it is used: one that there is not is NotFound,
/// never another's number.

#include <cstddef>
#include <string>
#include <string_view>

#include "granary/foundation/error.hpp"

namespace granary {

namespace detail {
[[noreturn, gnu::cold]] inline void not_among(std::string_view what, std::size_t index,
                                              std::size_t count, std::size_t first) {
    std::string text = "there is no " + std::string(what) + ' ' + std::to_string(index);
    if (count == 0) throw NotFound(text + ": there is none at all");
    if (count == 1) throw NotFound(text + ": the only one is " + std::to_string(first));
    throw NotFound(text + ": they are counted from " + std::to_string(first) + " to " +
                   std::to_string(first + count - 1));
}
}  // namespace detail

/// `index` where it is one of `count` that are counted from `first`. Throws NotFound: "there is no
/// region 1: the only one is 0".
constexpr std::size_t checked(std::string_view what, std::size_t index, std::size_t count,
                              std::size_t first = 0) {
    // One below the first wraps round to far beyond the last.
    if (index - first >= count) detail::not_among(what, index, count, first);
    return index;
}

}  // namespace granary
