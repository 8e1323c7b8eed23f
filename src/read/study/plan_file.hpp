#pragma once
/// The files that a plan is put together from, and lists of them with the places of their items.

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/calendar.hpp"
#include "read/document.hpp"
#include "read/text_file.hpp"

namespace granary::read {

/// One file of a plan. It is kept while the plan is put together: nodes of its tables are blamed.
struct PlanFile {
    Text text;
    Reading reading;
    toml::table table;
};

/// The oldest first; none is moved once it is there.
using PlanFiles = std::deque<PlanFile>;

/// A word of the file, and where it stands.
struct Word {
    std::string text;
    const toml::node* node;
};

/// A date of the file, and where it stands.
struct Date {
    Instant at;
    const toml::node* node;
};

/// The elements of a list, each with its place.
template <class Item, class ReadItem>
std::vector<Item> list(const Reading& reading, std::string_view what, const toml::node* node,
                       ReadItem read_item) {
    std::vector<Item> items;
    if (node == nullptr) return items;
    const auto* array = node->as_array();
    if (array == nullptr) {
        reading.wrong(what, *node, "a list");
        return items;
    }
    for (const auto& element : *array)
        if (auto item = read_item(reading, what, element))
            items.push_back({*std::move(item), &element});
    return items;
}

}  // namespace granary::read
