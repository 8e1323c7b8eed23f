#include "record/csv.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "granary/foundation/error.hpp"
#include "granary/foundation/finite_number.hpp"

namespace granary::csv {
namespace {

class Scanner {
  public:
    Scanner(std::string_view file, std::string_view text) : file_(file), rest_(text) {}

    bool at_end() const { return rest_.empty(); }

    Row row(std::size_t expected_cells = 0) {
        Row row{file_, line_, {}};
        row.cells.reserve(expected_cells);
        do {
            row.cells.push_back(cell());
        } while (accept(","));
        end_row();
        return row;
    }

  private:
    bool accept(std::string_view token) {
        if (!rest_.starts_with(token)) return false;
        rest_.remove_prefix(token.size());
        return true;
    }

    std::string take(std::size_t count) {
        const auto taken = rest_.substr(0, count);
        rest_.remove_prefix(taken.size());
        line_ += static_cast<unsigned>(std::count(taken.begin(), taken.end(), '\n'));
        return std::string(taken);
    }

    std::string cell() { return accept("\"") ? quoted() : plain(); }

    /// A byte at a time: the record is read at every start, and find_first_of takes four times as
    /// long.
    std::string plain() {
        const auto ends = [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; };
        const auto end = std::find_if(rest_.begin(), rest_.end(), ends);
        std::string text(rest_.begin(), end);
        rest_.remove_prefix(text.size());
        return text;
    }

    std::string quoted() {
        const auto opened = line_;
        std::string text;
        do {
            const auto quote = rest_.find('"');
            if (quote == std::string_view::npos) fail(file_, opened, "a quote is never closed");
            text += take(quote + 1);
        } while (accept("\""));
        text.pop_back();
        return text;
    }

    void end_row() {
        if (!accept("\r\n") && !accept("\n") && !at_end()) {
            fail(file_, line_, "a cell must be quoted from its first to its last character");
        }
        ++line_;
    }

    std::string_view file_;
    std::string_view rest_;
    unsigned line_ = 1;
};

void check_size(const Row& row, std::size_t expected) {
    if (row.cells.size() == expected) return;
    fail(row, fmt::format("expected {} cells, found {}", expected, row.cells.size()));
}

}  // namespace

void fail(std::string_view file, unsigned line, std::string_view message) {
    throw RecordError(fmt::format("{}:{}: {}", file, line, message));
}

void fail(const Row& row, std::string_view message) {
    fail(row.file, row.line, message);
}

std::vector<Row> read(std::string_view file, std::string_view text, std::string_view columns) {
    Scanner scanner(file, text);
    const auto header = scanner.row();
    if (fmt::format("{}", fmt::join(header.cells, ",")) != columns) {
        fail(header, fmt::format("expected the columns {}", columns));
    }
    std::vector<Row> rows;
    rows.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
    while (!scanner.at_end()) {
        rows.push_back(scanner.row(header.cells.size()));
        check_size(rows.back(), header.cells.size());
    }
    return rows;
}

std::string Cells::text() {
    return row_.cells.at(next_++);
}

std::string Cells::name() {
    auto cell = text();
    if (cell.empty()) fail(row_, fmt::format("cell {} must not be empty", next_));
    return cell;
}

double Cells::number() {
    const auto cell = text();
    const auto value = finite_number(cell);
    if (!value) fail(row_, fmt::format("\"{}\" in cell {} is not a number", cell, next_));
    return *value;
}

std::optional<double> Cells::optional_number() {
    if (!row_.cells.at(next_).empty()) return number();
    ++next_;
    return std::nullopt;
}

}  // namespace granary::csv
