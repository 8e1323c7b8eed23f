#include "granary/document/listing.hpp"

#include "granary/document/record_listing.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/write/text.hpp"

namespace granary {

std::string scenario_list() {
    TextTable table(
        {{"name", "", Align::left}, {"title", "", Align::left}, {"summary", "", Align::left}});
    for (const auto& shipped : shipped_scenarios())
        table.add({shipped.name, one_line(shipped.title), one_line(shipped.summary)});
    return table.text();
}

std::string event_list() {
    return listing_text(recorded_events(), false);
}

}  // namespace granary
