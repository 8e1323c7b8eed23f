#include "read/syntax_fault.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "granary/foundation/plain_text.hpp"

namespace granary::read {
namespace {

constexpr const char* not_a_value =
    "not a value: write a text or a date in quotes, and a number as 0.5";

bool is_digit(char c) {
    return '0' <= c && c <= '9';
}

bool is_letter(char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
}

/// The value of a key, where it begins with a letter and is no word of TOML.
std::optional<std::size_t> bare_text(std::string_view text, const Statement& statement) {
    const auto whole = text.substr(0, statement.end);
    const auto equals = whole.find('=', statement.begin);
    const auto value = equals == whole.npos ? equals : whole.find_first_not_of(" \t", equals + 1);
    if (value == whole.npos || !is_letter(whole[value])) return std::nullopt;
    const auto word = whole.substr(value, whole.find_first_of(" \t\r\n#,", value) - value);
    const bool is_value = word == "true" || word == "false" || word == "inf" || word == "nan";
    return is_value ? std::nullopt : std::optional(value);
}

bool is_decimal_comma(std::string_view text, std::size_t at) {
    return at > 0 && at + 1 < text.size() && text[at] == ',' && is_digit(text[at - 1]) &&
           is_digit(text[at + 1]);
}

void replace(std::string& text, std::string_view old, std::string_view by) {
    if (const auto at = text.find(old); at != text.npos) text.replace(at, old.size(), by);
}

/// The name in "cannot redefine existing integer 'scale'".
std::string_view repeated_name(std::string_view fault) {
    const auto begin = std::min(fault.find('\''), fault.size() - 1) + 1;
    return fault.substr(begin, fault.find('\'', begin) - begin);
}

/// "Error while parsing WHAT: FAULT" as "not TOML (WHAT): FAULT".
std::string told_by_parser(std::string_view description) {
    constexpr std::string_view head = "Error while parsing ";
    const auto colon = description.starts_with(head) ? description.find(": ") : description.npos;
    if (colon == description.npos) return fmt::format("not TOML: {}", description);
    const auto fault = description.substr(colon + 2);
    if (fault == "could not determine value type") return not_a_value;
    if (fault.starts_with("cannot redefine existing"))
        return fmt::format("{} is set a second time here", quoted_word(repeated_name(fault)));
    auto text = fmt::format("not TOML ({}): {}",
                            description.substr(head.size(), colon - head.size()), fault);
    replace(text, "saw '\\n'", "saw the end of the line");
    replace(text, "encountered end-of-file", "the text ends here");
    return text;
}

}  // namespace

SyntaxFault syntax_fault(std::string_view text, const Statement& statement, std::size_t at,
                         std::string_view parser_says) {
    if (const auto value = bare_text(text, statement)) return {*value, not_a_value};
    if (is_decimal_comma(text, at)) return {at, "a decimal comma: write 0.5, not 0,5"};
    return {at, told_by_parser(parser_says)};
}

std::string stray_character(std::string_view text, std::size_t at) {
    constexpr std::u32string_view curly_quotes =
        U"\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB";
    const auto [code, bytes] = character_at(text, at);
    if (curly_quotes.find(code) != curly_quotes.npos)
        return "a quote of a word processor: write straight quotes, \"";
    return fmt::format("{} (U+{:04X}) stands outside quotes, where TOML has a-z, 0-9, _ and - only",
                       quoted_word(text.substr(at, bytes)), static_cast<unsigned>(code));
}

}  // namespace granary::read
