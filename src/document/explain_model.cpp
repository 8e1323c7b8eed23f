/// granary explain model

#include <fmt/format.h>

#include "granary/document/entries.hpp"
#include "granary/document/explanation_json.hpp"
#include "granary/overrides.hpp"
#include "granary/write/text.hpp"

namespace granary {
namespace {

struct RoomMeaning {
    std::string_view room, meaning;
};

constexpr auto meanings = std::to_array<RoomMeaning>({
    {"harvest", "crops grow with area, labour, capital and weather, are brought in, or rot"},
    {"reporting",
     "each level passes on what it heard and adds its own exaggeration, I_l, under pressure"},
    {"belief", "the centre comes to believe the claims, with a lag"},
    {"procurement", "quotas follow what is believed, and are collected from what is there"},
    {"resale", "what the villages are to be sold back, and the need of relief that is seen"},
    {"state_granary", "all wants on the state's store are served at once, as far as it goes"},
    {"village", "villages eat, sow, feed animals and lose grain from what is left"},
    {"nutrition", "bodies follow their food"},
    {"vital_rates", "deaths and births follow nutrition, deaths also how unequally grain is taken"},
    {"capital", "animals, manure and tools are lost to hunger and slowly regained"},
    {"migration", "people move between villages and towns"},
});

constexpr bool every_room_has_a_meaning() {
    const auto owners = room_owners<Rooms>();
    for (std::size_t i = 0; i < owners.size(); ++i)
        if (owners[i].room != meanings[i].room) return false;
    return owners.size() == meanings.size();
}
static_assert(every_room_has_a_meaning(), "meanings are listed in the order of the rooms");

std::string_view end_text(std::string_view stock) {
    return stock.empty() ? "outside" : stock;
}

std::string path_text(const FlowRow& row) {
    if (row.from.empty() && row.to.empty()) return "only summed";
    return fmt::format("{} -> {}", end_text(row.from), end_text(row.to));
}

template <class Kind>
void add_flows(std::string_view room, TextTable& table) {
    for (const auto& row : Kind::table)
        if (row.room == room)
            table.add({"   " + std::string(row.name), path_text(row), std::string(row.meaning)});
}

template <class Kind>
void add_flow_entries(std::string_view room, JsonArray& flows) {
    for (const auto& row : Kind::table)
        if (row.room == room) flows.add(flow_entry(row));
}

Json room_json(const RoomOwner& owner, std::string_view meaning) {
    JsonArray flows;
    add_flow_entries<RegionFlow>(owner.room, flows);
    add_flow_entries<NationFlow>(owner.room, flows);
    return JsonObject()
        .add("name", owner.room)
        .add("replaced", owner.replaced)
        .add("flows", flows)
        .add("meaning", meaning);
}

std::string room_text(std::size_t number, const RoomOwner& owner) {
    std::string text =
        wrapped(fmt::format("{}. {} ({}): {}", number + 1, owner.room,
                            owner.replaced ? "replaced" : "shipped", meanings[number].meaning),
                text_columns, 3) +
        '\n';
    TextTable table({{"", "", Align::left}, {"", "", Align::left}, {"", "", Align::left}});
    add_flows<RegionFlow>(owner.room, table);
    add_flows<NationFlow>(owner.room, table);
    return text + table.text();
}

}  // namespace

std::string explain_model() {
    std::string text =
        "The rooms in the order in which a year's grain passes through them, with the flows that\n"
        "each declares: name, from -> to, meaning. Stocks change by these flows and nothing else; "
        "only\n"
        "the exaggeration I_l of each level is moved by reporting itself.\n";
    const auto owners = room_owners<Rooms>();
    for (std::size_t i = 0; i < owners.size(); ++i) text += '\n' + room_text(i, owners[i]);
    return text;
}

Json model_entry() {
    JsonArray rooms;
    const auto owners = room_owners<Rooms>();
    for (std::size_t i = 0; i < owners.size(); ++i)
        rooms.add(room_json(owners[i], meanings[i].meaning));
    return JsonObject().add("kind", "model").add("name", "granary").add("rooms", rooms);
}

}  // namespace granary
