#include "granary/write/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "granary/foundation/plain_text.hpp"
#include "granary/foundation/split.hpp"

namespace granary {
namespace {

constexpr std::string_view gap = "  ";
constexpr std::size_t least_wrapped =
    24;  // a column narrower than this reads worse than a long line

std::string padded(std::string_view cell, std::size_t width, Align align) {
    const std::size_t taken = display_width(cell);
    const std::string space(taken < width ? width - taken : 0, ' ');
    return align == Align::left ? std::string(cell) + space : space + std::string(cell);
}

constexpr std::string_view bold_on = "\x1b[1m", bold_off = "\x1b[0m";

std::string shown_line(std::string_view line) {
    if (!line.starts_with(bold_on) || !line.ends_with(bold_off)) return plain_lines(line);
    line.remove_prefix(bold_on.size());
    line.remove_suffix(bold_off.size());
    return fmt::format("{}{}{}", bold_on, plain_lines(line), bold_off);
}

void end_line(std::string& text) {
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
}

}  // namespace

std::string one_line(std::string_view text) {
    return plain_text(text);
}

std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent) {
    std::string result;
    std::size_t used = 0;
    for (const auto word : words_of(text)) {
        const std::size_t width = display_width(word);
        if (result.empty()) {
            used = width;
        } else if (used + 1 + width <= columns) {
            result += ' ';
            used += 1 + width;
        } else {
            result += '\n' + std::string(indent, ' ');
            used = indent + width;
        }
        result += word;
    }
    return result;
}

std::string bold(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        result += fmt::format("{}{}{}", bold_on, text.substr(0, end), bold_off);
        if (end < text.size()) result += '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result;
}

std::string shown_lines(std::string_view text) {
    std::string result;
    for (const auto line : split(text, '\n')) result += shown_line(line) + '\n';
    result.pop_back();
    return result;
}

void TextTable::group(std::string title, std::size_t columns) {
    groups_.push_back({std::move(title), columns});
}

void TextTable::add(std::vector<std::string> cells) {
    cells.resize(columns_.size());
    for (auto& cell : cells) cell = one_line(cell);
    rows_.push_back(std::move(cells));
}

std::vector<std::size_t> TextTable::widths() const {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        std::size_t width =
            std::max(display_width(columns_[i].name), display_width(columns_[i].unit));
        for (const auto& row : rows_) width = std::max(width, display_width(row[i]));
        widths.push_back(width);
    }
    return widths;
}

std::string TextTable::line(const std::vector<std::string>& cells,
                            const std::vector<std::size_t>& widths) const {
    std::string text;
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
        text += padded(cells[i], widths[i], columns_[i].align);
        text += gap;
    }
    const std::size_t indent = display_width(text);
    const bool wraps =
        columns_.back().align == Align::left && indent + least_wrapped <= text_columns;
    text += wraps ? wrapped(cells.back(), text_columns - indent, 0)
                  : padded(cells.back(), widths.back(), columns_.back().align);
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
        text.insert(at + 1, indent, ' ');
    end_line(text);
    return text;
}

std::string TextTable::groups_line(const std::vector<std::size_t>& widths) const {
    std::string text;
    std::size_t column = 0;
    for (const auto& group : groups_) {
        std::size_t width = (group.columns - 1) * gap.size();
        for (std::size_t i = 0; i < group.columns; ++i) width += widths[column + i];
        column += group.columns;
        if (!text.empty()) text += gap;
        text += padded(group.title, width, Align::right);
    }
    end_line(text);
    return text;
}

std::string TextTable::heading(const std::vector<std::size_t>& widths) const {
    std::vector<std::string> names, units;
    for (const auto& column : columns_) {
        names.push_back(column.name);
        units.push_back(column.unit);
    }
    const auto empty = [](const std::vector<std::string>& cells) {
        return std::all_of(cells.begin(), cells.end(),
                           [](const std::string& cell) { return cell.empty(); });
    };
    std::string text = groups_.empty() ? std::string() : groups_line(widths);
    if (!empty(names)) text += line(names, widths);
    if (!empty(units)) text += line(units, widths);
    return text;
}

std::string TextTable::text(bool strong) const {
    const auto columns = widths();
    const auto head = heading(columns);
    std::string result = strong ? bold(head) : head;
    for (const auto& row : rows_) result += line(row, columns);
    return result;
}

}  // namespace granary
