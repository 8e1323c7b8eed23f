#include "write/chart/palette.hpp"

#include <iterator>

namespace granary::chart {
namespace {

constexpr Colour colours[] = {blue, vermilion, green, purple, black, orange, sky, grey};
constexpr Literal<InSvg> dash_patterns[] = {"", "9 4", "2 3", "12 4 2 4", "5 3", "14 3 2 3 2 3"};
constexpr Marker markers[] = {Marker::circle, Marker::square, Marker::triangle, Marker::diamond,
                              Marker::inverted};

}  // namespace

Ink ink_of(std::size_t i) {
    return {colours[i % std::size(colours)], dash_patterns[i % std::size(dash_patterns)],
            markers[i % std::size(markers)]};
}

}  // namespace granary::chart
