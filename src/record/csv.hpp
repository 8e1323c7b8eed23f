#pragma once
/// Comma-separated values after RFC 4180: cells may be quoted, a quote within is doubled, rows end
/// in LF or CRLF. Every fault throws RecordError with "file:line: ".

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace granary::csv {

/// One row as read, with the line on which it begins. `file` views the name given to read().
struct Row {
    std::string_view file;
    unsigned line;
    std::vector<std::string> cells;
};

[[noreturn]] void fail(std::string_view file, unsigned line, std::string_view message);
[[noreturn]] void fail(const Row& row, std::string_view message);

/// The rows below the header line. The header must be exactly `columns` (comma-separated names),
/// and every row must have as many cells.
std::vector<Row> read(std::string_view file, std::string_view text, std::string_view columns);

/// Takes the cells of a row from left to right, so that a reader lists the fields of its type in
/// the order of the columns and counts nothing. The row must outlive it.
class Cells {
  public:
    explicit Cells(const Row& row) : row_(row) {}

    const Row& row() const { return row_; }

    /// The next cell as it stands, which may be empty.
    std::string text();

    /// The next cell, which must not be empty.
    std::string name();

    /// The next cell as a finite number, all of it.
    double number();

    /// Nothing where the next cell is empty.
    std::optional<double> optional_number();

  private:
    const Row& row_;
    std::size_t next_ = 0;
};

}  // namespace granary::csv
