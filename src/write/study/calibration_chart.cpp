#include "granary/write/study/calibration_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "granary/record/beside.hpp"
#include "granary/write/number.hpp"
#include "write/svg.hpp"

namespace granary {
namespace {

constexpr double panel_width = 420, panel_height = 270;
constexpr Colour ink = "#1b4965", pale = "#888", record_ink = "#c1440e";

/// One figure of the run against the targets that the record gives for it.
struct Panel {
    std::string_view figure, title, unit;
    double low, high, tick;
};

constexpr Panel panels[] = {
    {"rural_ration_kg", "What villagers were issued", "kg of trade grain a head and year", 140, 220,
     20},
    {"output_actual_mt", "What was harvested", "Mt", 120, 220, 20},
    {"output_reported_mt", "What was claimed", "Mt", 100, 400, 100},
    {"crude_death_rate_per_1000", "Who died", "deaths per 1000 people and year", 0, 30, 10},
};

double figure_of(const Trajectory<double>& run, int year, std::string_view figure) {
    for (const auto& column : figure_columns<double>)
        if (column.name == figure) return run.annual(year).*column.value;
    return std::numeric_limits<double>::quiet_NaN();
}

/// The panel with as many ticks more as the run and the record need.
Panel with_room(Panel panel, const Trajectory<double>& run, const std::vector<Target>& targets) {
    const auto make_room = [&](double value) {
        while (value < panel.low) panel.low -= panel.tick;
        while (value > panel.high) panel.high += panel.tick;
    };
    for (const int year : run.years()) make_room(figure_of(run, year, panel.figure));
    for (const auto& target : targets)
        if (figure_columns<double>[target.column].name == panel.figure) make_room(target.value);
    return panel;
}

/// Draws one panel with its upper left corner at (left, top).
class Drawing {
  public:
    Drawing(Svg& svg, const Panel& panel, const std::vector<int>& years, double left, double top)
        : svg_(svg),
          panel_(panel),
          first_(years.front()),
          last_(years.back()),
          left_(left),
          top_(top) {}

    void axes() {
        svg_.text(left_ + 12, top_ + 24, panel_.title, 15, Anchor::start, "#222", true);
        svg_.text(left_ + 12, top_ + 42, panel_.unit, 12, Anchor::start, "#555");
        for (double tick = panel_.low; tick <= panel_.high; tick += panel_.tick) {
            svg_.line({{x(first_) - 12, y(tick)}, {x(last_) + 12, y(tick)}}, "#e4e4e4", 1);
            svg_.text(x(first_) - 18, y(tick) + 4, fixed(tick, 0), 12, Anchor::end, "#555");
        }
        for (int year = first_; year <= last_; ++year)
            svg_.text(x(year), top_ + panel_height - 12, std::to_string(year), 12, Anchor::middle,
                      "#555");
    }

    void model(const Trajectory<double>& run, std::string_view figure, std::string_view label,
               Colour colour, Literal<InSvg> dashes) {
        SvgPoints points;
        for (const int year : run.years())
            points.emplace_back(x(year), y(figure_of(run, year, figure)));
        svg_.line(points, colour, 2.5, dashes);
        svg_.text(points.back().first + 8, points.back().second + 4, label, 12, Anchor::start,
                  colour);
    }

    void record(const std::vector<Target>& targets) {
        for (const auto& target : targets) {
            if (figure_columns<double>[target.column].name != panel_.figure) continue;
            const double at = x(target.from.year);
            svg_.line({{at, y(target.value - target.tolerance)},
                       {at, y(target.value + target.tolerance)}},
                      record_ink, 1.5);
            svg_.dot(at, y(target.value), 4, record_ink);
        }
    }

  private:
    double x(int year) const {
        return left_ + 60 + (panel_width - 130) / std::max(1, last_ - first_) * (year - first_);
    }
    double y(double value) const {
        const double part = (value - panel_.low) / (panel_.high - panel_.low);
        return top_ + panel_height - 36 - part * (panel_height - 96);
    }

    Svg& svg_;
    Panel panel_;
    int first_, last_;
    double left_, top_;
};

}  // namespace

SvgText calibration_chart(const CalibrationFindings& findings) {
    const auto& run = findings.baseline.front().run;
    const auto years = run.years();
    Svg svg(2 * panel_width, 2 * panel_height + 34,
            "Model and record, " + years_text(years.front(), years.back()),
            "Four panels. Lines are the calibrated run, dots with bars the recorded figures with "
            "their tolerances: rural ration, harvest, published claims, crude death rate.");
    for (std::size_t i = 0; i < std::size(panels); ++i) {
        const auto panel = with_room(panels[i], run, findings.plan.targets);
        Drawing drawing(svg, panel, years, i % 2 == 0 ? 0 : panel_width, i < 2 ? 0 : panel_height);
        drawing.axes();
        if (panels[i].figure == "output_reported_mt") {
            drawing.model(run, "output_actual_mt", "harvested", pale, "2 3");
            drawing.model(run, "output_believed_mt", "", pale, "7 4");
        }
        drawing.model(run, panels[i].figure,
                      panels[i].figure == "output_reported_mt" ? "" : "model", ink, "");
        drawing.record(findings.plan.targets);
    }
    svg.text(12, 2 * panel_height + 20,
             fmt::format(
                 "Lines: model (claims: solid claimed, dashed believed, dotted harvested). Dots: "
                 "record with tolerance{}.",
                 findings.report.empty() ? "" : "; sources in " + findings.report),
             12, Anchor::start, "#555");
    return svg.finish();
}

}  // namespace granary
