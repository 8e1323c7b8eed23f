#pragma once
/// What a famine is attributed to: nine drivers, each one lever or two that belong together, and
/// for each the reference against which it is counted. All else stays as the scenario has it.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary {

/// A driver: its lever or two (rows of the lever table), and the value that stands for its absence,
/// in the lever's unit.
struct Driver {
    std::string_view name, meaning;
    std::size_t lever;
    std::optional<std::size_t> second_lever;
    std::optional<double> reference;  ///< nothing: as the scenario has it at its start
    std::string_view why;             ///< why this is the reference
};

/// The nine drivers, in the order of a coalition's bits.
inline constexpr auto drivers = std::to_array<Driver>({
    {"pressure", "pressure to report large harvests", lever::pressure.index, std::nullopt, 0.0,
     "no official gains by a larger claim"},
    {"verification", "end of the sample surveys", lever::verification.index, std::nullopt, 2.0,
     "surveys go on at their rate of early 1957"},
    {"trade", "change of grain exports and imports", lever::export_mt.index, lever::import_mt.index,
     std::nullopt, "as much leaves and comes in as in the first year"},
    {"labour_diversion", "hands taken from the fields", lever::labour_diversion.index, std::nullopt,
     0.0, "as many hands as in 1957: the index is 0 by definition"},
    {"sown_area", "change of the sown area", lever::sown_area.index, std::nullopt, 1.0,
     "the area of 1957: the index is 1 by definition"},
    {"communes", "communes and canteens", lever::commune_intensity.index, lever::canteens.index,
     0.0, "farms and kitchens as before August 1958"},
    {"private_plots", "loss of private plots and animals", lever::private_plots.index, std::nullopt,
     1.0, "plots as in 1957: the index is 1 by definition"},
    {"weather", "share of the area hit by disasters", lever::disaster_share.index, std::nullopt,
     std::nullopt, "disasters as in the first year, which was not one of plenty"},
    {"migration", "movement from villages to towns", lever::urban_migration.index, std::nullopt,
     std::nullopt, "as many move as in the first year"},
});

/// Bit i of a coalition is set where driver i is as in the scenario, and not at its reference.
using Coalition = std::size_t;
/// The scenario itself.
inline constexpr Coalition all_drivers = (Coalition{1} << drivers.size()) - 1;

/// The scenario with the drivers outside the coalition at their references, in every region.
GRANARY_API Scenario with_drivers(const Scenario& scenario, Coalition coalition);

}  // namespace granary
