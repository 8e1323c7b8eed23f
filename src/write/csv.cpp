#include "granary/write/csv.hpp"

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

std::string cell_text(std::string_view cell) {
    const bool plain = cell.find_first_of(",\"\r\n") == std::string_view::npos;
    return plain && !cell.starts_with('#') ? std::string(cell) : quoted(cell);
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
