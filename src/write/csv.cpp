#include "granary/write/csv.hpp"

#include <charconv>
#include <system_error>

#include "granary/foundation/plain_text.hpp"
#include "granary/write/text.hpp"

namespace granary {
namespace {

std::string quoted(std::string_view cell) {
    std::string text = "\"";
    for (const char c : cell) {
        if (c == '"') text += '"';
        text += c;
    }
    return text + '"';
}

bool is_number(std::string_view cell) {
    if (cell.starts_with('+')) cell.remove_prefix(1);
    double value = 0;
    const auto* end = cell.data() + cell.size();
    const auto [read, fault] = std::from_chars(cell.data(), end, value);
    return fault == std::errc() && read == end;
}

/// A table calculates what begins like this, unless it is a number or a sign alone.
bool is_formula(std::string_view cell) {
    return cell.size() > 1 && std::string_view("=+-@").find(cell[0]) != std::string_view::npos &&
           !is_number(cell);
}

std::string cell_text(std::string_view cell) {
    const auto plain = (is_formula(cell) ? "'" : "") + plain_lines(cell);
    const bool is_clear = plain.find_first_of(",\"#\n") == std::string::npos;
    return is_clear ? plain : quoted(plain);
}

}  // namespace

void Csv::comment(std::string_view line) {
    text_ += "# " + one_line(line) + '\n';
}

void Csv::row(std::span<const std::string> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text_ += ',';
        text_ += cell_text(cells[i]);
    }
    text_ += '\n';
}

}  // namespace granary
