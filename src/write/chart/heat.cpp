#include "write/chart/heat.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "granary/analysis/headlines.hpp"
#include "granary/write/number.hpp"
#include "write/chart/palette.hpp"
#include "write/chart/scale.hpp"
#include "write/chart/shades.hpp"
#include "write/chart/text_size.hpp"

namespace granary::chart {
namespace {

constexpr double size = 13, key_width = 18, key_room = 86;

std::string axis_text(const Axis& axis) {
    const auto unit = axis.variation.unit();
    return in_words(axis.variation) + (unit == "1" ? "" : ", " + unit);
}

std::string value_text(double value) {
    return fmt::format("{:.4g}", value);
}

/// Every so many values, so that words so long do not touch in so much room each.
std::size_t every(double words, double room) {
    return std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(words / room)));
}

class Heat {
  public:
    Heat(Svg& svg, const HeatMap& map, const Box& box)
        : svg_(svg),
          map_(map),
          box_(box),
          rows_(map.grid.axes[0].values.size()),
          columns_(map.grid.axes[1].values.size()) {
        for (std::size_t i = 0; i < map.grid.points.size(); ++i) range_.include(figure(i));
        head();
        cells_ = {box.left + left_room(), box.top + 2.2 * line_height(size), box.right - key_room,
                  box.bottom - 2 * line_height(size)};
        cells();
        contour();
        names();
        if (!range_.empty()) key();
    }

  private:
    double figure(std::size_t point) const { return map_.grid.points[point].figures[map_.measure]; }
    /// The figure of a cell; not a number where it was not run or has none.
    double at(std::size_t row, std::size_t column) const {
        const std::size_t point = row * columns_ + column;
        return point < map_.grid.points.size() ? figure(point) : std::nan("");
    }
    double share(double value) const {
        return range_.high > range_.low ? (value - range_.low) / (range_.high - range_.low) : 0.0;
    }
    std::string text(double value) const {
        return fixed(value, map_.grid.measures[map_.measure].decimals());
    }

    double x(std::size_t column) const {
        return cells_.left +
               cells_.width() * static_cast<double>(column) / static_cast<double>(columns_);
    }
    /// The lower edge of a row.
    double y(std::size_t row) const {
        return cells_.bottom -
               cells_.height() * static_cast<double>(row) / static_cast<double>(rows_);
    }

    void head() {
        const auto& measure = map_.grid.measures[map_.measure];
        svg_.text(box_.left, box_.top + 0.95 * size,
                  fmt::format("{}, {}", in_words(measure), measure.unit()), size, Anchor::start,
                  black, true);
        svg_.text(box_.left, box_.top + 0.95 * size + line_height(size),
                  axis_text(map_.grid.axes[0]) + " (upwards)", size, Anchor::start, grey);
    }

    double left_room() const {
        double widest = 0;
        for (const double value : map_.grid.axes[0].values)
            widest = std::max(widest, text_width(value_text(value), size));
        return widest + 8;
    }

    void cells() {
        for (std::size_t row = 0; row < rows_; ++row)
            for (std::size_t column = 0; column < columns_; ++column) cell(row, column);
    }

    void cell(std::size_t row, std::size_t column) {
        const double value = at(row, column);
        const Box box{x(column), y(row + 1), x(column + 1), y(row)};
        if (!std::isfinite(value))
            return svg_.rectangle(box.left, box.top, box.right, box.bottom,
                                  {"#ffffff", 1, Hatch::crossed, pale});
        const auto colour = shade(share(value));
        // The rim closes the seams that renderers leave between neighbours.
        svg_.rectangle(box.left, box.top, box.right, box.bottom, {colour}, colour);
        const auto words = text(value);
        if (box.height() < 1.3 * size || box.width() < text_width(words, size) + 6) return;
        svg_.text(box.middle_x(), box.middle_y() + 0.35 * size, words, size, Anchor::middle,
                  is_dark(share(value)) ? "#ffffff" : black);
    }

    bool parted(double a, double b) const {
        return std::isfinite(a) && std::isfinite(b) && (a < map_.own) != (b < map_.own);
    }

    void edge(const SvgPoints& points) {
        svg_.line(points, "#ffffff", 5);
        edges_.push_back(points);
    }

    /// White below black, to be seen on any shade.
    void contour() {
        for (std::size_t row = 0; row < rows_; ++row)
            for (std::size_t column = 0; column < columns_; ++column) {
                const double value = at(row, column);
                if (column + 1 < columns_ && parted(value, at(row, column + 1)))
                    edge({{x(column + 1), y(row)}, {x(column + 1), y(row + 1)}});
                if (row + 1 < rows_ && parted(value, at(row + 1, column)))
                    edge({{x(column), y(row + 1)}, {x(column + 1), y(row + 1)}});
            }
        for (const auto& points : edges_) svg_.line(points, black, 2.6);
    }

    void names() {
        const auto& upwards = map_.grid.axes[0].values;
        const auto& rightwards = map_.grid.axes[1].values;
        const auto row_step = every(1.3 * size, cells_.height() / static_cast<double>(rows_));
        for (std::size_t row = 0; row < rows_; row += row_step)
            svg_.text(cells_.left - 6, 0.5 * (y(row) + y(row + 1)) + 0.35 * size,
                      value_text(upwards[row]), size, Anchor::end, grey);
        double widest = 0;
        for (const double value : rightwards)
            widest = std::max(widest, text_width(value_text(value), size));
        const auto step = every(widest + 8, cells_.width() / static_cast<double>(columns_));
        for (std::size_t column = 0; column < columns_; column += step)
            svg_.text(0.5 * (x(column) + x(column + 1)), cells_.bottom + 1.2 * size,
                      value_text(rightwards[column]), size, Anchor::middle, grey);
        svg_.text(cells_.middle_x(), cells_.bottom + 1.2 * size + line_height(size),
                  axis_text(map_.grid.axes[1]), size, Anchor::middle, grey);
    }

    /// A column of shades with the values at round places.
    void key() {
        constexpr int bands = 40;
        const double left = cells_.right + 16, right = left + key_width;
        const Scale scale{0, bands, cells_.bottom, cells_.top};
        for (int i = 0; i < bands; ++i) {
            const auto colour = shade((i + 0.5) / bands);
            svg_.rectangle(left, scale(i + 1), right, scale(i), {colour}, colour);
        }
        if (range_.high <= range_.low) return;
        const Scale values{range_.low, range_.high, cells_.bottom, cells_.top};
        const auto ticks = ticks_for(range_, static_cast<int>(cells_.height() / 40));
        for (const double value : ticks.values()) {
            if (value < range_.low || value > range_.high) continue;
            svg_.line({{right, values(value)}, {right + 4, values(value)}}, grey, 1);
            svg_.text(right + 7, values(value) + 0.35 * size, ticks.label(value), size,
                      Anchor::start, grey);
        }
        if (map_.own < range_.low || map_.own > range_.high) return;
        svg_.line({{left - 5, values(map_.own)}, {right + 3, values(map_.own)}}, "#ffffff", 5);
        svg_.line({{left - 5, values(map_.own)}, {right + 3, values(map_.own)}}, black, 2.6);
    }

    Svg& svg_;
    const HeatMap& map_;
    Box box_, cells_{};
    std::size_t rows_, columns_;
    Range range_;
    std::vector<SvgPoints> edges_;
};

}  // namespace

double height_of(const HeatMap& map) {
    constexpr double least = 150, most = 330, row = 30;
    const auto rows = static_cast<double>(map.grid.axes[0].values.size());
    return std::clamp(row * rows, least, most) + 4.2 * line_height(size);
}

void draw(Svg& svg, const HeatMap& map, const Box& box) {
    Heat(svg, map, box);
}

}  // namespace granary::chart
