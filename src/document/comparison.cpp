#include "granary/document/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "granary/analysis/finding.hpp"
#include "granary/document/heading.hpp"
#include "granary/foundation/unit_style.hpp"
#include "granary/record/history.hpp"
#include "granary/write/number.hpp"

namespace granary {
namespace {

std::string letter_of(std::size_t i) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    return i < letters.size() ? std::string(1, letters[i]) : fmt::format("{}", i + 1);
}

std::vector<TextTable::Column> columns_of(std::span<const ComparedRun> runs) {
    std::vector<TextTable::Column> columns{{"whole run", "", Align::left}};
    for (const auto& run : runs) {
        columns.push_back({run.letter, ""});
        if (columns.size() > 2)
            columns.push_back({fmt::format("{} - {}", run.letter, runs.front().letter), ""});
    }
    return columns;
}

constexpr std::string_view compared[] = {"lowest_ration_kg",
                                         "excess_deaths_rural_million",
                                         "excess_deaths_urban_million",
                                         "excess_deaths_million",
                                         "births_lost_million",
                                         "procurement_net_mt",
                                         "export_mt",
                                         "largest_claim"};

std::vector<std::string> values(const RunMeasure& measure, std::span<const ComparedRun> runs) {
    std::vector<std::string> cells{measure.heading()};
    const int decimals = unit_style(measure.unit).decimals;
    const double first = told_of(measure, runs.front());
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const double own = told_of(measure, runs[i]);
        cells.push_back(fixed(own, decimals));
        if (i > 0) cells.push_back(signed_fixed(own - first, decimals));
    }
    return cells;
}

std::vector<std::string> years(const RunMeasure& measure, std::span<const ComparedRun> runs) {
    std::vector<std::string> cells{"  in the year"};
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto found = measure.extreme(runs[i].years);
        cells.push_back(found ? fmt::format("{}{}", found->year, found->whole ? "" : "*") : "-");
        if (i > 0) cells.emplace_back();
    }
    return cells;
}

}  // namespace

ComparedRun compared_run(std::string argument, std::size_t index, Scenario scenario,
                         const Trajectory<double>& run) {
    auto years = yearly(run);
    const auto sum = outcome(years);
    auto untested = causes_untested(scenario, run);
    return {std::move(argument), letter_of(index), std::move(scenario), std::move(years), sum,
            std::move(untested)};
}

namespace {

/// Which of the two bears no toll, and why.
std::string untested_of(const ComparedRun& first, const ComparedRun& second) {
    std::string text = "No tolls are compared:";
    for (const auto* run : {&first, &second})
        if (!run->untested.empty())
            text += fmt::format(" \"{}\" lies outside of what the equations were made for ({}).",
                                title_of(run->scenario), fmt::join(run->untested, "; "));
    return text;
}

/// That tolls by two readings are no difference; what it is under each of them.
std::string of_two_readings(const ComparedRun& first, const ComparedRun& second) {
    const auto range = range_of_differences(first.tolls, second.tolls);
    return fmt::format(
        "Their deaths are told by different readings of the record and do not compare{}{}.",
        range.empty() ? "" : "; ", range);
}

bool is_of_one_reading(const ComparedRun& a, const ComparedRun& b) {
    return a.scenario.reading == b.scenario.reading;
}

}  // namespace

std::vector<std::string_view> readings_of(std::span<const ComparedRun> runs) {
    std::vector<std::string_view> names;
    for (const auto& run : runs) names.push_back(run.scenario.reading);
    return names;
}

const ComparedRun* held_against(std::span<const ComparedRun> runs, const ComparedRun& run) {
    const auto same = std::find_if(runs.begin(), runs.end(), [&](const ComparedRun& other) {
        return is_of_one_reading(other, run);
    });
    const auto& found = same == runs.end() || &*same == &run ? runs.front() : *same;
    const bool is_itself = &found == &run;
    const bool is_its_twin = found.argument == run.argument && !is_of_one_reading(found, run);
    return is_itself || is_its_twin || !same_span(found, run) ? nullptr : &found;
}

std::string finding_of(const ComparedRun& first, const ComparedRun& second) {
    const bool tested = first.untested.empty() && second.untested.empty();
    const bool compares = tested && is_of_one_reading(first, second);
    auto text = comparison(title_of(first.scenario), first.sum, title_of(second.scenario),
                           second.sum, compares, range_of_differences(first.tolls, second.tolls));
    if (compares) return text;
    return text + (text.empty() ? "" : " ") +
           (tested ? of_two_readings(first, second) : untested_of(first, second));
}

std::vector<RunMeasure> compared_measures() {
    std::vector<RunMeasure> measures;
    for (const auto name : compared) measures.push_back(run_measure_called(name));
    return measures;
}

TextTable outcome_table(std::span<const ComparedRun> runs) {
    TextTable table(columns_of(runs));
    for (const auto& measure : compared_measures()) {
        table.add(values(measure, runs));
        if (measure.year_name()) table.add(years(measure, runs));
    }
    return table;
}

}  // namespace granary
