#include "granary/document/reference/influence_table.hpp"

#include <fmt/format.h>

#include "granary/read/study/calibration_file.hpp"
#include "granary/write/number.hpp"
#include "granary/write/text.hpp"

namespace granary {

std::vector<Influence> largest_influences(std::size_t parameter_row) {
    constexpr std::size_t shown = 6;
    auto found = influences(load_calibration(), parameter_row);
    if (found.size() > shown) found.erase(found.begin() + shown, found.end());
    return found;
}

double deviation_shown(std::size_t parameter_row) {
    return constant_of(load_calibration(), parameter_row).prior.deviation;
}

std::string influence_table(std::size_t parameter_row) {
    TextTable table({{"figure", "", Align::left}, {"change", ""}, {"tolerance", ""}});
    for (const auto& [target, change] : largest_influences(parameter_row))
        table.add({target.label, signed_fixed(change, 2), fixed(target.tolerance, 2)});
    return fmt::format(
        "\nMoves most, when it rises by {} (its prior standard deviation, or a quarter of its "
        "range):\n{}",
        shortest(deviation_shown(parameter_row)), table.text());
}

}  // namespace granary
