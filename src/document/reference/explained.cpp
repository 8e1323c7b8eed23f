#include "granary/document/reference/explained.hpp"

#include <algorithm>

#include "granary/read/scenario_file.hpp"

namespace granary {
namespace {

using All = std::vector<Explained>;

All lever(std::string_view name, Detail detail) {
    return {ExplainedLever{*find_row<Lever>(name), detail}};
}

All parameter(std::string_view name, Detail detail) {
    return {ExplainedParameter{*find_row<Parameter>(name), detail}};
}

All scenario(std::string_view name, Detail detail) {
    if (detail == Detail::whole) {
        auto whole = load_scenario(name);
        return {ExplainedScenario{whole.name, whole.title, whole.summary, std::move(whole)}};
    }
    const auto shipped = shipped_scenarios();
    const auto found = std::find_if(shipped.begin(), shipped.end(),
                                    [&](const auto& each) { return each.name == name; });
    return {ExplainedScenario{found->name, found->title, found->summary, std::nullopt}};
}

All events(std::string_view title, Detail) {
    All found;
    for (const auto& event : history().events())
        if (event.title == title) found.emplace_back(event);
    return found;
}

All stock(std::string_view name, Detail) {
    if (const auto row = find_row<RegionStock>(name))
        return {OwnedStock{RegionStock::table[*row], "region"}};
    return {OwnedStock{NationStock::table[*find_row<NationStock>(name)], "nation"}};
}

All flow(std::string_view name, Detail) {
    if (const auto row = find_row<RegionFlow>(name)) return {RegionFlow::table[*row]};
    return {NationFlow::table[*find_row<NationFlow>(name)]};
}

All figure(std::string_view name, Detail) {
    All found;
    for (const auto& column : figure_columns<double>)
        if (column.name == name) found.emplace_back(column);
    return found;
}

All model(std::string_view, Detail) {
    return {explained_model()};
}

/// In the order of `explained_kinds`.
using Find = All (*)(std::string_view name, Detail detail);
constexpr Find finders[] = {lever, parameter, scenario, events, stock, flow, figure, model};
static_assert(std::size(finders) == explained_kinds.size());

}  // namespace

std::vector<Explained> explained(std::string_view kind, std::string_view name, Detail detail) {
    const auto found = std::find(explained_kinds.begin(), explained_kinds.end(), kind);
    return finders[found - explained_kinds.begin()](name, detail);
}

}  // namespace granary
