#pragma once
/// Colours after Okabe and Ito (2008), which the colour-blind tell apart, each with dashes and a
/// marker of its own, so that greyscale tells them apart too.

#include <cstddef>

#include "write/svg.hpp"

namespace granary::chart {

inline constexpr Colour black = "#1a1a1a", grey = "#595959", pale = "#8c8c8c", faint = "#e3e3e3",
                        blue = "#0072b2", vermilion = "#d55e00", green = "#009e73",
                        purple = "#cc79a7", orange = "#e69f00", sky = "#56b4e9";

/// How a line is drawn.
struct Ink {
    Colour colour;
    Literal<InSvg> dashes = "";
    Marker marker = Marker::none;
};

/// The ink of the i-th of several runs; colour, dashes and marker together differ among the first
/// 120, dashes and marker among the first 30.
Ink ink_of(std::size_t i);

}  // namespace granary::chart
