#include "cli/influence_table.hpp"

#include <fmt/format.h>

#include "granary/analysis/calibration_checks.hpp"
#include "granary/read/calibration_file.hpp"
#include "granary/write/number.hpp"
#include "granary/write/text.hpp"

namespace granary::cli {

std::string influence_table(std::size_t parameter_row) {
    constexpr std::size_t shown = 6;
    TextTable table({{"figure", "", Align::left}, {"change", ""}, {"tolerance", ""}});
    for (const auto& [target, change] : influences(load_calibration(), parameter_row)) {
        if (table.rows() == shown) break;
        table.add({target.label, signed_fixed(change, 2), fixed(target.tolerance, 2)});
    }
    return fmt::format("\nMoves most, when it rises by {} (its prior standard deviation):\n{}",
                       shortest(prior_deviation(parameter_row)), table.text());
}

}  // namespace granary::cli
