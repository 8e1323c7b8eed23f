#pragma once
/// The line that a problem is in, to be shown with a mark below it.

#include <cstddef>
#include <string_view>

#include "granary/foundation/error.hpp"

namespace granary::read {

/// Goes through a text to one place after another, never back, so that thousands of problems in one
/// long line cost one reading of it.
class Excerpts {
  public:
    explicit Excerpts(std::string_view text) : text_(text) {}

    /// The excerpt for a place that does not come before the last one.
    Excerpt at(const Place& place);

  private:
    void go_to(const Place& place);

    std::string_view text_;
    std::size_t offset_ = 0;
    unsigned line_ = 1, column_ = 1;
};

}  // namespace granary::read
