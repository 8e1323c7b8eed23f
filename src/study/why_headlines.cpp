#include "granary/study/why_headlines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "granary/foundation/unit_style.hpp"

namespace granary {
namespace {

/// Below these a change would not show in the digits printed.
double least_shown(const EffectColumn& column) {
    return least_said(column.figure.unit);
}

/// Never "-0.0".
std::string number_text(double value, int decimals) {
    auto text = fmt::format("{:.{}f}", value, decimals);
    if (text.front() == '-' && text.find_first_of("123456789") == text.npos) text.erase(0, 1);
    return text;
}

std::string whole_text(const Attribution& attribution, const AttributedPeriod& period,
                       const EffectColumn& column) {
    const bool all = period.label == "all";
    const double value = period.scenario.*column.value;
    if (column.summed)
        return fmt::format("{:.1f} million {} in {}", std::max(value, 0.0), column.figure.label,
                           all ? "all years" : period.label);
    const double change = period.whole.*column.value + period.reference_change.*column.value;
    const auto subject = all ? fmt::format("The {} of all years, on average,", column.figure.label)
                             : fmt::format("The {} of {}", column.figure.label, period.label);
    if (std::fabs(change) < least_shown(column))
        return fmt::format("{} is that of {}", subject, attribution.first_year);
    return fmt::format("{} is {:.0f} {} {} that of {}", subject, std::fabs(change),
                       column.figure.unit, change < 0 ? "below" : "above", attribution.first_year);
}

/// What the figures of one measure come to in words.
class InWords {
  public:
    InWords(const SweepGrid& grid, std::size_t measure) : grid_(grid), measure_(measure) {
        for (std::size_t i = 0; i < grid.points.size(); ++i)
            if (std::isfinite(figure(i))) points_.push_back(i);
        if (points_.empty()) return;
        const auto [low, high] = std::minmax_element(
            points_.begin(), points_.end(),
            [&](std::size_t a, std::size_t b) { return figure(a) < figure(b); });
        low_ = *low;
        high_ = *high;
    }

    std::string text() const {
        if (points_.empty()) return ": no point has a figure";
        return told() + untold();
    }

  private:
    double figure(std::size_t point) const { return grid_.told(point, measure_); }
    const Measure& of() const { return grid_.measures[measure_]; }
    std::string text(std::size_t point) const {
        return number_text(figure(point), of().decimals_in_sentence());
    }
    std::string unit() const {
        return of().unit() == "1" || of().unit() == "yr" ? "" : " " + of().unit();
    }

    std::string told() const {
        if (text(low_) == text(high_))
            return fmt::format(": {}{} {}", text(low_), unit(),
                               has_all() ? "throughout" : "wherever it is told");
        return grid_.axes.size() == 1 ? along() : between();
    }
    bool has_all() const { return points_.size() == grid_.points.size(); }
    /// How many points have no figure, as where no toll is told.
    std::string untold() const {
        return has_all() ? std::string()
                         : fmt::format(", none told at {} of {} points",
                                       grid_.points.size() - points_.size(), grid_.points.size());
    }
    /// Where a figure stands that is not at the end of the axis as the title has it.
    std::string place(std::size_t point, std::size_t end) const {
        return point == end ? std::string() : fmt::format(" at {:.4g}", grid_.at(point, 0));
    }

    /// From the first to the last point of an axis that have a figure, and what lies beyond both on
    /// the way.
    std::string along() const {
        std::string way;
        for (const std::size_t extreme : {low_, high_})
            if (text(extreme) != text(points_.front()) && text(extreme) != text(points_.back()))
                way += fmt::format(", by way of {}{} at {:.4g}", text(extreme), unit(),
                                   grid_.at(extreme, 0));
        const auto first = points_.front(), last = points_.back();
        return fmt::format(" from {}{} to {}{}{}{}", text(first), place(first, 0), text(last),
                           unit(), place(last, grid_.points.size() - 1), way);
    }

    /// From the lowest to the highest figure of a grid, each with its place.
    std::string between() const {
        std::string place, other;
        for (std::size_t axis = 0; axis < grid_.axes.size(); ++axis) {
            const auto* comma = axis == 0 ? "" : ", ";
            place += fmt::format("{}{} {:.4g}", comma, in_words(grid_.axes[axis].variation),
                                 grid_.at(low_, axis));
            other += fmt::format("{}{:.4g}", comma, grid_.at(high_, axis));
        }
        return fmt::format(" from {}{} ({}) to {}{} ({})", text(low_), unit(), place, text(high_),
                           unit(), other);
    }

    const SweepGrid& grid_;
    std::size_t measure_;
    std::vector<std::size_t> points_;  ///< that have a figure
    std::size_t low_ = 0, high_ = 0;
};

/// Without the unit at its end, which stands beside the number.
std::string without_unit(std::string words) {
    for (const std::string_view unit : {" kg", " mt", " million", " years"})
        if (words.ends_with(unit)) words.resize(words.size() - unit.size());
    return words;
}

std::string capital(std::string sentence) {
    if (!sentence.empty() && 'a' <= sentence.front() && sentence.front() <= 'z')
        sentence.front() = static_cast<char>(sentence.front() - 'a' + 'A');
    return sentence;
}

}  // namespace

std::string attribution_headline(const Attribution& attribution, const AttributedPeriod& period,
                                 const EffectColumn& column) {
    constexpr int most_named = 3;
    std::string text;
    int named = 0;
    for (const auto& bar : waterfall(attribution, period, column)) {
        const double change = bar.to - bar.from;
        if (!bar.driver || std::fabs(change) < least_shown(column) || named == most_named) continue;
        text += fmt::format("{} {} {}", named == 0 ? ":" : ",", in_words(bar.label),
                            fmt::format("{:+.1f}", change));
        ++named;
    }
    return whole_text(attribution, period, column) + text;
}

std::string sweep_headline(const SweepGrid& grid) {
    constexpr std::size_t most_told = 2;
    std::string text;
    for (std::size_t m = 0; m < std::min(most_told, grid.measures.size()); ++m)
        text += (m == 0 ? "" : "; ") + in_words(grid.measures[m]) + InWords(grid, m).text();
    if (grid.axes.size() > 1) return capital(text);
    const auto& [variation, values] = grid.axes.front();
    return fmt::format("With {} from {:.4g} to {:.4g}{}: {}", in_words(variation), values.front(),
                       values.back(), variation.unit() == "1" ? "" : " " + variation.unit(), text);
}

std::string in_words(std::string_view name) {
    std::string words(name);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string in_words(const Measure& measure) {
    auto words = without_unit(in_words(measure.row_name()));
    return measure.year ? fmt::format("{} of {}", words, *measure.year) : words;
}

std::string in_words(const Variation& variation) {
    const auto lever = [&] { return without_unit(in_words(Lever::table[variation.row].name)); };
    switch (variation.of) {
        case Variation::Of::lever:
            return lever() + " held";
        case Variation::Of::scale:
            return lever() + " times its course";
        default:
            return without_unit(in_words(variation.name()));
    }
}

}  // namespace granary
