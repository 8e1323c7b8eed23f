#include "write/chart/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "granary/analysis/tested.hpp"
#include "granary/analysis/tolls.hpp"
#include "granary/record/published.hpp"
#include "granary/run.hpp"
#include "granary/write/number.hpp"
#include "granary/write/version.hpp"
#include "write/chart/record_marks.hpp"

namespace granary::chart {
namespace {

double time_of(const Instant& at) {
    return at.year + at.season;
}

std::string letter(std::size_t i) {
    return i < 26 ? std::string(1, static_cast<char>('a' + i)) : std::to_string(i + 1);
}

/// "Aug 1958".
std::string month_text(const Instant& at) {
    constexpr std::string_view names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto begun = date_time(at);
    return fmt::format("{} {}", names[begun.month - 1], begun.year);
}

bool within(const ChartEvent& event, Runs runs) {
    return std::any_of(runs.begin(), runs.end(), [&](const ChartRun& r) {
        return r.run.times().front() <= event.at && event.at <= r.run.times().back();
    });
}

std::vector<ChartEvent> events_within(Runs runs, const ChartOptions& options) {
    std::vector<ChartEvent> events;
    std::copy_if(options.events.begin(), options.events.end(), std::back_inserter(events),
                 [&](const ChartEvent& event) { return within(event, runs); });
    std::stable_sort(events.begin(), events.end(),
                     [](const ChartEvent& a, const ChartEvent& b) { return a.at < b.at; });
    return events;
}

std::string events_note(Runs runs, const ChartOptions& options, bool letters) {
    const auto events = events_within(runs, options);
    if (events.empty()) return {};
    std::vector<std::string> parts;
    for (const auto& event : events)
        parts.push_back(fmt::format("{}{} ({})", letters ? letter(parts.size()) + " " : "",
                                    event.title, month_text(event.at)));
    return fmt::format("Dated events, as they happened: {}.", fmt::join(parts, "; "));
}

}  // namespace

std::string with_settings(std::string words, const std::vector<std::string>& settings) {
    if (!settings.empty()) words += fmt::format(" ({})", fmt::join(settings, ", "));
    return words;
}

bool is_tested(const ChartRun& run) {
    return causes_untested(run.scenario, run.run).empty();
}

std::vector<TitledRun> titled(Runs runs) {
    std::vector<TitledRun> result;
    for (const auto& run : runs)
        result.push_back({title_of(run), &run.run, is_tested(run), run.tolls});
    return result;
}

std::string who(Runs runs, const ChartOptions& options) {
    std::string text = title_of(runs.front());
    if (runs.size() == 2) text += " and " + title_of(runs[1]);
    if (runs.size() > 2) text += fmt::format(" and {} others", runs.size() - 1);
    return with_settings(std::move(text), options.settings);
}

std::string with_unit(std::string words, std::string_view unit) {
    return unit == "1" ? words : fmt::format("{}, {}", words, unit);
}

Plot time_plot(Runs runs, const ChartOptions& options, std::string unit) {
    int first = runs.front().run.years().front(), last = first;
    for (const auto& run : runs) {
        const auto years = run.run.years();
        first = std::min(first, years.front());
        last = std::max(last, years.back());
    }
    Plot plot;
    plot.unit = std::move(unit);
    plot.x = year_axis(first, last);
    for (const auto& event : events_within(runs, options))
        plot.events.push_back({time_of(event.at), event.label});
    return plot;
}

Plot figure_plot(Runs runs, const ChartOptions& options, double Figures<double>::*figure,
                 const std::string& unit) {
    Plot plot = time_plot(runs, options, unit);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const Ink ink = runs.size() == 1 ? Ink{blue, "", Marker::triangle} : ink_of(i);
        plot.lines.push_back({by_year(runs[i].run, figure), ink, 2.8,
                              runs.size() == 1 ? "model" : title_of(runs[i]), true});
        plot.words += fmt::format("{}{}: {}. ", plot.words.empty() ? unit + ". " : "",
                                  title_of(runs[i]), values_in_words(runs[i].run, figure, 1));
    }
    return plot;
}

SvgPoints by_year(const Trajectory<double>& run, double Figures<double>::*figure) {
    SvgPoints points;
    for (const auto& period : comparable_periods(run)) {
        const double from = time_of(period.from), to = from + years_between(period.from, period.to);
        points.emplace_back(0.5 * (from + to), run.figures(period.from, period.to).*figure);
    }
    return points;
}

SvgPoints year_steps(const Trajectory<double>& run, const std::function<double(int)>& value) {
    SvgPoints points;
    for (const auto& period : comparable_periods(run)) {
        const double from = time_of(period.from), height = value(period.year);
        points.emplace_back(from, height);
        points.emplace_back(from + years_between(period.from, period.to), height);
    }
    return points;
}

SvgPoints by_month(const Trajectory<double>& run, double Figures<double>::*figure) {
    SvgPoints points;
    for (const auto& period : periods(run, Every::month))
        points.emplace_back(time_of(period.from) + 0.5 * years_between(period.from, period.to),
                            run.figures(period.from, period.to).*figure);
    return points;
}

SvgPoints at_instants(const Trajectory<double>& run,
                      const std::function<double(std::size_t)>& value) {
    SvgPoints points;
    for (std::size_t row = 0; row < run.times().size(); ++row)
        points.emplace_back(time_of(run.times()[row]), value(row));
    return points;
}

std::string values_in_words(const Trajectory<double>& run, double Figures<double>::*figure,
                            int decimals) {
    std::vector<std::string> parts;
    for (const auto& year : comparable_periods(run))
        parts.push_back(fmt::format("{} {}", year.year,
                                    fixed(run.figures(year.from, year.to).*figure, decimals)));
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::vector<std::string> common_notes(Runs runs, const ChartOptions& options, bool letters) {
    std::vector<std::string> notes, names;
    if (auto note = events_note(runs, options, letters); !note.empty())
        notes.push_back(std::move(note));
    for (const auto& run : runs) names.push_back(run.scenario.name);
    notes.push_back(model_note(names));
    return notes;
}

std::string model_note(const std::vector<std::string>& names) {
    return fmt::format("Model: granary {}, scenario{} {}. The sources in full: granary data.",
                       version(), names.size() == 1 ? "" : "s", fmt::join(names, ", "));
}

void letter_events(Plot& plot) {
    for (std::size_t i = 0; i < plot.events.size(); ++i) plot.events[i].label = letter(i);
}

void share_scale(std::vector<Plot>& plots) {
    constexpr double room_above = 0.17;  // for words over the highest bar, as a share
    Range all;
    bool above = false;
    for (auto& plot : plots) {
        include_all(plot);
        all.include(plot.y.low);
        all.include(plot.y.high);
        for (const auto& tag : plot.tags) above = above || tag.above;
    }
    if (above) all.include(all.high + room_above * (all.high - all.low));
    for (auto& plot : plots) plot.y = all;
}

std::size_t columns_for(std::size_t panels) {
    return panels == 1 ? 1 : panels <= 4 ? 2 : 3;
}

void Sources::add(std::string_view what, const std::string& from) {
    if (from.empty()) return;
    auto sentence = fmt::format("{} {}", what, from);
    if (std::find(sentences.begin(), sentences.end(), sentence) == sentences.end())
        sentences.push_back(std::move(sentence));
}

std::string Sources::text() const {
    return fmt::format("{}", fmt::join(sentences, "; "));
}

void add_sources(Notes& notes, const Sources& sources) {
    if (!sources.sentences.empty())
        notes.push_back(fmt::format("{} Sources: {}.", dots_note, sources.text()));
}

std::string deaths_note(Runs runs) {
    std::vector<std::string> parts;
    for (const auto& run : runs)
        parts.push_back(fmt::format(
            "{} {}", title_of(run),
            is_tested(run)
                ? fixed(std::max(run.run.excess_deaths_million(), 0.0), 1)
                : fmt::format("not given ({})", causes_untested(run.scenario, run.run).front())));
    std::vector<std::string_view> readings;
    for (const auto& run : runs) readings.push_back(run.run.reading());
    return fmt::format("Excess deaths in the model, million: {}. {}", fmt::join(parts, ", "),
                       runs.size() > 1 ? reading_note(readings)
                                       : reading_note(readings.front(), runs.front().tolls));
}

void add_hatched_note(Notes& notes, Runs runs) {
    if (std::all_of(runs.begin(), runs.end(), is_tested)) return;
    notes.emplace_back("Hatched: outside of what the equations were made for.");
}

}  // namespace granary::chart
