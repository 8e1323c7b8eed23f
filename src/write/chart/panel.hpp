#pragma once
/// Draws a plot into a box of the picture: frame and axes, then marks, then words where there is
/// room for them.

#include "write/chart/geometry.hpp"
#include "write/chart/plot.hpp"
#include "write/svg.hpp"

namespace granary::chart {

/// How large and how full.
struct Look {
    double text = 14;
    bool small = false;   ///< one of several panels: events by letter, lines thinner
    double end_room = 0;  ///< at the right edge for labels; 0: as much as they need
    double y_room = 0;    ///< at the left edge for the axis; 0: as much as it needs
};

/// The room that a plot's labels want at the right edge.
double end_room(const Plot& plot, const Look& look, double width);

/// The height of a panel that has room for all its labels, one below the other.
double least_height(const Plot& plot, const Look& look, double width);

/// Where a panel put its frame, and the values at the frame's edges: for who points at the picture.
struct Drawn {
    Box frame;
    Range x, y;
};

Drawn draw(Svg& svg, const Plot& plot, const Box& box, const Look& look);

}  // namespace granary::chart
