#include "read/region_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "granary/scenario/region_share.hpp"
#include "granary/scenario/validate.hpp"
#include "read/lever_reader.hpp"
#include "read/outline.hpp"

namespace granary::read {
namespace {

constexpr auto region_keys = std::to_array<std::string_view>({"name", "share", "levers"});

/// The value of `key`; a missing one is a problem of the whole region.
const toml::node* needed(const Reading& reading, const toml::table& table, std::string_view key) {
    const auto* node = table.get(key);
    if (node == nullptr && !reading.problems.has_gap())
        reading.problem(table.source(), fmt::format("this region has no {}", key));
    return node;
}

/// A table calculates, or takes for a comment, what begins with one of these.
bool begins_in_a_table_as(std::string_view name, std::string_view characters) {
    return !name.empty() && characters.find(name.front()) != std::string_view::npos;
}

std::optional<std::string> read_region_name(const Reading& reading, const toml::table& table) {
    const auto* node = needed(reading, table, "name");
    auto name = node ? read_name(reading, "name", *node) : std::nullopt;
    if (!name) return name;
    const auto problem = region_name_problem(*name);
    if (!problem && !name->empty() && !begins_in_a_table_as(*name, "=+-@#'")) return name;
    if (problem)
        reading.problem(node->source(), *problem);
    else
        reading.wrong("name", *node,
                      name->empty() ? "the region's name"
                                    : "a name that begins with a letter or digit: a table would "
                                      "take this one for a formula or a comment");
    return std::nullopt;
}

/// Nothing where none is given: a region of the parent keeps its own.
std::optional<double> read_share(const Reading& reading, const toml::table& table) {
    const auto* node = table.get("share");
    if (node == nullptr) return std::nullopt;
    const auto share =
        read_number(reading, region_share_rule.name, *node, region_share_rule.expected);
    const auto problem = share ? rule_problem(region_share_rule, *share) : std::nullopt;
    if (problem) reading.problem(node->source(), *problem);
    return problem ? std::nullopt : share;
}

/// The region, or nothing where its name or share could not be read.
std::optional<RegionSetting> read_region(const Reading& reading, const toml::table& table) {
    check_keys(reading, "key of a region", table, region_keys);
    const auto name = read_region_name(reading, table);
    RegionSetting region{
        reading.place(table.source()), name.value_or(""), read_share(reading, table), {}};
    if (const auto* levers = table.get("levers"))
        region.levers = read_regional_levers(reading, *levers);
    const bool is_read = name && region.share.has_value() == table.contains("share");
    return is_read ? std::optional(region) : std::nullopt;
}

void check_names(const Reading& reading, const std::vector<RegionSetting>& regions) {
    std::map<std::string_view, unsigned> lines;
    for (const auto& region : regions) {
        const auto [first, is_new] = lines.try_emplace(region.name, region.place.line);
        if (!is_new)
            reading.problems.add(region.place,
                                 fmt::format("a region named {} stands in line {} already",
                                             quoted_word(region.name), first->second));
    }
}

}  // namespace

std::vector<RegionSetting> read_regions(const Reading& reading, const toml::node& node) {
    std::vector<RegionSetting> regions;
    const auto* list = node.as_array();
    if (list == nullptr || list->empty() || !list->is_homogeneous<toml::table>()) {
        reading.wrong("region", node, "a list of regions, each under its own [[region]]");
        return regions;
    }
    if (const auto problem = limit::regions.problem(list->size())) {
        reading.problem(node.source(), *problem);
        return regions;
    }
    for (const auto& item : *list)
        if (auto region = read_region(reading, *item.as_table()))
            regions.push_back(*std::move(region));
    check_names(reading, regions);
    return regions;
}

}  // namespace granary::read
