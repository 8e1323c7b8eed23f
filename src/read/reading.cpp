#include "read/reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "granary/foundation/nearest.hpp"
#include "granary/scenario/levers.hpp"
#include "granary/scenario/parameters.hpp"

namespace granary::read {
namespace {

constexpr std::string_view date_expected = R"(a date in quotes, such as "1958-08" or "1958-08-15")";

std::string date_shown(const toml::date& date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

/// "U+001B"
std::optional<std::string> first_that_is_not_shown(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto character = character_at(text, i);
        if (steers(character.code) || is_unseen(character.code))
            return fmt::format("U+{:04X}", static_cast<unsigned>(character.code));
        i += character.bytes;
    }
    return std::nullopt;
}

std::string number_shown(double number) {
    if (std::isnan(number)) return "nan";
    return fmt::format("{}", number);
}

}  // namespace

Place Reading::place(const toml::source_region& region) const {
    const auto& [begin, end] = std::pair(region.begin, region.end);
    const bool ends_here = end.line == begin.line && end.column > begin.column;
    return {file, one_line && begin.line == 1 ? 0 : begin.line, begin.column,
            ends_here ? end.column : 0};
}

void Reading::problem(const toml::source_region& region, std::string_view message) const {
    problems.add(place(region), message);
}

void Reading::wrong(std::string_view what, const toml::node& node,
                    std::string_view expected) const {
    problem(node.source(), fmt::format("{} = {}: expected {}", what, shown(node), expected));
}

void Reading::unknown(std::string_view kind, const toml::key& key,
                      std::span<const std::string_view> names) const {
    if (problems.is_full()) return problem(key.source(), "");
    problem(key.source(), fmt::format("unknown {} {}{}", kind, quoted_word(key.str()),
                                      suggestion(key.str(), names)));
}

std::string shown(const toml::node& node) {
    if (const auto* text = node.as_string()) return quoted_word(text->get());
    if (const auto* number = node.as_integer()) return fmt::format("{}", number->get());
    if (const auto* number = node.as_floating_point()) return number_shown(number->get());
    if (const auto* truth = node.as_boolean()) return truth->get() ? "true" : "false";
    if (const auto* date = node.as_date()) return date_shown(date->get());
    if (const auto* moment = node.as_date_time()) return date_shown(moment->get().date) + " ...";
    if (node.is_time()) return "a time of day";
    return node.is_array() ? "[...]" : "{...}";
}

std::string suggestion(std::string_view word, std::span<const std::string_view> names) {
    constexpr std::size_t few = 20;
    if (limit::compared_names.is_exceeded_by(names.size())) return {};
    auto question = did_you_mean(word, names);
    if (!question.empty() || names.empty() || names.size() > few) return question;
    return fmt::format("; expected one of {}", fmt::join(names, ", "));
}

void check_keys(const Reading& reading, std::string_view kind, const toml::table& table,
                std::span<const std::string_view> names) {
    for (const auto& [key, value] : table)
        if (std::find(names.begin(), names.end(), key.str()) == names.end())
            reading.unknown(kind, key, names);
}

void refuse(const Reading& reading, std::string_view kind, const toml::key& key,
            std::span<const std::string_view> names) {
    const auto name = key.str();
    if (kind != "lever" && find_row<Lever>(name))
        reading.problem(key.source(), fmt::format("{} is a lever: write it under [levers]", name));
    else if (kind != "parameter" && find_row<Parameter>(name))
        reading.problem(key.source(),
                        fmt::format("{} is a parameter: write it under [parameters]", name));
    else
        reading.unknown(kind, key, names);
}

std::optional<double> finite_number(const toml::node& node) {
    if (const auto* whole = node.as_integer()) return static_cast<double>(whole->get());
    const auto* number = node.as_floating_point();
    if (number == nullptr || !std::isfinite(number->get())) return std::nullopt;
    return number->get();
}

std::optional<double> read_number(const Reading& reading, std::string_view what,
                                  const toml::node& node, std::string_view expected) {
    const auto number = finite_number(node);
    if (!number) reading.wrong(what, node, expected);
    return number;
}

std::optional<double> read_not_negative(const Reading& reading, std::string_view what,
                                        const toml::node& node) {
    const auto number = finite_number(node);
    if (number && *number >= 0) return number;
    reading.wrong(what, node, "a number of at least 0");
    return std::nullopt;
}

std::optional<std::string> read_string(const Reading& reading, std::string_view what,
                                       const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    reading.wrong(what, node, "a text in quotes");
    return std::nullopt;
}

std::optional<std::string> read_text(const Reading& reading, std::string_view what,
                                     const toml::node& node, const Limit& most) {
    auto text = read_string(reading, what, node);
    const auto count = character_count(text.value_or(""));
    const auto problem = most.problem(count);
    if (!problem) return text;
    reading.problem(node.source(), fmt::format("{} = {} has {} characters: {}", what, shown(node),
                                               count, *problem));
    return std::nullopt;
}

std::optional<std::string> read_name(const Reading& reading, std::string_view what,
                                     const toml::node& node) {
    auto name = read_text(reading, what, node, limit::name);
    const auto character = name ? first_that_is_not_shown(*name) : std::nullopt;
    if (!character) return name;
    reading.problem(node.source(),
                    fmt::format("{} = {}: the character {} is not shown as it is: leave it out",
                                what, shown(node), *character));
    return std::nullopt;
}

std::optional<Instant> read_date(const Reading& reading, std::string_view what,
                                 const toml::node& node) {
    const auto* text = node.as_string();
    if (node.is_date()) {
        reading.problem(node.source(), fmt::format("{} = {}: write it as a quoted date, \"{}\"",
                                                   what, shown(node), shown(node)));
    } else if (text == nullptr) {
        reading.wrong(what, node, date_expected);
    } else if (const auto date = parse_date(text->get())) {
        return date;
    } else {
        reading.problem(node.source(),
                        fmt::format("{} = {} is no date of the calendar: expected {}", what,
                                    shown(node), date_expected));
    }
    return std::nullopt;
}

}  // namespace granary::read
