#include "granary/document/run_csv.hpp"

#include "granary/document/csv_provenance.hpp"
#include "granary/document/heading.hpp"
#include "granary/write/year_table.hpp"

namespace granary {

std::string run_csv(const RunDescription& what, const Trajectory<double>& run, Every every,
                    bool quiet) {
    Csv csv;
    if (!quiet) {
        csv.comment(title_of(what.scenario));
        csv.comment("scenario: " + what.argument);
        add_provenance(what.settings, csv);
    }
    add_year_table(run, every, csv);
    return csv.text();
}

}  // namespace granary
