/// What `granary merge` does.

#include "cli/output.hpp"
#include "cli/usage.hpp"
#include "ensemble_cli/ensemble_commands.hpp"
#include "granary/document/study/ensemble_text.hpp"
#include "granary/ensemble/merge_blocks.hpp"

namespace granary::cli {

void run_merge_command(const MergeOptions& options) {
    if (options.file.empty()) wrong("where to: give -o FILE.nc or -o FILE.csv");
    const auto whole = merge_blocks(options.parts, options.file);
    if (!options.quiet) emit(ensemble_text(whole));
    require_figures_of_all(whole);
}

}  // namespace granary::cli
