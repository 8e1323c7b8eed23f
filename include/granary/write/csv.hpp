#pragma once
/// Comma-separated values after RFC 4180, and what is to be said about them: beside them, because
/// a plain reader takes the first line for the header.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/api.hpp"

namespace granary {

/// Rows that end in a line feed, the first of them the header, and what is said about them.
class GRANARY_API Csv {
  public:
    /// Says a line about the rows; line breaks and control characters within become spaces.
    void comment(std::string_view line);
    /// Cells are quoted where they hold a comma, a quote, a line break or a "#"; what steers a
    /// terminal becomes a space; one that a spreadsheet would calculate ("=1+1") gets a "'" before
    /// it.
    void row(std::span<const std::string> cells);

    /// The rows so far.
    const std::string& text() const { return text_; }
    /// What is said about them, a line each.
    const std::vector<std::string>& about() const { return about_; }
    /// What is said, in lines that begin with "# ", and below it the rows.
    std::string text_below_about() const;

  private:
    std::vector<std::string> about_;
    std::string text_;
};

/// What is said about a file of CSV stands in this file beside it: "runs.csv.json".
GRANARY_API std::string about_file(const std::string& csv_file);

/// Throws FileError where that file is another's: for a program that works long before it writes.
GRANARY_API void require_own_about_file(const std::string& csv_file);

/// Writes the rows to the file, and what is said about them beside it, unless nothing is or the
/// file is a device or pipe. Throws FileError, also where the file beside it is another's.
GRANARY_API void write_csv_file(const std::string& file, const Csv& csv);

}  // namespace granary
