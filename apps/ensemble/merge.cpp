/// What `granary merge` does.

#include "cli/refuse_to_replace.hpp"
#include "ensemble/ensemble_commands.hpp"
#include "ensemble/result.hpp"
#include "granary/write/output.hpp"
#include "netcdf/merged.hpp"

namespace granary::cli {

void run_merge_command(const MergeOptions& options) {
    const auto format = format_of(options.file);
    refuse_to_replace(options.parts, options.file);
    require_writable(options.file);
    const auto whole = merged(options.parts);
    const auto members =
        format == EnsembleFormat::netcdf ? members_of(options.parts) : std::nullopt;
    write(whole, members ? &*members : nullptr, options.file);
    tell(whole, options.quiet);
}

}  // namespace granary::cli
