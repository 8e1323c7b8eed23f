#include "read/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "read/text_file.hpp"

namespace granary::read {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Line and column, in characters, of a byte of the text.
toml::source_region place_of(std::string_view text, std::size_t offset) {
    const auto before = text.substr(0, offset);
    const auto line_start = before.rfind('\n') + 1;  // 0 where there is none
    const auto is_start = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto column = std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_start),
                                      before.end(), is_start) +
                        1;
    toml::source_region region;
    region.begin = {static_cast<toml::source_index>(line), static_cast<toml::source_index>(column)};
    return region;
}

bool is_text(const Reading& reading, std::string_view text) {
    if (text.size() > most_bytes)
        reading.problems.add({reading.file, 0, 0},
                             fmt::format("the file is larger than {} bytes (1 MiB)", most_bytes));
    else if (const auto fault = utf8_fault(text))
        reading.problem(place_of(text, *fault),
                        fmt::format("byte 0x{:02X} is not UTF-8 text: save the file as UTF-8",
                                    static_cast<unsigned char>(text[*fault])));
    else
        return true;
    return false;
}

/// "Error while parsing value: ..." starts every message of the parser.
std::string syntax_message(const Reading& reading, const toml::parse_error& error) {
    const auto help =
        reading.one_line
            ? "; write levers.NAME=NUMBER or parameters.NAME=NUMBER, and texts in quotes"
            : "";
    return fmt::format("not TOML: {}{}", error.description(), help);
}

enum class Outcome { read, refused, gave_up };

Outcome outcome_of(std::string_view text) {
    try {
        [[maybe_unused]] const auto table = toml::parse(text);
        return Outcome::read;
    } catch (const toml::parse_error&) {
        return Outcome::refused;
    } catch (const ParserGaveUp&) {
        return Outcome::gave_up;
    }
}

/// The last byte of the shortest beginning of the text at which the parser gives up, by bisection:
/// it reads from front to back, so every longer beginning makes it give up too.
std::size_t where_parser_gives_up(std::string_view text) {
    std::size_t fine = 0, bad = text.size();
    while (bad - fine > 1) {
        const auto middle = fine + (bad - fine) / 2;
        (outcome_of(text.substr(0, middle)) == Outcome::gave_up ? bad : fine) = middle;
    }
    return fine;
}

}  // namespace

std::optional<toml::table> parse_document(const Reading& reading, std::string_view text) {
    reading.problems.open(reading.file);
    if (!is_text(reading, text)) return std::nullopt;
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    try {
        return toml::parse(text, reading.file);
    } catch (const toml::parse_error& error) {
        reading.problem(error.source(), syntax_message(reading, error));
    } catch (const ParserGaveUp&) {
        reading.problem(place_of(text, where_parser_gives_up(text)),
                        "not TOML: the text cannot go on like this here");
    }
    return std::nullopt;
}

}  // namespace granary::read
