#pragma once
/// Plain text for a terminal: lines of at most so many columns, and tables.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "granary/foundation/api.hpp"

namespace granary {

/// Columns that printed text keeps within.
constexpr std::size_t text_columns = 99;

/// Text of a user's file made safe to print: control characters (line breaks, escapes) become
/// spaces.
GRANARY_API std::string one_line(std::string_view text);

/// Breaks at spaces so that no line is wider than `columns`; lines after the first begin with
/// `indent` spaces, which count. No line break at the end.
GRANARY_API std::string wrapped(std::string_view text, std::size_t columns = text_columns,
                                std::size_t indent = 0);

/// On which side of its column a cell stands.
enum class Align { left, right };

/// A table with one or two lines of heading, its columns as wide as they must be.
class GRANARY_API TextTable {
  public:
    /// A column's heading: its name, and its unit on a second line.
    struct Column {
        std::string name, unit;
        Align align = Align::right;
    };
    /// A line above the headings that stands over so many of them.
    struct Group {
        std::string title;
        std::size_t columns;
    };

    explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

    /// A line above the headings, each group over so many columns, from the left.
    void group(std::string title, std::size_t columns);
    /// One cell a column; missing ones at the end are empty.
    void add(std::vector<std::string> cells);

    /// The headings from the left.
    const std::vector<Column>& columns() const { return columns_; }
    /// What stands above them, from the left; often nothing.
    const std::vector<Group>& groups() const { return groups_; }
    /// The cells of each row, from the top.
    const std::vector<std::vector<std::string>>& rows() const { return rows_; }

    /// The lines of the table. A last column that is aligned left is wrapped at `text_columns`.
    /// With `strong` the headings are set off by the terminal's bold.
    std::string text(bool strong = false) const;

  private:
    std::vector<std::size_t> widths() const;
    std::string heading(const std::vector<std::size_t>& widths) const;
    std::string groups_line(const std::vector<std::size_t>& widths) const;
    std::string line(const std::vector<std::string>& cells,
                     const std::vector<std::size_t>& widths) const;

    std::vector<Column> columns_;
    std::vector<Group> groups_;
    std::vector<std::vector<std::string>> rows_;
};

/// A table and what stands above it.
struct TitledTable {
    std::string title;
    TextTable table;
};

/// Set in bold, line by line.
GRANARY_API std::string bold(std::string_view text);

/// Lines fit to be shown: of what steers a terminal, line breaks and what `bold` made stay.
GRANARY_API std::string shown_lines(std::string_view text);

}  // namespace granary
