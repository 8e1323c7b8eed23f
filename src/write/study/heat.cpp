#include "write/study/heat.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "granary/study/why_headlines.hpp"
#include "granary/write/number.hpp"
#include "write/chart/palette.hpp"
#include "write/chart/parts.hpp"
#include "write/chart/scale.hpp"
#include "write/chart/text_size.hpp"
#include "write/study/shades.hpp"

namespace granary::chart {
namespace {

constexpr double size = 13, key_width = 18, key_room = 86;

std::string axis_text(const Axis& axis) {
    return with_unit(in_words(axis.variation), axis.variation.unit());
}

std::string value_text(double value) {
    return fmt::format("{:.4g}", value);
}

/// Where words stand along an axis, in cells from its beginning.
using Names = std::vector<std::pair<double, std::string>>;

/// The values themselves, in the middles of their cells.
Names value_names(const std::vector<double>& values) {
    Names names;
    for (const double value : values)
        names.emplace_back(static_cast<double>(names.size()) + 0.5, value_text(value));
    return names;
}

/// Round values between the first and the last, at most so many.
Names round_names(const std::vector<double>& values, int most) {
    const double first = values.front(), last = values.back();
    const auto cells = static_cast<double>(values.size());
    const Range range{std::min(first, last), std::max(first, last)};
    const Scale place{first, last, 0.5, cells - 0.5};
    const auto ticks = ticks_for(range, most);
    Names names;
    for (const double value : ticks.values())
        if (range.low <= value && value <= range.high)
            names.emplace_back(place(value), ticks.label(value));
    return names;
}

/// Each value where words so large do not touch in the room, else round ones.
Names names_of(const std::vector<double>& values, double words, double room) {
    const int most = static_cast<int>(room / words);
    return values.size() <= static_cast<std::size_t>(std::max(most, 2)) ? value_names(values)
                                                                        : round_names(values, most);
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
    double figure(std::size_t point) const { return map_.grid.told(point, map_.measure); }
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
        svg_.text(box_.left, box_.top + 0.95 * size, with_unit(in_words(measure), measure.unit()),
                  size, Anchor::start, black, true);
        svg_.text(box_.left, box_.top + 0.95 * size + line_height(size),
                  axis_text(map_.grid.axes[0]) + " (upwards)", size, Anchor::start, grey);
    }

    static double widest(const std::vector<double>& values) {
        double widest = 0;
        for (const double value : values)
            widest = std::max(widest, text_width(value_text(value), size));
        return widest;
    }
    double left_room() const { return widest(map_.grid.axes[0].values) + 8; }

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
        const double row_height = cells_.height() / static_cast<double>(rows_),
                     column_width = cells_.width() / static_cast<double>(columns_);
        for (const auto& [cell, name] : names_of(upwards, 1.3 * size, cells_.height()))
            svg_.text(cells_.left - 6, cells_.bottom - cell * row_height + 0.35 * size, name, size,
                      Anchor::end, grey);
        for (const auto& [cell, name] :
             names_of(rightwards, widest(rightwards) + 8, cells_.width()))
            svg_.text(cells_.left + cell * column_width, cells_.bottom + 1.2 * size, name, size,
                      Anchor::middle, grey);
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
