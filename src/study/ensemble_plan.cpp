#include "granary/study/ensemble_plan.hpp"

#include <fmt/format.h>

#include "granary/analysis/periods.hpp"
#include "granary/foundation/error.hpp"
#include "granary/foundation/limits.hpp"
#include "granary/record/beside.hpp"
#include "granary/run.hpp"

namespace granary {

namespace {

/// All figures of one area, like those of every other.
void add_measures(const std::vector<YearFigures>& years, Area area,
                  std::vector<Measure>& measures) {
    for (const auto& year : years)
        for (std::size_t row = 0; row < figure_columns<double>.size(); ++row)
            measures.push_back({row, year.year, area});
    for (std::size_t row = 0; row < run_measures().size(); ++row)
        measures.push_back({row, std::nullopt, area});
}

/// What the record has of the nation.
std::vector<Threshold> recorded_thresholds(const std::vector<YearFigures>& years) {
    std::vector<Threshold> thresholds;
    for (std::size_t y = 0; y < years.size(); ++y)
        for (const auto* beside : {&ration_beside, &deaths_beside})
            if (const auto recorded = beside->recorded(years[y].year); recorded && years[y].whole)
                thresholds.push_back({y * figure_columns<double>.size() +
                                          year_measure(beside->column, years[y].year)->row,
                                      recorded->value, recorded->source_id});
    return thresholds;
}

}  // namespace

Summarised summarised_figures(const Scenario& scenario) {
    Summarised what;
    if (scenario.regions.size() > 1)
        for (const auto& region : scenario.regions) what.regions.push_back(region.name);
    if (const auto problem = limit::ensemble_regions.problem(what.regions.size()))
        throw Error(ErrorClass::usage, *problem);
    const auto years = yearly(simulate(scenario));
    what.thresholds = recorded_thresholds(years);
    for (std::size_t place = 0; place < area_names(what).size(); ++place)
        add_measures(years, area_at(place), what.measures);
    return what;
}

Chunks block(std::uint64_t number, std::uint64_t count, std::uint64_t members) {
    const std::uint64_t chunks = chunks_of(members);
    if (members > Points::most)
        throw Error(ErrorClass::usage,
                    fmt::format("{} members are too many: at most {}", members, Points::most));
    if (number < 1 || number > count || count > chunks)
        throw Error(
            ErrorClass::usage,
            fmt::format("block {} of {}: blocks count from 1, and {} members make at most {} of "
                        "{} members each",
                        number, count, members, chunks, chunk_members));
    return {chunks * (number - 1) / count, chunks * number / count};
}

std::vector<double> drawn(const EnsemblePlan& plan, std::uint64_t member) {
    const Points points(plan.design, plan.members, plan.varied.size(), plan.seed);
    return member_values(plan.varied, points.at(member));
}

Scenario member_of(const EnsemblePlan& plan, std::uint64_t member) {
    const Points points(plan.design, plan.members, plan.varied.size(), plan.seed);
    return member_scenario(plan.scenario, plan.varied, points.at(member));
}

}  // namespace granary
