#pragma once
/// Rectangles in the picture's own units, from the upper left.

namespace granary::chart {

struct Box {
    double left = 0, top = 0, right = 0, bottom = 0;

    double width() const { return right - left; }
    double height() const { return bottom - top; }
    double middle_x() const { return 0.5 * (left + right); }
    double middle_y() const { return 0.5 * (top + bottom); }

    bool holds(double x, double y) const {
        return left <= x && x <= right && top <= y && y <= bottom;
    }
    bool holds(const Box& b) const { return holds(b.left, b.top) && holds(b.right, b.bottom); }
    bool overlaps(const Box& b) const {
        return left < b.right && b.left < right && top < b.bottom && b.top < bottom;
    }
    Box grown(double by) const { return {left - by, top - by, right + by, bottom + by}; }
};

}  // namespace granary::chart
