#include "granary/document/csv_provenance.hpp"

#include <fmt/format.h>

#include "granary/record/published.hpp"
#include "granary/write/version.hpp"
#include "granary/write/year_table.hpp"

namespace granary {

void add_provenance(const std::vector<std::string>& settings, Csv& csv) {
    for (const auto& setting : settings) csv.comment("set: " + setting);
    csv.comment(fmt::format("granary {}", version()));
    csv.comment(fmt::format("units: {}; an empty cell is undefined", units_note));
    const auto published = published_estimates();
    csv.comment(fmt::format("published estimates of the famine's excess deaths: {} ({})",
                            published.range(), published.authors()));
}

}  // namespace granary
