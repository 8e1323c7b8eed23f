#include "granary/document/run_csv.hpp"

#include <fmt/format.h>

#include "granary/analysis/tested.hpp"
#include "granary/document/csv_provenance.hpp"
#include "granary/document/heading.hpp"
#include "granary/write/year_table.hpp"

namespace granary {

Csv run_csv(const RunDescription& what, const Trajectory<double>& run, Every every) {
    constexpr const auto& claim = column_of<double>(&Figures<double>::output_reported_mt);
    Csv csv;
    add_scenario(what, csv);
    add_provenance(what.settings, csv);
    if (every == Every::month)
        csv.comment(fmt::format("{}: {}", claim.name, months_text(claim.parts)));
    add_year_table(run, every, causes_untested(what.scenario, run).empty(), csv);
    return csv;
}

}  // namespace granary
