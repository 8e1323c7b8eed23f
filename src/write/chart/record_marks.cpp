#include "write/chart/record_marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <vector>

#include "granary/foundation/calendar.hpp"
#include "granary/record/beside.hpp"
#include "granary/record/history.hpp"

namespace granary::chart {
namespace {

constexpr std::string_view ration_sources[] = {"SPENCE", "LUO2006"};
constexpr std::string_view harvest_sources[] = {"SSB_TABLE"};
constexpr std::string_view claim_sources[] = {"SPENCE", "GUILLERMAZ_WOLFAX", "BEVIN"};
constexpr std::string_view store_sources[] = {"TOMBSTONE_HIGHPROC", "GAOHUA"};
constexpr std::string_view rate_sources[] = {"NBS1999_wxc"};

/// Figures that differ by less would be one dot.
constexpr double least_share = 0.004;

/// The middle of a year; a day or the first of a month as it is.
std::optional<double> place(const std::string& period) {
    if (period.size() == 4) return std::stod(period) + 0.5;
    const auto date = parse_date(period);
    if (!date) return std::nullopt;
    return date->year + date->season;
}

using Figures = std::vector<Observation>;

std::map<double, Figures> by_place(const Plot& plot, std::string_view variable) {
    std::map<double, Figures> found;
    for (const auto& figure : history().of(variable)) {
        const auto x = place(figure.period);
        if (x && plot.x.range.low <= *x && *x <= plot.x.range.high) found[*x].push_back(figure);
    }
    return found;
}

bool verified(const Observation& figure) {
    return figure.evidence == Evidence::sourced || figure.evidence == Evidence::corroborated;
}

/// The figure of the first of the sources that has one, else the first verified, else the first.
const Observation& preferred(const Figures& figures, const RecordSeries& series) {
    for (const auto source : series.sources)
        for (const auto& figure : figures)
            if (figure.source_id == source) return figure;
    const auto found = std::find_if(figures.begin(), figures.end(), verified);
    return found == figures.end() ? figures.front() : *found;
}

/// Years of each source, gathered from year to year.
class SourceYears {
  public:
    void add(const std::string& source, const std::string& period) {
        const int year = std::stoi(period.substr(0, 4));
        if (!stretches_.empty() && stretches_.back().source == source)
            stretches_.back().last = year;
        else
            stretches_.push_back({source, year, year});
    }
    std::string text() const {
        std::string text;
        for (const auto& s : stretches_)
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ",
                                s.source == "UNVERIFIED" ? "not seen in print" : s.source,
                                years_text(s.first, s.last));
        return text;
    }

  private:
    struct Stretch {
        std::string source;
        int first, last;
    };
    std::vector<Stretch> stretches_;
};

void add_others(Plot& plot, double x, const Figures& figures, double main) {
    Range span;
    span.include(main);
    for (const auto& figure : figures) {
        if (std::fabs(figure.value - main) <= least_share * std::fabs(main)) continue;
        plot.dots.push_back({x, figure.value, true, true});
        span.include(figure.value);
    }
    if (span.low < span.high) plot.spans.emplace_back(x, span);
}

/// One dot is named for all: the highest, which stands out, or another where there is more room.
void name_one(Plot& plot, std::vector<Dot> dots, const RecordSeries& series) {
    std::stable_sort(dots.begin(), dots.end(),
                     [](const Dot& a, const Dot& b) { return a.y > b.y; });
    Tag tag{dots.front().x, dots.front().y, std::string(series.label)};
    for (const auto& dot : dots) tag.or_beside.emplace_back(dot.x, dot.y);
    plot.tags.push_back(std::move(tag));
}

}  // namespace

const RecordSeries ration_record{"grain_consumption_rural", ration_sources},
    harvest_record{"grain_output_actual", harvest_sources, ""},
    claim_record{"grain_output_reported", claim_sources},
    store_record{"state_grain_stock", store_sources},
    deaths_record{"crude_death_rate", rate_sources, "registered"},
    births_record{"crude_birth_rate", rate_sources, "registered"},
    corrected_deaths{"crude_death_rate_corrected", {}, "corrected"},
    corrected_births{"crude_birth_rate_corrected", {}, "corrected"};

std::string add_record(Plot& plot, const RecordSeries& series) {
    const auto found = by_place(plot, series.variable);
    SourceYears sources;
    std::vector<Dot> used;
    for (const auto& [x, figures] : found) {
        const auto& main = preferred(figures, series);
        add_others(plot, x, figures, main.value);
        used.push_back({x, main.value, !verified(main), false});
        plot.dots.push_back(used.back());
        sources.add(main.source_id, main.period);
    }
    if (!found.empty() && !series.label.empty()) name_one(plot, used, series);
    return sources.text();
}

std::string add_disputed(Plot& plot, const RecordSeries& series) {
    const auto found = by_place(plot, series.variable);
    std::vector<std::string> names;
    std::vector<Dot> dots;
    for (const auto& [x, figures] : found) {
        Range span;
        for (const auto& figure : figures) {
            span.include(figure.value);
            dots.push_back({x, figure.value, true, true});
            if (std::find(names.begin(), names.end(), figure.source_id) == names.end())
                names.push_back(figure.source_id);
        }
        if (span.low < span.high) plot.spans.emplace_back(x, span);
    }
    if (!dots.empty()) name_one(plot, dots, series);
    plot.dots.insert(plot.dots.end(), dots.begin(), dots.end());
    return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace granary::chart
