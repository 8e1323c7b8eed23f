#pragma once
/// Where words can stand without lying on one another.

#include <optional>
#include <vector>

#include "write/chart/geometry.hpp"
#include "write/svg.hpp"

namespace granary::chart {

/// Labels in a column: their centres as near as can be (least squares) to where they are wanted,
/// in the order of the wishes, none overlapping, all within low..high if they fit in there at all.
/// `wanted` and `heights` are of one length; the result is in the order given.
std::vector<double> spread(const std::vector<double>& wanted, const std::vector<double>& heights,
                           double low, double high);

/// What is taken already: no word may stand on another, and better not on a line.
class Taken {
  public:
    void add(const Box& words) { words_.push_back(words); }
    void add_line(const SvgPoints& points);

    bool free(const Box& box) const;
    /// How much of drawn lines lies under the box, in points of the picture.
    double drawn_under(const Box& box) const;

  private:
    std::vector<Box> words_;
    SvgPoints samples_;
};

/// Words of a size to be placed, `gap` away from what they belong to.
struct Words {
    double width, height, gap;
};

/// The box beside one of the places, within `bounds` and free of other words: where the fewest
/// lines are, then the nearest, then beside the first place. Nothing where there is no room.
std::optional<Box> place_beside(const SvgPoints& places, const Words& words, const Box& bounds,
                                const Taken& taken);

/// The same straight above the first place alone.
std::optional<Box> place_above(const SvgPoints& places, const Words& words, const Box& bounds,
                               const Taken& taken);

}  // namespace granary::chart
