#include "granary/document/run_csv.hpp"

#include "granary/document/csv_provenance.hpp"
#include "granary/document/heading.hpp"
#include "granary/write/year_table.hpp"

namespace granary {

Csv run_csv(const RunDescription& what, const Trajectory<double>& run, Every every) {
    Csv csv;
    csv.comment(title_of(what.scenario));
    csv.comment("scenario: " + what.argument);
    add_provenance(what.settings, csv);
    add_year_table(run, every, csv);
    return csv;
}

}  // namespace granary
