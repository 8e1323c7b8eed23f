#include "write/chart/labels.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace granary::chart {
namespace {

/// Lines are seen as points so far apart.
constexpr double sample_distance = 4;

/// Labels that have pushed together: they keep their order and touch one another.
struct Block {
    std::size_t first, count;
    double height;  ///< of all
    double sum;     ///< of the tops that each would give the block

    double top() const { return sum / static_cast<double>(count); }
    double bottom() const { return top() + height; }
};

Block joined(const Block& upper, const Block& lower) {
    return {upper.first, upper.count + lower.count, upper.height + lower.height,
            upper.sum + lower.sum - static_cast<double>(lower.count) * upper.height};
}

std::vector<std::size_t> order_of(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    return order;
}

/// A top moved into the column, the upper end first.
double kept_within(double top, double height, double low, double high) {
    return std::max(low, std::min(top, high - height));
}

}  // namespace

std::vector<double> spread(const std::vector<double>& wanted, const std::vector<double>& heights,
                           double low, double high) {
    const auto order = order_of(wanted);
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const double height = heights[order[i]];
        const double top = kept_within(wanted[order[i]] - 0.5 * height, height, low, high);
        blocks.push_back({i, 1, height, top});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].bottom() > blocks.back().top()) {
            const Block lower = blocks.back();
            blocks.pop_back();
            blocks.back() = joined(blocks.back(), lower);
            auto& block = blocks.back();
            block.sum = kept_within(block.top(), block.height, low, high) *
                        static_cast<double>(block.count);
        }
    }
    std::vector<double> centres(wanted.size());
    for (const auto& block : blocks) {
        double top = block.top();
        for (std::size_t i = block.first; i < block.first + block.count; ++i) {
            centres[order[i]] = top + 0.5 * heights[order[i]];
            top += heights[order[i]];
        }
    }
    return centres;
}

void Taken::add_line(const SvgPoints& points) {
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const auto [x0, y0] = points[i];
        const auto [x1, y1] = points[i + 1];
        const double length = std::max(std::fabs(x1 - x0), std::fabs(y1 - y0));
        const int steps = 1 + static_cast<int>(length / sample_distance);
        for (int k = 0; k <= steps; ++k) {
            const double part = static_cast<double>(k) / steps;
            samples_.emplace_back(x0 + part * (x1 - x0), y0 + part * (y1 - y0));
        }
    }
}

bool Taken::free(const Box& box) const {
    return std::none_of(words_.begin(), words_.end(),
                        [&](const Box& other) { return other.overlaps(box); });
}

double Taken::drawn_under(const Box& box) const {
    return sample_distance *
           static_cast<double>(std::count_if(samples_.begin(), samples_.end(), [&](const auto& p) {
               return box.holds(p.first, p.second);
           }));
}

namespace {

/// All boxes tried beside one place, in rings about it, with what each ring costs.
std::vector<std::pair<Box, double>> boxes_beside(double x, double y, const Words& words) {
    constexpr int rings = 6;
    constexpr double sides[][2] = {{0, -1},   {0, 1},     {1, 0},   {-1, 0},
                                   {0.7, -1}, {-0.7, -1}, {0.7, 1}, {-0.7, 1}};
    std::vector<std::pair<Box, double>> boxes;
    const double half_width = 0.5 * words.width, half_height = 0.5 * words.height;
    for (int ring = 1; ring <= rings; ++ring)
        for (const auto& [dx, dy] : sides) {
            const double cx = x + dx * (half_width + ring * words.gap);
            const double cy = y + dy * (half_height + ring * words.gap);
            boxes.emplace_back(
                Box{cx - half_width, cy - half_height, cx + half_width, cy + half_height},
                3 * words.gap * (ring - 1));
        }
    return boxes;
}

}  // namespace

std::optional<Box> place_beside(const SvgPoints& places, const Words& words, const Box& bounds,
                                const Taken& taken) {
    constexpr double cost_of_next_place = 6;
    std::optional<Box> best;
    double least = 0, extra = 0;
    for (const auto& [x, y] : places) {
        for (const auto& [box, distance] : boxes_beside(x, y, words)) {
            if (!bounds.holds(box) || !taken.free(box)) continue;
            const double cost = taken.drawn_under(box) + distance + extra;
            if (best && cost >= least) continue;
            best = box;
            least = cost;
        }
        extra += cost_of_next_place;
    }
    return best;
}

std::optional<Box> place_above(const SvgPoints& places, const Words& words, const Box& bounds,
                               const Taken& taken) {
    const auto [x, y] = places.front();
    const Box box{x - 0.5 * words.width, y - words.gap - words.height, x + 0.5 * words.width,
                  y - words.gap};
    return bounds.holds(box) && taken.free(box) ? std::optional(box) : std::nullopt;
}

}  // namespace granary::chart
