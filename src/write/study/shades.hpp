#pragma once
/// Shades from light to dark for amounts: even to the eye, told apart by the colour-blind, and in
/// greyscale by their lightness alone.

#include "write/svg.hpp"

namespace granary::chart {

/// The shade of a share from 0 (light) to 1 (dark). Beyond them the nearest end.
Colour shade(double share);

/// Whether words on the shade are read in white rather than in black.
bool is_dark(double share);

}  // namespace granary::chart
