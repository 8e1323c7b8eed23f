#pragma once
/// The seasons of the model, each with the parameters that give its peak and sharpness.

#include <array>
#include <string_view>

#include "granary/foundation/keyed.hpp"
#include "granary/foundation/season.hpp"
#include "granary/scenario/parameters.hpp"

namespace granary {

/// A season by name; peak as a part of the year, sharpness without unit.
struct KernelRow {
    std::string_view name, unit;
    ParameterKey<unit::number> peak, sharpness;
};

/// The table of seasons.
struct Kernel {
    static constexpr std::array table = std::to_array<KernelRow>({
        {"growth_summer", "1", parameter::growth_summer_peak, parameter::growth_summer_sharpness},
        {"growth_autumn", "1", parameter::growth_autumn_peak, parameter::growth_autumn_sharpness},
        {"harvest_summer", "1", parameter::harvest_summer_peak,
         parameter::harvest_summer_sharpness},
        {"harvest_autumn", "1", parameter::harvest_autumn_peak,
         parameter::harvest_autumn_sharpness},
        {"rot_summer", "1", parameter::rot_summer_peak, parameter::rot_summer_sharpness},
        {"rot_autumn", "1", parameter::rot_autumn_peak, parameter::rot_autumn_sharpness},
        {"procurement_summer", "1", parameter::procurement_summer_peak,
         parameter::procurement_summer_sharpness},
        {"procurement_autumn", "1", parameter::procurement_autumn_peak,
         parameter::procurement_autumn_sharpness},
        {"resale", "1", parameter::resale_peak, parameter::resale_sharpness},
        {"sowing_autumn_crop", "1", parameter::sowing_autumn_crop_peak,
         parameter::sowing_autumn_crop_sharpness},
        {"sowing_summer_crop", "1", parameter::sowing_summer_crop_peak,
         parameter::sowing_summer_crop_sharpness},
    });
};

/// Keys: `here[kernel::resale]` is the kernel's value at the present season.
namespace kernel {
inline constexpr auto growth_summer = key<Kernel, unit::number>("growth_summer");
inline constexpr auto growth_autumn = key<Kernel, unit::number>("growth_autumn");
inline constexpr auto harvest_summer = key<Kernel, unit::number>("harvest_summer");
inline constexpr auto harvest_autumn = key<Kernel, unit::number>("harvest_autumn");
inline constexpr auto rot_summer = key<Kernel, unit::number>("rot_summer");
inline constexpr auto rot_autumn = key<Kernel, unit::number>("rot_autumn");
inline constexpr auto procurement_summer = key<Kernel, unit::number>("procurement_summer");
inline constexpr auto procurement_autumn = key<Kernel, unit::number>("procurement_autumn");
inline constexpr auto resale = key<Kernel, unit::number>("resale");
inline constexpr auto sowing_autumn_crop = key<Kernel, unit::number>("sowing_autumn_crop");
inline constexpr auto sowing_summer_crop = key<Kernel, unit::number>("sowing_summer_crop");
}  // namespace kernel

/// The values of all kernels at one season.
template <Real T>
using Seasons = Keyed<Kernel, T>;

/// All kernels as these constants shape them.
template <Real T>
std::array<SeasonKernel<T>, Kernel::table.size()> season_kernels(const Constants<T>& constants) {
    std::array<SeasonKernel<T>, Kernel::table.size()> kernels;
    for (std::size_t i = 0; i < kernels.size(); ++i)
        kernels[i] = {constants[Kernel::table[i].peak], constants[Kernel::table[i].sharpness]};
    return kernels;
}

}  // namespace granary
