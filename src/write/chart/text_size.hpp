#pragma once
/// How much room text takes, without a font at hand: estimated from the widths of DejaVu Sans, the
/// widest of the common sans-serif fonts, so that text in another one keeps within its box.

#include <string>
#include <string_view>
#include <vector>

#include "write/chart/geometry.hpp"
#include "write/svg.hpp"

namespace granary::chart {

double text_width(std::string_view words, double size, bool strong = false);

/// The distance of two lines.
inline double line_height(double size) {
    return 1.25 * size;
}

/// The box of one line of text whose baseline begins, is centred or ends at (x, y).
Box text_box(double x, double y, std::string_view words, double size, Anchor anchor,
             bool strong = false);

/// The text in lines no wider than `width`, broken at line feeds and spaces; a word that alone is
/// wider is cut short with an ellipsis.
std::vector<std::string> lines_of(std::string_view words, double width, double size,
                                  bool strong = false);

/// One line no wider than `width`, cut short with an ellipsis where it must be.
std::string shortened(std::string_view words, double width, double size, bool strong = false);

}  // namespace granary::chart
