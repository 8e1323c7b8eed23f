#include "cli/run_csv.hpp"

#include "cli/heading.hpp"
#include "cli/output.hpp"
#include "granary/write/year_table.hpp"

namespace granary::cli {

std::string run_csv(const RunDescription& what, const Trajectory<double>& run, Every every) {
    Csv csv;
    csv.comment(title_of(what.scenario));
    csv.comment("scenario: " + what.argument);
    add_provenance(what.settings, csv);
    add_year_table(run, every, csv);
    return csv.text();
}

}  // namespace granary::cli
