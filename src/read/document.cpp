#include "read/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "granary/foundation/plain_text.hpp"
#include "read/outline.hpp"
#include "read/repeated_key.hpp"
#include "read/syntax_fault.hpp"
#include "read/text_file.hpp"

namespace granary::read {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr const char* setting_help =
    "; write levers.NAME=NUMBER, levers.NAME*=FACTOR or parameters.NAME=NUMBER, and texts in "
    "quotes";

/// Line and column, in characters, of a byte of the text.
toml::source_region place_of(std::string_view text, std::size_t offset) {
    const auto before = text.substr(0, offset);
    const auto line_start = before.rfind('\n') + 1;  // 0 where there is none
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto column = std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_start),
                                      before.end(), [](char c) { return !is_continuation(c); }) +
                        1;
    toml::source_region region;
    region.begin = {static_cast<toml::source_index>(line), static_cast<toml::source_index>(column)};
    return region;
}

/// The byte at a line and column; the text's size where it is shorter.
std::size_t offset_of(std::string_view text, const toml::source_position& place) {
    std::size_t at = 0;
    for (toml::source_index line = 1; line < place.line; ++line) {
        const auto end = text.find('\n', at);
        if (end == std::string_view::npos) return text.size();
        at = end + 1;
    }
    for (toml::source_index column = 1; column < place.column; ++column) {
        if (at >= text.size() || text[at] == '\n') break;
        at += character_at(text, at).bytes;
    }
    return std::min(at, text.size());
}

std::string fault_of_byte(unsigned char byte) {
    if (byte == '\r')
        return "this line ends in CR alone: save the file with LF or CRLF at line ends";
    if (byte == 0) return "byte 0x00 does not occur in a text: this is no text file";
    return fmt::format("byte 0x{:02X} is not UTF-8 text: save the file as UTF-8", byte);
}

/// The first byte that is 0 or a CR not followed by LF.
std::size_t stray_byte(std::string_view text) {
    constexpr std::string_view stray("\0\r", 2);
    auto at = text.find_first_of(stray);
    while (at != text.npos && text.substr(at, 2) == "\r\n") at = text.find_first_of(stray, at + 1);
    return at;
}

/// The first byte that no scenario file holds.
std::optional<std::size_t> byte_fault(std::string_view text) {
    const auto stray = stray_byte(text);
    const auto fault = utf8_fault(text.substr(0, stray));
    return fault || stray == text.npos ? fault : std::optional(stray);
}

bool is_text(const Reading& reading, std::string_view text) {
    if (const auto problem = limit::file.problem(text.size()))
        reading.problems.add({reading.file, 0, 0}, *problem);
    else if (const auto fault = byte_fault(text))
        reading.problem(place_of(text, *fault),
                        fault_of_byte(static_cast<unsigned char>(text[*fault])));
    else
        return true;
    return false;
}

/// Checked before the parser sees the text, because it builds a table for every part of a key.
bool is_within_limits(const Reading& reading, std::string_view text, const Outline& outline) {
    if (outline.too_deep) reading.problem(place_of(text, *outline.too_deep), limit::nested.told());
    if (outline.too_long) reading.problem(place_of(text, *outline.too_long), limit::list.told());
    return !outline.too_deep && !outline.too_long;
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

std::string_view beginning(std::string_view text, std::size_t bytes) {
    while (bytes > 0 && bytes < text.size() && is_continuation(text[bytes])) --bytes;
    return text.substr(0, bytes);
}

/// The last character of the shortest beginning of the text at which the parser gives up, by
/// bisection: it reads from front to back, so every longer beginning makes it give up too.
std::size_t where_parser_gives_up(std::string_view text) {
    std::size_t fine = 0, bad = text.size();
    while (bad - fine > 1) {
        const auto middle = fine + (bad - fine) / 2;
        const bool gives_up = outcome_of(beginning(text, middle)) == Outcome::gave_up;
        (gives_up ? bad : fine) = middle;
    }
    return beginning(text, fine).size();
}

/// Parses a text, and where that fails the rest of it without the faulty statement, so that a
/// file's other problems are told too.
class Recovery {
  public:
    Recovery(const Reading& reading, std::string_view text, Outline outline)
        : reading_(reading), text_(text), outline_(std::move(outline)) {}

    std::optional<toml::table> parse() {
        for (std::size_t i = 0; i < outline_.statements.size(); ++i)
            if (const auto stray = outline_.statements[i].stray) leave_out_stray(i, *stray);
        for (std::size_t fault = 0; fault < limit::syntax_faults.most; ++fault) {
            try {
                return toml::parse(text_, reading_.file);
            } catch (const toml::parse_error& error) {
                if (!leave_out(offset_of(text_, error.source().begin), &error)) break;
            } catch (const ParserGaveUp&) {
                if (!leave_out(where_parser_gives_up(text_), nullptr)) break;
            }
        }
        return std::nullopt;
    }

  private:
    /// Notes the fault and blanks its statement; false where that would change nothing.
    bool leave_out(std::size_t at, const toml::parse_error* error) {
        reading_.problems.note_gap();
        const auto statement = outline_.statement_at(at);
        const auto unclosed = statement ? outline_.unclosed(*statement) : std::nullopt;
        if (unclosed)
            note_unclosed(*unclosed);
        else
            note(at, statement, error);
        return statement && blank(unclosed.value_or(*statement));
    }

    /// The parser must not see such a character: its behaviour is undefined for some of them.
    void leave_out_stray(std::size_t statement, std::size_t at) {
        if (text_[at] == ' ') return;
        reading_.problems.note_gap();
        reading_.problem(place_of(text_, at), stray_character(text_, at));
        blank(statement);
    }

    bool blank(std::size_t statement) {
        const auto extent = outline_.extent(statement);
        outline_.statements[statement].unclosed.reset();
        if (text_[extent.begin] == ' ') return false;
        for (auto i = extent.begin; i < extent.end; ++i)
            if (text_[i] != '\n' && text_[i] != '\r') text_[i] = ' ';
        return true;
    }

    void note_unclosed(std::size_t statement) const {
        const auto at = *outline_.statements[statement].unclosed;
        reading_.problem(place_of(text_, at), fmt::format("nothing closes this {}", text_[at]));
    }

    void note(std::size_t at, std::optional<std::size_t> statement,
              const toml::parse_error* error) const {
        if (error == nullptr)
            reading_.problem(place_of(text_, at), "not TOML: the text cannot go on like this here");
        else if (const auto repeated =
                     statement ? repeated_key(text_, outline_, *statement) : std::nullopt)
            reading_.problem(repeated->place, repeated->message);
        else
            note_syntax(at, statement, *error);
    }

    bool is_setting_form(std::string_view message) const {
        return reading_.one_line && message.starts_with("not TOML");
    }

    void note_syntax(std::size_t at, std::optional<std::size_t> statement,
                     const toml::parse_error& error) const {
        const auto stretch = statement ? outline_.statements[*statement] : Statement{at, at};
        const auto fault = syntax_fault(text_, stretch, at, error.description());
        reading_.problem(place_of(text_, fault.at),
                         fault.message + (is_setting_form(fault.message) ? setting_help : ""));
    }

    const Reading& reading_;
    std::string text_;
    Outline outline_;
};

}  // namespace

std::optional<toml::table> parse_document(const Reading& reading, std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    reading.problems.open(reading.file, text);
    if (is_text(reading, text)) {
        auto outline = outline_of(text);
        if (is_within_limits(reading, text, outline))
            return Recovery(reading, text, std::move(outline)).parse();
    }
    reading.problems.note_gap();
    return std::nullopt;
}

}  // namespace granary::read
