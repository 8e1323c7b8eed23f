#include "read/repeated_key.hpp"

#include <fmt/format.h>

#include "read/reading.hpp"

namespace granary::read {
namespace {

std::optional<toml::table> parsed(std::string_view text) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error&) {
    } catch (const ParserGaveUp&) {
    }
    return std::nullopt;
}

/// The text with nothing left in it but two stretches, each in its place.
std::string only(std::string_view text, const std::optional<Statement>& header,
                 const Statement& statement) {
    std::string result;
    for (const char c : text.substr(0, statement.end)) result += c == '\n' ? '\n' : ' ';
    const auto keep = [&](const Statement& part) {
        result.replace(part.begin, part.end - part.begin,
                       text.substr(part.begin, part.end - part.begin));
    };
    if (header) keep(*header);
    keep(statement);
    return result;
}

struct Both {
    const toml::key *first, *second;
    bool is_list;  ///< the first is a list of tables
};

/// A table, or the newest of a list of tables.
const toml::table* newest(const toml::node& node) {
    if (const auto* list = node.as_array())
        return list->empty() ? nullptr : list->get(list->size() - 1)->as_table();
    return node.as_table();
}

/// The innermost key of the one path that `later` consists of, where `earlier` has it too.
std::optional<Both> both_of(const toml::table& earlier, const toml::table& later) {
    for (const auto& [key, value] : later) {
        const auto old = earlier.find(key.str());
        if (old == earlier.end()) continue;
        const auto* inner = newest(value);
        const auto* old_inner = newest(old->second);
        if (inner == nullptr || old_inner == nullptr || inner->empty() || inner->is_inline())
            return Both{&old->first, &key, old->second.is_array_of_tables()};
        return both_of(*old_inner, *inner);
    }
    return std::nullopt;
}

std::string message_of(const Both& both, bool is_header) {
    const auto name = both.second->str();
    const auto line = both.first->source().begin.line;
    if (!is_header)
        return fmt::format("{} is set in line {} already: keep one of the two", quoted_word(name),
                           line);
    if (both.is_list)
        return fmt::format("{} is a list since line {}: two brackets begin another",
                           quoted_word(name), line);
    return fmt::format("the table {} stands in line {} already: write its keys there",
                       quoted_word(name), line);
}

}  // namespace

std::optional<RepeatedKey> repeated_key(std::string_view text, const Outline& outline,
                                        std::size_t statement) {
    const auto& here = outline.statements[statement];
    const auto header = here.is_header ? std::nullopt : outline.header_of(statement);
    const auto earlier = parsed(text.substr(0, here.begin));
    const auto later = earlier ? parsed(only(text, header, here)) : std::nullopt;
    const auto both = later ? both_of(*earlier, *later) : std::nullopt;
    if (!both) return std::nullopt;
    return RepeatedKey{both->second->source(), message_of(*both, here.is_header)};
}

}  // namespace granary::read
