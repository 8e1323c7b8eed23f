#pragma once
/// A heat map: one figure of a grid of two axes.

#include "granary/study/sweep.hpp"
#include "write/chart/geometry.hpp"
#include "write/svg.hpp"

namespace granary::chart {

/// One measure of a sweep over two axes; `own` is the scenario's own figure.
struct HeatMap {
    const SweepGrid& grid;
    std::size_t measure;
    double own;
};

/// The height that the map wants.
double height_of(const HeatMap& map);

/// The first axis upwards, the second to the right. Values stand in the cells where they fit; a
/// heavy line parts the cells on either side of the scenario's own figure.
void draw(Svg& svg, const HeatMap& map, const Box& box);

}  // namespace granary::chart
