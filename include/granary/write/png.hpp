#pragma once
/// Pictures in pixels, through librsvg's converter. Nothing else in granary needs it.

#include <string>
#include <string_view>

#include "granary/foundation/api.hpp"

namespace granary {

/// The width of a PNG where none is asked for.
inline constexpr int default_png_width = 1600;

/// The picture as PNG, so many pixels wide. Throws FileError where rsvg-convert is missing, naming
/// the package that holds it, or where it fails, with what it says.
GRANARY_API std::string png_of(std::string_view svg, int width_pixels = default_png_width);

}  // namespace granary
