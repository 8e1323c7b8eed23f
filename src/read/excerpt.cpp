#include "read/excerpt.hpp"

#include <algorithm>
#include <string>

#include "granary/foundation/plain_text.hpp"

namespace granary::read {
namespace {

/// Columns shown before and from the place: a line of a terminal with its number holds both.
constexpr unsigned most_before = 40, most_after = 36;
constexpr std::string_view cut = "...";

/// A stretch of a line with its width on a terminal.
struct Stretch {
    std::string text;
    unsigned columns = 0;

    void add(std::string_view bytes, unsigned width) {
        text += plain_text(bytes);
        columns += width;
    }
};

bool ends_line(std::string_view text, std::size_t at) {
    return at >= text.size() || text[at] == '\n' || text.substr(at, 2) == "\r\n";
}

unsigned width_at(std::string_view text, std::size_t at) {
    const auto code = character_at(text, at).code;
    return steers(code) ? 1 : columns_of(code);
}

std::size_t character_before(std::string_view text, std::size_t at) {
    do --at;
    while (at > 0 && is_continuation(text[at]));
    return at;
}

Stretch before(std::string_view text, std::size_t place) {
    std::size_t begin = place;
    unsigned columns = 0;
    while (begin > 0 && text[begin - 1] != '\n' && columns < most_before) {
        begin = character_before(text, begin);
        columns += width_at(text, begin);
    }
    Stretch stretch;
    if (begin > 0 && text[begin - 1] != '\n') stretch.add(cut, cut.size());
    stretch.add(text.substr(begin, place - begin), columns);
    return stretch;
}

/// From the place on; `marked` becomes the columns of its first `characters`.
Stretch after(std::string_view text, std::size_t place, unsigned characters, unsigned& marked) {
    Stretch stretch;
    unsigned count = 0;
    std::size_t at = place;
    while (!ends_line(text, at) && stretch.columns < most_after) {
        const auto bytes = character_at(text, at).bytes;
        stretch.add(text.substr(at, bytes), width_at(text, at));
        at += bytes;
        if (++count <= characters) marked = stretch.columns;
    }
    if (!ends_line(text, at)) stretch.add(cut, cut.size());
    return stretch;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(' ') == std::string_view::npos;
}

}  // namespace

void Excerpts::go_to(const Place& place) {
    const unsigned line = std::max(place.line, 1U), column = std::max(place.column, 1U);
    while (line_ < line && offset_ < text_.size()) {
        const auto end = text_.find('\n', offset_);
        if (end == std::string_view::npos) break;
        offset_ = end + 1;
        ++line_;
        column_ = 1;
    }
    while (column_ < column && !ends_line(text_, offset_)) {
        offset_ += character_at(text_, offset_).bytes;
        ++column_;
    }
}

Excerpt Excerpts::at(const Place& place) {
    if (place.line == 0 && place.column == 0) return {};
    go_to(place);
    if (line_ != std::max(place.line, 1U)) return {};
    const auto first = before(text_, offset_);
    const unsigned characters =
        place.end_column > place.column ? place.end_column - place.column : 1;
    unsigned marked = 1;
    const auto rest = after(text_, offset_, characters, marked);
    auto line = first.text + rest.text;
    while (line.ends_with(' ')) line.pop_back();
    if (is_blank(line)) return {};
    return {std::move(line), first.columns, std::max(marked, 1U)};
}

}  // namespace granary::read
