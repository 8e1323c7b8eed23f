#include "granary/write/study/waterfall.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "granary/analysis/tolls.hpp"
#include "granary/foundation/error.hpp"
#include "granary/foundation/unit_style.hpp"
#include "granary/record/published.hpp"
#include "granary/study/why_headlines.hpp"
#include "granary/write/number.hpp"
#include "write/chart/page.hpp"
#include "write/chart/palette.hpp"
#include "write/chart/parts.hpp"
#include "write/chart/text_size.hpp"

namespace granary::chart {
namespace {

constexpr double row_height = 36, name_size = 14, meaning_size = 11, value_size = 14,
                 axis_size = 12.5, half_bar = 8, mark_radius = 3.6;

/// A bar with its words and, of a driver, where it would end alone.
struct Row {
    WaterfallBar bar;
    std::string name, meaning;
    std::optional<double> added, taken;
};

struct Rows {
    std::vector<Row> rows;
    Range values;
    std::string unit;
    int decimals;
    bool more_is_worse;
};

/// A year's figure, or that of all years: the first as if all had been like it.
Row level_row(const WaterfallBar& bar, const AttributedPeriod& period, const EffectColumn& column) {
    const std::string noun(column.figure.label);
    if (bar.label == "all")
        return {bar, "all years", column.summed ? noun : "mean " + noun, {}, {}};
    const bool repeated = period.label == "all" && column.summed;
    return {bar, bar.label, repeated ? "if all years were like it" : noun, {}, {}};
}

Row row_of(const WaterfallBar& bar, const AttributedPeriod& period, const EffectColumn& column) {
    if (bar.level) return level_row(bar, period, column);
    if (!bar.driver) return {bar, "reference change", "all else: yields and people grow", {}, {}};
    const auto& effects = period.by_driver[*bar.driver];
    return {bar, in_words(bar.label), std::string(drivers[*bar.driver].meaning),
            bar.from + effects.alone_added.*column.value,
            bar.from + effects.alone_taken.*column.value};
}

Rows rows_of(const Attribution& attribution, const AttributedPeriod& period,
             const EffectColumn& column) {
    const auto& figure = column.figure;
    Rows all{{}, {}, {}, unit_style(figure.unit).decimals_of_change, column.summed};
    for (const auto& bar : waterfall(attribution, period, column)) {
        all.rows.push_back(row_of(bar, period, column));
        const auto& row = all.rows.back();
        all.values.include(bar.to);
        if (!bar.level) all.values.include(bar.from);
        for (const auto& alone : {row.added, row.taken})
            if (alone) all.values.include(*alone);
    }
    if (column.summed) all.values.include(0);
    const bool says_unit = figure.meaning.find(figure.unit) != figure.meaning.npos;
    all.unit = says_unit ? std::string(figure.meaning)
                         : fmt::format("{}, {}", figure.meaning, figure.unit);
    return all;
}

/// Draws the rows; the axis stands above them.
class Waterfall {
  public:
    Waterfall(Svg& svg, const Rows& rows, const Box& box) : svg_(svg), rows_(rows), box_(box) {
        const auto ticks = ticks_for(rows.values, 8);
        top_ = box.top + 2 * line_height(axis_size) + 6;
        bottom_ = top_ + row_height * static_cast<double>(rows.rows.size());
        x_ = {ticks.low, ticks.high(), box.left + name_room(), box.right - value_room()};
        axis(ticks);
        for (std::size_t i = 0; i < rows.rows.size(); ++i) row(i);
        key();
    }

    static double height(const Rows& rows) {
        return 2 * line_height(axis_size) + 6 + row_height * static_cast<double>(rows.rows.size()) +
               2.2 * line_height(axis_size);
    }

  private:
    double name_room() const {
        double widest = 0;
        for (const auto& row : rows_.rows)
            widest = std::max({widest, text_width(row.name, name_size, true),
                               text_width(row.meaning, meaning_size)});
        return widest + 14;
    }
    double value_room() const {
        double widest = 0;
        for (const auto& row : rows_.rows)
            widest = std::max(widest, text_width(value_text(row.bar), value_size, true));
        return widest + 14;
    }
    std::string value_text(const WaterfallBar& bar) const {
        return bar.level ? fixed(bar.to, rows_.decimals)
                         : signed_fixed(bar.to - bar.from, rows_.decimals);
    }

    void axis(const Ticks& ticks) {
        svg_.text(box_.left, box_.top + 0.95 * axis_size, rows_.unit, axis_size, Anchor::start,
                  grey);
        const double base = box_.top + line_height(axis_size) + 0.95 * axis_size;
        for (const double value : ticks.values()) {
            svg_.text(x_(value), base, ticks.label(value), axis_size, Anchor::middle, grey);
            svg_.line({{x_(value), top_ - 2}, {x_(value), bottom_}}, faint, 1);
        }
    }

    double middle(std::size_t i) const {
        return top_ + row_height * (static_cast<double>(i) + 0.5);
    }

    void row(std::size_t i) {
        const auto& [bar, name, meaning, added, taken] = rows_.rows[i];
        const double y = middle(i);
        if (i > 0)
            svg_.line({{box_.left, y - 0.5 * row_height}, {box_.right, y - 0.5 * row_height}},
                      faint, 0.7);
        svg_.text(box_.left, y - 1, name, name_size, Anchor::start, black, true);
        svg_.text(box_.left, y + 13, meaning, meaning_size, Anchor::start, grey);
        svg_.text(box_.right, y + 0.35 * value_size, value_text(bar), value_size, Anchor::end,
                  black, bar.level);
        if (i + 1 < rows_.rows.size())
            svg_.line({{x_(bar.to), y}, {x_(bar.to), y + row_height}}, pale, 1, "2 3");
        if (bar.level)
            svg_.line({{x_(bar.to), y - 14}, {x_(bar.to), y + 14}}, black, 4);
        else
            change(bar, y - 4);
        if (added && taken) alone(*added, *taken, y + 10);
    }

    void change(const WaterfallBar& bar, double y) {
        const auto [left, right] = std::minmax({x_(bar.from), x_(bar.to)});
        svg_.rectangle(left, y - half_bar, right, y + half_bar, fill_of(bar), "none");
    }

    SvgFill fill_of(const WaterfallBar& bar) const {
        if (!bar.driver) return {"#b0b0b0"};
        const bool worse = (bar.to > bar.from) == rows_.more_is_worse;
        return worse ? SvgFill{vermilion} : SvgFill{"#bfe0f5", 1, Hatch::rising, blue};
    }

    void alone(double added, double taken, double y) {
        svg_.line({{x_(added), y}, {x_(taken), y}}, black, 1);
        svg_.marker(x_(taken), y, mark_radius, Marker::square, black);
        svg_.marker(x_(added), y, mark_radius, Marker::circle, black, true);
    }

    /// A mark and what it means; returns where the next one may stand.
    double key_entry(double x, double y, Marker shape, bool hollow, const std::string& words) {
        svg_.marker(x + 4, y, mark_radius, shape, black, hollow);
        svg_.text(x + 13, y + 0.35 * axis_size, words, axis_size, Anchor::start, grey);
        return x + 13 + text_width(words, axis_size) + 18;
    }

    void key() {
        const double y = bottom_ + 1.2 * line_height(axis_size);
        svg_.line({{box_.left, bottom_}, {box_.right, bottom_}}, grey, 1);
        const double x = key_entry(box_.left, y, Marker::circle, true,
                                   "added alone, all others at their references");
        key_entry(x, y, Marker::square, false, "taken alone from the scenario");
    }

    Svg& svg_;
    const Rows& rows_;
    Box box_;
    Scale x_{};
    double top_ = 0, bottom_ = 0;
};

std::string words_of(const Rows& rows) {
    std::vector<std::string> parts;
    for (const auto& [bar, name, meaning, added, taken] : rows.rows) {
        parts.push_back(name + ' ' +
                        (bar.level ? fixed(bar.to, rows.decimals)
                                   : signed_fixed(bar.to - bar.from, rows.decimals)));
        if (added && taken)
            parts.back() +=
                fmt::format(" (alone {} to {})", signed_fixed(*added - bar.from, rows.decimals),
                            signed_fixed(*taken - bar.from, rows.decimals));
    }
    return fmt::format("{}: {}.", rows.unit, fmt::join(parts, ", "));
}

const EffectColumn& column_named(const std::string& name) {
    for (const auto& column : effect_columns)
        if (column.figure.name == name) return column;
    throw NotFound(fmt::format("no attributed figure \"{}\"", name));
}

/// Whether its figure may be held against the first year's.
bool has_base(const AttributedPeriod& period, const EffectColumn& column) {
    return std::isfinite(period.reference_change.*column.value);
}

const AttributedPeriod& period_of(const Attribution& attribution, const std::string& label,
                                  const EffectColumn& column) {
    for (const auto& period : attribution.periods) {
        if (period.label != label) continue;
        if (has_base(period, column)) return period;
        throw NotFound(
            fmt::format("only a part of {} was run: its {} is not held against that of "
                        "{}",
                        label, column.figure.label, attribution.first_year));
    }
    throw NotFound(fmt::format("no attributed year {}", label));
}

/// Where nothing was asked for: all years of what is summed, else the year of the lowest ration
/// among those that are held against the first.
const AttributedPeriod& default_period(const Attribution& attribution, const EffectColumn& column) {
    const auto& periods = attribution.periods;
    if (column.summed) return periods.back();
    const auto order = [&](const AttributedPeriod& period) {
        return std::pair(!has_base(period, column), period.scenario.rural_ration_kg);
    };
    return *std::min_element(periods.begin(), periods.end() - 1,
                             [&](const auto& a, const auto& b) { return order(a) < order(b); });
}

std::string span_of(const Attribution& attribution, const AttributedPeriod& period,
                    const EffectColumn& column) {
    if (period.label == "all") return fmt::format("{} of all years", column.figure.label);
    return fmt::format("{} from {} to {}", column.figure.label, attribution.first_year,
                       period.label);
}

std::vector<std::string> notes_of(const Scenario& scenario, const EffectColumn& column) {
    std::vector<std::string> notes{
        "Bars: Shapley values, the mean of what a driver adds over all orders in which the nine "
        "may "
        "join; they sum from the grey bar's end to the last line. Marks: one at a time, counted "
        "from where the bar begins; where the two differ, drivers act on each other. A share of "
        "what happens in this model, not blame.",
        "References: granary attribute --help. All else is the scenario's throughout."};
    if (column.summed) notes.push_back(reading_note(scenario.reading));
    notes.push_back(model_note({scenario.name}));
    return notes;
}

}  // namespace
}  // namespace granary::chart

namespace granary {

SvgText waterfall_svg(const Scenario& scenario, const Attribution& attribution,
                      const WaterfallOptions& options) {
    using namespace chart;
    const auto& column = column_named(options.figure);
    const auto& period = options.period.empty() ? default_period(attribution, column)
                                                : period_of(attribution, options.period, column);
    const auto rows = rows_of(attribution, period, column);
    const PageWords words{attribution_headline(attribution, period, column),
                          with_settings(title_of(scenario), options.settings) + ": " +
                              span_of(attribution, period, column) + ", driver by driver",
                          notes_of(scenario, column)};
    const auto draw = [&](Svg& svg, const Box& box) { Waterfall(svg, rows, box); };
    return svg_of(words, {Waterfall::height(rows), draw, words_of(rows)});
}

}  // namespace granary
