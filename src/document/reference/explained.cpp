#include "granary/document/reference/explained.hpp"

#include <algorithm>

#include "granary/foundation/nearest.hpp"
#include "granary/read/reading_file.hpp"
#include "granary/read/scenario_file.hpp"

namespace granary {
namespace {

using All = std::vector<Explained>;

template <class Rows>
[[noreturn]] void unknown(std::string_view kind, std::string_view name, const Rows& rows) {
    std::vector<std::string_view> names;
    for (const auto& row : rows) names.emplace_back(row.name);
    no_such(kind, name, names);
}

template <class Key>
std::size_t row_called(std::string_view kind, std::string_view name) {
    if (const auto row = find_row<Key>(name)) return *row;
    unknown(kind, name, Key::table);
}

All lever(std::string_view name, Detail detail) {
    return {ExplainedLever{row_called<Lever>("lever", name), detail}};
}

All parameter(std::string_view name, Detail detail) {
    return {ExplainedParameter{row_called<Parameter>("parameter", name), detail}};
}

All scenario(std::string_view name, Detail detail) {
    if (detail == Detail::whole) {
        auto whole = load_scenario(name);
        return {ExplainedScenario{whole.name, whole.title, whole.summary, std::move(whole)}};
    }
    const auto shipped = shipped_scenarios();
    const auto found = std::find_if(shipped.begin(), shipped.end(),
                                    [&](const auto& each) { return each.name == name; });
    if (found == shipped.end()) unknown("scenario", name, shipped);
    return {ExplainedScenario{found->name, found->title, found->summary, std::nullopt}};
}

All reading(std::string_view name, Detail detail) {
    auto found = load_reading(name);
    if (detail == Detail::brief) found.constants.clear();
    return {std::move(found)};
}

All events(std::string_view title, Detail) {
    All found;
    for (const auto& event : history().events())
        if (event.title == title) found.emplace_back(event);
    if (!found.empty()) return found;
    std::vector<std::string_view> titles;
    for (const auto& event : history().events()) titles.emplace_back(event.title);
    no_such("event", title, titles);
}

All stock(std::string_view name, Detail) {
    if (const auto row = find_row<RegionStock>(name))
        return {OwnedStock{RegionStock::table[*row], "region"}};
    return {OwnedStock{NationStock::table[row_called<NationStock>("stock", name)], "nation"}};
}

All flow(std::string_view name, Detail) {
    if (const auto row = find_row<RegionFlow>(name)) return {RegionFlow::table[*row]};
    return {NationFlow::table[row_called<NationFlow>("flow", name)]};
}

All figure(std::string_view name, Detail) {
    for (const auto& column : figure_columns<double>)
        if (column.name == name) return {column};
    unknown("figure", name, figure_columns<double>);
}

All model(std::string_view, Detail) {
    return {explained_model()};
}

struct Finder {
    std::string_view kind;
    All (*find)(std::string_view name, Detail detail);
};

constexpr Finder finders[] = {
    {"lever", lever},     {"parameter", parameter}, {"scenario", scenario},
    {"reading", reading}, {"event", events},        {"stock", stock},
    {"flow", flow},       {"figure", figure},       {"model", model},
};

}  // namespace

std::vector<Explained> explained(std::string_view kind, std::string_view name, Detail detail) {
    for (const auto& finder : finders)
        if (finder.kind == kind) return finder.find(name, detail);
    no_such("kind of thing", kind, explained_kinds);
}

}  // namespace granary
