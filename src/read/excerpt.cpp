#include "read/excerpt.hpp"

#include <algorithm>
#include <string>

#include "granary/foundation/plain_text.hpp"

namespace granary::read {
namespace {

/// Columns of a line shown, and those before the place where both sides are long: with the line's
/// number it fits a terminal.
constexpr unsigned most_columns = 72, most_before = 40;
constexpr std::string_view cut = "...";

/// A stretch of a line with its width on a terminal.
struct Stretch {
    std::string text;
    unsigned columns = 0;

    void add(std::string_view bytes, unsigned width) {
        text += message_text(bytes);
        columns += width;
    }
};

bool ends_line(std::string_view text, std::size_t at) {
    return at >= text.size() || text[at] == '\n' || text.substr(at, 2) == "\r\n";
}

unsigned width_at(std::string_view text, std::size_t at) {
    const auto shown = message_text(text.substr(at, character_at(text, at).bytes));
    return static_cast<unsigned>(display_width(shown));
}

std::size_t character_before(std::string_view text, std::size_t at) {
    do --at;
    while (at > 0 && is_continuation(text[at]));
    return at;
}

/// Where the line is begun so that at most so many columns stand before the place.
std::size_t start_before(std::string_view text, std::size_t place, unsigned most) {
    std::size_t begin = place;
    unsigned columns = 0;
    while (begin > 0 && text[begin - 1] != '\n') {
        const auto earlier = character_before(text, begin);
        columns += width_at(text, earlier);
        if (columns > most) break;
        begin = earlier;
    }
    return begin;
}

Stretch before(std::string_view text, std::size_t place, unsigned most) {
    Stretch stretch;
    const auto begin = start_before(text, place, most);
    if (begin > 0 && text[begin - 1] != '\n') stretch.add(cut, cut.size());
    for (auto at = begin; at < place; at += character_at(text, at).bytes)
        stretch.add(text.substr(at, character_at(text, at).bytes), width_at(text, at));
    return stretch;
}

/// From the place on; `marked` becomes the columns of its first `characters`.
Stretch after(std::string_view text, std::size_t place, unsigned most, unsigned characters,
              unsigned& marked) {
    Stretch stretch;
    unsigned count = 0;
    std::size_t at = place;
    while (!ends_line(text, at) && stretch.columns < most) {
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
    const unsigned characters =
        place.end_column > place.column ? place.end_column - place.column : 1;
    unsigned marked = 1;
    const auto shown_before = before(text_, offset_, most_before).columns;
    const auto rest = after(text_, offset_, most_columns - std::min(shown_before, most_before),
                            characters, marked);
    const auto first = before(
        text_, offset_, std::max(most_columns - std::min(rest.columns, most_columns), most_before));
    auto line = first.text + rest.text;
    while (line.ends_with(' ')) line.pop_back();
    if (is_blank(line)) return {};
    return {std::move(line), first.columns, std::max(marked, 1U)};
}

}  // namespace granary::read
