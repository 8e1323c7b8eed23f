#include "granary/write/terminal_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include "granary/analysis/periods.hpp"
#include "granary/record/beside.hpp"
#include "granary/run.hpp"
#include "granary/write/number.hpp"
#include "write/chart/scale.hpp"

namespace granary {
namespace {

using chart::Range;
using chart::Scale;

constexpr int width = 72, height = 7;          ///< of the field, in characters
constexpr int most_steps = 20;                 ///< of the scale, whose ends are round
constexpr int dots_across = 2, dots_down = 4;  ///< of a character of Braille

using Curve = std::vector<std::pair<double, double>>;

struct Level {
    double from, to, value;
};

double time_of(const Instant& at) {
    return at.year + at.season;
}

Curve ration_by_month(const Trajectory<double>& run) {
    Curve curve;
    for (const auto& month : periods(run, Every::month)) {
        const double kg = run.figures(month.from, month.to).rural_ration_kg;
        const double middle = time_of(month.from) + 0.5 * years_between(month.from, month.to);
        if (std::isfinite(kg)) curve.emplace_back(middle, kg);
    }
    return curve;
}

std::vector<Level> recorded_ration(const Trajectory<double>& run) {
    std::vector<Level> levels;
    for (const auto& year : periods(run, Every::year))
        if (const auto figure = ration_beside.recorded(year.year); figure && year.whole_year)
            levels.push_back({time_of(year.from), time_of(year.from) + 1, figure->value});
    return levels;
}

/// The field of characters; what is drawn first stays.
class Field {
  public:
    explicit Field(Characters characters)
        : characters_(characters), cells_(static_cast<std::size_t>(width * height)) {}

    /// Without gaps: each column reaches to where the one before it ended.
    void curve(const Curve& curve, const Scale& x, const Scale& y) {
        int before = static_cast<int>(y(value_at(curve, time_at(0, x))));
        for (int column = 0; column < width * dots_across; ++column) {
            const int here = static_cast<int>(y(value_at(curve, time_at(column, x))));
            dot(column, here);
            for (int down = std::min(before, here) + 1; down < std::max(before, here); ++down)
                dot(column, down);
            before = here;
        }
    }
    void level(const Level& level, const Scale& x, double down) {
        const int row = static_cast<int>(down) / dots_down;
        const int first = static_cast<int>(x(level.from)) / dots_across;
        const int last = static_cast<int>(x(level.to)) / dots_across;
        for (int column = first; column < last; ++column)
            if (auto* cell = at(column, row); cell != nullptr && cell->dots == 0)
                cell->level = true;
    }
    std::string row(int row) {
        std::string text;
        for (int column = 0; column < width; ++column) text += character(*at(column, row));
        text.erase(text.find_last_not_of(' ') + 1);
        return text;
    }

  private:
    struct Cell {
        unsigned dots = 0;
        bool level = false;
    };

    static double time_at(int column, const Scale& x) {
        return x.low + (column + 0.5 - x.from) / (x.to - x.from) * (x.high - x.low);
    }
    static double value_at(const Curve& curve, double time) {
        const auto next = std::lower_bound(curve.begin(), curve.end(), std::pair(time, 0.0));
        if (next == curve.begin()) return next->second;
        if (next == curve.end()) return curve.back().second;
        const auto& [t0, v0] = *(next - 1);
        return v0 + (time - t0) / (next->first - t0) * (next->second - v0);
    }

    Cell* at(int column, int row) {
        if (column < 0 || column >= width || row < 0 || row >= height) return nullptr;
        return &cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(width) +
                       static_cast<std::size_t>(column)];
    }
    void dot(int across, int down) {
        constexpr unsigned bits[dots_down][dots_across] = {
            {0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
        if (auto* cell = at(across / dots_across, down / dots_down))
            cell->dots |= bits[down % dots_down][across % dots_across];
    }

    std::string character(const Cell& cell) const {
        const bool unicode = characters_ == Characters::unicode;
        if (cell.dots == 0) return !cell.level ? " " : unicode ? "\u2500" : "-";
        if (!unicode) return "*";
        // U+2800 and the dots, in UTF-8.
        return {static_cast<char>(0xE2), static_cast<char>(0xA0 + (cell.dots >> 6)),
                static_cast<char>(0x80 + (cell.dots & 0x3F))};
    }

    Characters characters_;
    std::vector<Cell> cells_;
};

/// The years under the field, each in the middle of its place, as many as there is room for.
std::string years_line(const std::vector<int>& years, const Scale& x) {
    std::string line;
    for (const int year : years) {
        const auto column =
            static_cast<std::size_t>(std::max(0.0, (x(year + 0.5) - x.from) / dots_across - 2));
        if (column > width - 4 || (!line.empty() && column < line.size() + 1)) continue;
        line.resize(column, ' ');
        line += std::to_string(year);
    }
    return line;
}

std::string legend(Characters characters, bool recorded) {
    const bool unicode = characters == Characters::unicode;
    const std::string model = unicode ? "\u28C0\u2809" : "**",
                      record = unicode ? "\u2500\u2500" : "--";
    return "Rural ration, kg a head and year: " + model + " model by month" +
           (recorded ? ", " + record + " record by year" : "");
}

std::string setting(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

std::string terminal_chart(const Trajectory<double>& run, Characters characters) {
    const auto curve = ration_by_month(run);
    if (curve.size() < 2) return {};
    const auto levels = recorded_ration(run);
    Range range;
    for (const auto& point : curve) range.include(point.second);
    for (const auto& level : levels) range.include(level.value);
    const auto ticks = chart::ticks_for(range, most_steps);
    const Scale x{time_of(run.times().front()), time_of(run.times().back()), 0,
                  width * dots_across};
    const Scale y{ticks.low, ticks.high(), height * dots_down - 1.0, 0};

    Field field(characters);
    field.curve(curve, x, y);
    for (const auto& level : levels) field.level(level, x, y(level.value));
    std::string text = legend(characters, !levels.empty()) + '\n';
    for (int row = 0; row < height; ++row) {
        const bool named = row % (height / 2) == 0;
        const double value = ticks.high() - row * (ticks.high() - ticks.low) / (height - 1);
        text += fmt::format("{:>5}", named ? ticks.label(value) : "");
        const auto field_row = field.row(row);
        text += field_row.empty() ? "\n" : ' ' + field_row + '\n';
    }
    return text + "      " + years_line(run.years(), x) + '\n';
}

Characters terminal_characters() {
    std::string locale = setting("LC_ALL");
    if (locale.empty()) locale = setting("LC_CTYPE");
    if (locale.empty()) locale = setting("LANG");
    for (char& c : locale) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos
               ? Characters::unicode
               : Characters::ascii;
}

}  // namespace granary
