#include "granary/document/csv_provenance.hpp"

#include <fmt/format.h>

#include "granary/write/version.hpp"
#include "granary/write/year_table.hpp"

namespace granary {

void add_provenance(const std::vector<std::string>& settings, Csv& csv) {
    for (const auto& setting : settings) csv.comment("set: " + setting);
    csv.comment(fmt::format("granary {}", version()));
    csv.comment(fmt::format("units: {}; an empty cell is undefined", units_note));
}

}  // namespace granary
