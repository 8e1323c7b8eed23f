#pragma once
/// A picture: what it says on top, panels in a grid, below them the sources.

#include <string>
#include <vector>

#include "write/chart/plot.hpp"

namespace granary::chart {

struct Page {
    std::string title, subtitle;
    std::vector<Plot> plots;  ///< row by row; one alone fills the width
    std::size_t columns = 1;
    double panel_height = 400;
    std::vector<std::string> notes;  ///< a paragraph each
};

std::string svg_of(const Page& page);

}  // namespace granary::chart
