#pragma once
/// Comma-separated values after RFC 4180, with comment lines above them.

#include <span>
#include <string>
#include <string_view>

#include "granary/foundation/api.hpp"

namespace granary {

/// A text of rows that end in a line feed.
class GRANARY_API Csv {
  public:
    /// A line that begins with "# "; line breaks and control characters within become spaces.
    void comment(std::string_view line);
    /// Cells are quoted where they hold a comma, a quote, a line break or a "#"; what steers a
    /// terminal becomes a space; one that a spreadsheet would calculate ("=1+1") gets a "'" before
    /// it.
    void row(std::span<const std::string> cells);

    /// All lines so far.
    const std::string& text() const { return text_; }

  private:
    std::string text_;
};

}  // namespace granary
