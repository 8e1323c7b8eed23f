/// granary explain model

#include <fmt/format.h>

#include "granary/document/reference/explained.hpp"
#include "granary/document/reference/explanation.hpp"
#include "granary/overrides.hpp"
#include "granary/write/text.hpp"

namespace granary {
namespace {

struct RoomMeaning {
    std::string_view room, meaning;
};

constexpr auto meanings = std::to_array<RoomMeaning>({
    {"harvest", "crops grow with area, labour, capital and weather, are brought in, or rot"},
    {"assessment",
     "the harvest that quotas are set on: what is believed, or a census of the fields"},
    {"access", "how unevenly food is shared between places, and who dies of hunger for it"},
    {"forbearance", "where people die of hunger cadres press less and collectors take less"},
    {"full_stores", "the state asks for less while its stores are fuller than at the start"},
    {"reporting",
     "each level passes on what it heard and adds its own exaggeration, I_l, under pressure"},
    {"belief", "the centre comes to believe the claims, with a lag"},
    {"procurement", "quotas follow what is believed, and are collected from what is there"},
    {"resale", "what the villages are to be sold back, and the need of relief that is seen"},
    {"state_granary", "all wants on the state's store are served at once, as far as it goes"},
    {"village", "villages eat, sow, feed animals and lose grain from what is left"},
    {"nutrition", "bodies follow their food"},
    {"vital_rates", "deaths by hunger and without it; births follow nutrition"},
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

std::vector<FlowRow> flows_of(std::string_view room) {
    std::vector<FlowRow> flows;
    const auto add = [&](const FlowRow& row) {
        if (row.room == room) flows.push_back(row);
    };
    for (const auto& row : RegionFlow::table) add(row);
    for (const auto& row : NationFlow::table) add(row);
    return flows;
}

std::string room_text(std::size_t number, const RoomOwner& owner) {
    std::string text =
        wrapped(fmt::format("{}. {} ({}): {}", number + 1, owner.room,
                            owner.replaced ? "replaced" : "shipped", meanings[number].meaning),
                text_columns, 3) +
        '\n';
    TextTable table({{"", "", Align::left}, {"", "", Align::left}, {"", "", Align::left}});
    for (const auto& row : flows_of(owner.room))
        table.add({"   " + std::string(row.name), path_text(row), std::string(row.meaning)});
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

ExplainedModel explained_model() {
    ExplainedModel model;
    const auto owners = room_owners<Rooms>();
    for (std::size_t i = 0; i < owners.size(); ++i)
        model.rooms.push_back(
            {owners[i].room, meanings[i].meaning, owners[i].replaced, flows_of(owners[i].room)});
    return model;
}

}  // namespace granary
