#include "granary/document/csv_provenance.hpp"

#include <fmt/format.h>

#include "granary/write/title.hpp"
#include "granary/write/version.hpp"
#include "granary/write/year_table.hpp"

namespace granary {

void add_scenario(const RunDescription& what, Csv& csv) {
    csv.comment(title_of(what.scenario));
    csv.comment("scenario: " + what.argument);
    csv.comment("reading: " + what.scenario.reading);
}

void add_provenance(const std::vector<std::string>& settings, Csv& csv) {
    for (const auto& setting : settings) csv.comment("set: " + setting);
    csv.comment(fmt::format("granary {}", version()));
    csv.comment(fmt::format("units: {}; an empty cell is undefined", units_note));
}

}  // namespace granary
