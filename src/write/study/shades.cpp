#include "write/study/shades.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace granary::chart {
namespace {

using Rgb = std::array<double, 3>;

/// Lightness falls from 0.97 to 0.27 in equal steps of Oklab (Ottosson 2020), hue turns from yellow
/// over green to blue.
constexpr Rgb shades[] = {{253, 247, 208}, {208, 225, 167}, {149, 205, 144},
                          {73, 184, 140},  {0, 158, 144},   {0, 128, 145},
                          {0, 94, 134},    {0, 62, 110},    {24, 34, 77}};
constexpr std::size_t steps = std::size(shades) - 1;

}  // namespace

Colour shade(double share) {
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(steps);
    const auto below = std::min(static_cast<std::size_t>(place), steps - 1);
    const double part = place - static_cast<double>(below);
    const auto mixed = [&](std::size_t i) {
        const double value = (1 - part) * shades[below][i] + part * shades[below + 1][i];
        return static_cast<std::uint8_t>(std::lround(value));
    };
    return {mixed(0), mixed(1), mixed(2)};
}

/// Where black and white words have the same contrast.
bool is_dark(double share) {
    return share > 0.58;
}

}  // namespace granary::chart
