#pragma once
/// A picture: what it says on top, panels in a grid, below them the sources.

#include <functional>
#include <string>
#include <vector>

#include "write/chart/geometry.hpp"
#include "write/chart/plot.hpp"

namespace granary::chart {

/// What stands around the panels.
struct PageWords {
    std::string title, subtitle;
    std::vector<std::string> notes;  ///< a paragraph each
};

struct Page : PageWords {
    std::vector<Plot> plots;  ///< row by row; one alone fills the width
    std::size_t columns = 1;
    double panel_height = 400;
};

SvgText svg_of(const Page& page);

/// What is drawn between them, as wide as the page: how high it is, how it is drawn, and what it
/// shows for those who cannot see it.
struct Drawing {
    double height;
    std::function<void(Svg&, const Box&)> draw;
    std::string words;
};

SvgText svg_of(const PageWords& words, const Drawing& drawing);

}  // namespace granary::chart
