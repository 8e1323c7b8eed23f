#include "netcdf/measure_series.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "granary/analysis/tested.hpp"
#include "granary/foundation/error.hpp"
#include "granary/write/study/ensemble_table.hpp"

namespace granary::netcdf {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr auto region_name = "region";

/// The dimensions that the variables share, and what they show.
struct Shown {
    Group root;
    std::span<const EnsembleRow> rows;  ///< a measure each
    Dimension quantile, threshold;
};

/// How a number is made of the members' values, as CF names it.
struct Statistic {
    const char *name, *method;
    double EnsembleRow::*value;
    bool squared = false;
};

constexpr Statistic statistics[] = {
    {"mean", "realization: mean", &EnsembleRow::mean},
    {"variance", "realization: variance", &EnsembleRow::variance, true},
    {"least", "realization: minimum", &EnsembleRow::least},
    {"greatest", "realization: maximum", &EnsembleRow::greatest},
};

/// Of each place what `of` takes from the row, `none` where there is none.
template <typename T, typename Of>
void append(const Series& series, std::span<const EnsembleRow> rows, const T& none, const Of& of,
            std::vector<T>& values) {
    for (const auto& place : series.places) values.push_back(place ? of(rows[*place]) : none);
}

std::string long_name(const Series& series, std::string_view what) {
    return fmt::format("{} ({})", series.measure.meaning(), what);
}

/// Of a toll, why a number may be missing; with what else there is to say.
std::string comment_on(const Series& series, std::string text = {}) {
    if (!is_toll(series.measure.row_name())) return text;
    return fmt::format(
        "{}{}not a number where it would rest on members that lie outside of what the equations "
        "were made for; see the attribute untested_members",
        text, text.empty() ? "" : "; ");
}

void show_statistics(const Series& series, const Shown& shown) {
    const auto unit = unit_of(series.measure);
    for (const auto& statistic : statistics) {
        std::vector<double> values;
        const auto of = [&](const EnsembleRow& row) { return row.*statistic.value; };
        append(series, shown.rows, undefined, of, values);
        shown.root
            .variable(fmt::format("{}_{}", series.name, statistic.name), series.axes,
                      std::move(values))
            .undefined_as_nan()
            .note("long_name", long_name(series, statistic.name))
            .note("units", statistic.squared ? unit.squared : unit.itself)
            .note("cell_methods", statistic.method)
            .note("coordinates", series.coordinates)
            .note("comment", comment_on(series));
    }
    std::vector<double> members;  // which any reader takes, unlike whole numbers of 64 bits
    const auto of = [](const EnsembleRow& row) { return static_cast<double>(row.members); };
    append(series, shown.rows, 0.0, of, members);
    shown.root.variable(series.name + "_members", series.axes, std::move(members))
        .note("long_name", long_name(series, "members with a value"))
        .note("units", "1")
        .note("coordinates", series.coordinates);
}

void show_quantiles(const Series& series, const Shown& shown) {
    std::vector<double> values;
    for (std::size_t i = 0; i < shown_quantiles.size(); ++i) {
        const auto of = [i](const EnsembleRow& row) { return row.quantiles[i]; };
        append(series, shown.rows, undefined, of, values);
    }
    auto axes = series.axes;
    axes.insert(axes.begin(), shown.quantile);
    shown.root.variable(series.name + "_quantile", axes, std::move(values))
        .undefined_as_nan()
        .note("long_name", long_name(series, "quantile"))
        .note("units", unit_of(series.measure).itself)
        .note("relative_error", BucketCounts::relative_error)
        .note("coordinates", series.coordinates)
        .note("comment",
              comment_on(series, fmt::format("exactly the value of its rank where the members have "
                                             "at most {} different values",
                                             BucketCounts::most_fine)));
}

/// How many thresholds a measure of the series has at most.
std::size_t most_thresholds(std::span<const EnsembleRow> rows, const Series& series) {
    std::size_t most = 0;
    for (const auto& place : series.places)
        if (place) most = std::max(most, rows[*place].above.size());
    return most;
}

/// Of each threshold and place what `of` takes from it.
template <typename T, typename Of>
std::vector<T> of_thresholds(const Series& series, const Shown& shown, T none, const Of& of) {
    std::vector<T> values;
    for (std::size_t i = 0; i < shown.threshold.length; ++i) {
        const auto of_row = [&](const EnsembleRow& row) {
            return i < row.above.size() ? of(row.above[i]) : none;
        };
        append(series, shown.rows, none, of_row, values);
    }
    return values;
}

/// Texts as rows of letters, which any reader takes, unlike variables of texts.
void show_texts(const std::string& name, std::vector<Dimension> axes,
                const std::vector<std::string>& texts, const Group& root,
                const std::string& meaning) {
    std::size_t longest = 1;
    for (const auto& text : texts) longest = std::max(longest, text.size());
    std::vector<char> letters;
    for (auto text : texts) {
        text.resize(longest);
        letters.insert(letters.end(), text.begin(), text.end());
    }
    axes.push_back(root.dimension(name + "_length", longest));
    root.variable(name, axes, std::move(letters))
        .note("long_name", meaning)
        .note("_Encoding", "utf-8");
}

void show_chances(const Series& series, const Shown& shown) {
    if (most_thresholds(shown.rows, series) == 0) return;
    auto axes = series.axes;
    axes.insert(axes.begin(), shown.threshold);
    const auto value = series.name + "_threshold", source = series.name + "_threshold_source";
    shown.root
        .variable(value, axes,
                  of_thresholds(series, shown, undefined,
                                [](const ChanceAbove& chance) { return chance.value; }))
        .undefined_as_nan()
        .note("long_name", long_name(series, "threshold"))
        .note("units", unit_of(series.measure).itself);
    show_texts(source, axes,
               of_thresholds(series, shown, std::string(),
                             [](const ChanceAbove& chance) { return chance.source; }),
               shown.root, long_name(series, "where the threshold is from"));
    shown.root
        .variable(series.name + "_chance_above", axes,
                  of_thresholds(series, shown, undefined,
                                [](const ChanceAbove& chance) { return chance.chance; }))
        .undefined_as_nan()
        .note("long_name", long_name(series, "share of members above the threshold"))
        .note("units", "1")
        .note("coordinates", fmt::format("{} {}{}{}", value, source,
                                         series.coordinates.empty() ? "" : " ", series.coordinates))
        .note("comment", comment_on(series));
}

/// Without a measure at any of its places.
Series series_for(const Measure& measure, const Axes& axes) {
    Series series{
        (measure.year ? "" : "run_") + std::string(measure.row_name()), measure, {}, {}, {}};
    std::size_t places = 1;
    const auto lie_along = [&](const Dimension& axis, std::string_view told_by) {
        series.axes.push_back(axis);
        series.coordinates += fmt::format("{}{}", series.coordinates.empty() ? "" : " ", told_by);
        places *= axis.length;
    };
    if (axes.region.length > 0) lie_along(axes.region, region_name);
    if (measure.year) lie_along(axes.time, "year");
    series.places.resize(places);
    return series;
}

/// The place of a measure's year among the years.
std::size_t year_place(const Measure& measure, std::span<const EnsembleYear> years) {
    if (!measure.year) return 0;
    const auto found = std::find_if(years.begin(), years.end(), [&](const EnsembleYear& each) {
        return each.year == *measure.year;
    });
    if (found == years.end())
        throw Error(ErrorClass::internal,
                    fmt::format("{} is of no year of the ensemble", measure.name()));
    return static_cast<std::size_t>(found - years.begin());
}

/// The place of a measure among the values of its series.
std::size_t place_in_series(const Measure& measure, std::span<const EnsembleYear> years) {
    const auto of_each_area = measure.year ? years.size() : 1;
    return area_place(measure.area) * of_each_area + year_place(measure, years);
}

}  // namespace

Axes axes_of(const Summarised& what, std::span<const EnsembleYear> years) {
    constexpr int nowhere = -1;
    return {{nowhere, what.regions.empty() ? 0 : area_names(what).size()}, {nowhere, years.size()}};
}

Axes make_axes(const Summarised& what, std::span<const EnsembleYear> years, const Group& root) {
    const auto [region, time] = axes_of(what, years);
    return {root.dimension(region_name, region.length), root.dimension("time", time.length)};
}

std::vector<Series> series_of(const Summarised& what, std::span<const EnsembleYear> years,
                              const Axes& axes) {
    std::vector<Series> all_series;
    for (std::size_t i = 0; i < what.measures.size(); ++i) {
        const auto& measure = what.measures[i];
        const auto same = [&](const Series& series) {
            return series.measure.row == measure.row &&
                   series.measure.year.has_value() == measure.year.has_value();
        };
        auto found = std::find_if(all_series.begin(), all_series.end(), same);
        if (found == all_series.end())
            found = all_series.insert(all_series.end(), series_for(measure, axes));
        found->places.at(place_in_series(measure, years)) = i;
    }
    return all_series;
}

Unit unit_of(const Measure& measure) {
    const auto unit = measure.unit();
    if (unit == "million") return {"1e6", "1e12"};
    if (unit == "1/1000") return {"1e-3", "1e-6"};
    return {unit, unit == "1" ? unit : unit + "2"};
}

void show(const Summarised& what, const Summary& summary, std::span<const Series> all_series,
          const Group& root, const Axes& axes) {
    std::vector<EnsembleRow> rows;
    std::size_t thresholds = 0;
    for (std::size_t i = 0; i < what.measures.size(); ++i) {
        rows.push_back(ensemble_row(what, summary, i));
        thresholds = std::max(thresholds, rows.back().above.size());
    }
    const Shown shown{root, rows, root.dimension("quantile", shown_quantiles.size()),
                      root.dimension("threshold", thresholds)};
    if (!what.regions.empty())
        show_texts(region_name, {axes.region}, area_names(what), root,
                   "the whole country, then each of its regions");
    root.variable("quantile", std::vector{shown.quantile},
                  std::vector(shown_quantiles.begin(), shown_quantiles.end()))
        .note("long_name", "share of members below")
        .note("units", "1");
    for (const auto& series : all_series) {
        show_statistics(series, shown);
        show_quantiles(series, shown);
        show_chances(series, shown);
    }
}

}  // namespace granary::netcdf
