#include "granary/ensemble/merge_blocks.hpp"

#include "granary/ensemble/formats.hpp"
#include "granary/netcdf/merged.hpp"
#include "granary/write/csv.hpp"
#include "granary/write/output.hpp"
#include "granary/write/refuse_to_replace.hpp"

namespace granary {

Ensemble merge_blocks(std::span<const std::string> parts, const std::string& file) {
    const auto format = ensemble_format(file);
    refuse_to_replace(parts, file);
    require_writable(file);
    if (format == EnsembleFormat::csv) require_own_about_file(file);
    auto whole = merged(parts);
    const auto members = format == EnsembleFormat::netcdf ? members_of(parts) : std::nullopt;
    write_in_format(whole, members ? &*members : nullptr, file);
    return whole;
}

}  // namespace granary
