/// What `granary merge` does.

#include <fmt/format.h>

#include <algorithm>

#include "cli/complain.hpp"
#include "cli/output.hpp"
#include "cli/usage.hpp"
#include "ensemble_cli/ensemble_commands.hpp"
#include "granary/document/study/ensemble_text.hpp"
#include "granary/ensemble/formats.hpp"
#include "granary/ensemble/merge_blocks.hpp"
#include "granary/netcdf/ensemble_file.hpp"

namespace granary::cli {

void run_merge_command(const MergeOptions& options) {
    if (is_standard_output(options.file)) wrong("where to: give -o FILE.nc or -o FILE.csv");
    const auto whole = merge_blocks(options.parts, options.file);
    const bool dropped = ensemble_format(options.file) == EnsembleFormat::csv &&
                         std::any_of(options.parts.begin(), options.parts.end(), has_members);
    if (dropped)
        note(
            fmt::format("{} has the table alone: the members' own figures, which the parts have, "
                        "go into a file .nc",
                        options.file));
    if (!options.quiet) emit(ensemble_text(whole));
    require_figures_of_all(whole);
}

}  // namespace granary::cli
