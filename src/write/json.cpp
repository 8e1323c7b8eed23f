#include "granary/write/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "granary/foundation/plain_text.hpp"
#include "granary/write/number.hpp"

namespace granary {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD in UTF-8
constexpr std::string_view indent = "  ";
constexpr std::size_t longest_line = 88;  // less the depth a value usually stands at

/// The escape of an ASCII character that may not stand for itself; empty for all others.
std::string escape(char c) {
    switch (c) {
        case '"':
            return "\\\"";
        case '\\':
            return "\\\\";
        case '\b':
            return "\\b";
        case '\f':
            return "\\f";
        case '\n':
            return "\\n";
        case '\r':
            return "\\r";
        case '\t':
            return "\\t";
        default:
            break;
    }
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 ? fmt::format("\\u{:04x}", byte) : std::string();
}

/// Of a character that would act on a terminal too.
std::string escape(std::string_view text) {
    if (auto escaped = escape(text.front()); !escaped.empty()) return escaped;
    const auto code = character_at(text, 0).code;
    return steers(code) ? fmt::format("\\u{:04x}", static_cast<unsigned>(code)) : std::string();
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    while (!text.empty()) {
        const std::size_t bytes = utf8_character(text);
        if (const auto escaped = escape(text); !escaped.empty())
            result += escaped;
        else
            result += bytes == 0 ? replacement : text.substr(0, bytes);
        text.remove_prefix(std::max<std::size_t>(1, bytes));
    }
    return result + '"';
}

/// A value one level further in. Texts hold no line break, so each one begins a line.
std::string indented(std::string_view value) {
    std::string result;
    for (const char c : value) {
        result += c;
        if (c == '\n') result += indent;
    }
    return result;
}

bool fits_a_line(const std::vector<std::string>& items) {
    std::size_t length = 0;
    for (const auto& item : items) {
        length += item.size() + 2;
        if (item.find('\n') != item.npos || length > longest_line) return false;
    }
    return true;
}

std::string lines(char open, const std::vector<std::string>& items, char close) {
    std::string text(1, open);
    for (const auto& item : items)
        text += fmt::format("{}\n{}{}", text.size() == 1 ? "" : ",", indent, indented(item));
    return text + (items.empty() ? "" : "\n") + close;
}

}  // namespace

Json::Json(double number) {
    if (std::isfinite(number)) text_ = shortest(number);
}

Json::Json(std::string_view text) : text_(quoted(text)) {}

JsonArray& JsonArray::add(const Json& item) {
    items_.push_back(item.text());
    return *this;
}

JsonArray::operator Json() const {
    return Json::written(fits_a_line(items_) ? fmt::format("[{}]", fmt::join(items_, ", "))
                                             : lines('[', items_, ']'));
}

JsonObject& JsonObject::add(std::string_view key, const Json& value) {
    members_.push_back(fmt::format("{}: {}", quoted(key), value.text()));
    return *this;
}

JsonObject& JsonObject::add_all(const JsonObject& other) {
    members_.insert(members_.end(), other.members_.begin(), other.members_.end());
    return *this;
}

JsonObject::operator Json() const {
    return Json::written(lines('{', members_, '}'));
}

std::string json_text(const Json& value) {
    return value.text() + '\n';
}

}  // namespace granary
