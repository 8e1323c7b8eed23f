#include "granary/study/ensemble_plan.hpp"

#include <fmt/format.h>

#include "granary/analysis/periods.hpp"
#include "granary/foundation/error.hpp"
#include "granary/record/beside.hpp"
#include "granary/run.hpp"

namespace granary {

Summarised summarised_figures(const Scenario& scenario) {
    Summarised what;
    for (const auto& year : yearly(simulate(scenario))) {
        const std::size_t first = what.measures.size();
        for (std::size_t row = 0; row < figure_columns<double>.size(); ++row)
            what.measures.push_back({row, year.year});
        for (const auto* beside : {&ration_beside, &deaths_beside})
            if (const auto recorded = beside->recorded(year.year); recorded && year.whole)
                what.thresholds.push_back({first + year_measure(beside->column, year.year)->row,
                                           recorded->value, recorded->source_id});
    }
    for (std::size_t row = 0; row < run_measures().size(); ++row)
        what.measures.push_back({row, std::nullopt});
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
