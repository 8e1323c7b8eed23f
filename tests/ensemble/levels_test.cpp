/// The lanes of each level of the processor that runs here, against runs one by one.

#include "lanes/levels.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "ensemble/bits.hpp"
#include "granary/foundation/error.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/study/design.hpp"
#include "granary/study/ensemble_plan.hpp"
#include "granary/study/prior.hpp"

#ifdef GRANARY_CLANG_LEVELS
extern "C" {
void granary_lanes_clang_v2(const granary::Pack& pack);
void granary_lanes_clang_v3(const granary::Pack& pack);
void granary_lanes_clang_v4(const granary::Pack& pack);
}
#endif

namespace granary {
namespace {

/// Those of the program, and those that another compiler made.
std::vector<LaneLevel> levels_here() {
    std::vector<LaneLevel> all(lane_levels().begin(), lane_levels().end());
#ifdef GRANARY_CLANG_LEVELS
    all.push_back({"x86-64-v2 by clang", [] { return __builtin_cpu_supports("x86-64-v2") != 0; },
                   granary_lanes_clang_v2});
    all.push_back({"x86-64-v3 by clang", [] { return __builtin_cpu_supports("x86-64-v3") != 0; },
                   granary_lanes_clang_v3});
    all.push_back({"x86-64-v4 by clang", [] { return __builtin_cpu_supports("x86-64-v4") != 0; },
                   granary_lanes_clang_v4});
#endif
    std::erase_if(all, [](const LaneLevel& level) { return !level.runs_here(); });
    return all;
}

constexpr std::size_t member_count = 11;

std::vector<Scenario> members_of(const Scenario& scenario) {
    const auto varied = prior(load_scenario("historical"));
    const Points points(Design::sobol, member_count, varied.size(), 7);
    std::vector<Scenario> members;
    for (std::size_t i = 0; i < member_count; ++i)
        members.push_back(member_scenario(scenario, varied, points.at(i)));
    return members;
}

std::size_t areas_of(const Scenario& scenario) {
    return area_names(summarised_figures(scenario)).size();
}

/// The years of the nation, then those of each region where there are several.
std::vector<double> row_alone(const Scenario& member) {
    const auto run = simulate(member);
    std::vector<double> row;
    for (std::size_t place = 0; place < areas_of(member); ++place)
        for (const double value : test::row_of(yearly(run, area_at(place)))) row.push_back(value);
    return row;
}

/// The rows of all members, `lanes` at a time.
std::vector<std::vector<double>> figures_by(const LaneLevel& level, std::size_t lanes,
                                            const std::vector<Scenario>& members) {
    std::vector<int> years;
    for (const auto& year : yearly(simulate(members.front()))) years.push_back(year.year);
    const auto areas = areas_of(members.front());
    std::vector<std::vector<double>> all(members.size());
    for (std::size_t begin = 0; begin < members.size(); begin += lanes) {
        std::vector<const Scenario*> pack;
        std::vector<double*> rows;
        for (std::size_t i = begin; i < std::min(begin + lanes, members.size()); ++i) {
            pack.push_back(&members[i]);
            all[i].resize(areas * area_size(years.size()));
            rows.push_back(all[i].data());
        }
        std::vector<double> least_nutrition(pack.size());
        std::vector<std::string> causes(pack.size());
        std::exception_ptr fault;
        level.run({pack.data(), pack.size(), lanes, years.data(), years.size(), areas, rows.data(),
                   area_size(years.size()), least_nutrition.data(), causes.data(), &fault});
        EXPECT_EQ(fault, nullptr);
        for (const auto& cause : causes) EXPECT_EQ(cause, "");
    }
    return all;
}

TEST(LaneLevels, OfThisProcessorGiveEveryMemberTheBitsOfARunOfItsOwn) {
    for (const auto* name : {"historical", "two-provinces"}) {
        const auto members = members_of(load_scenario(name));
        std::vector<std::vector<double>> alone;
        for (const auto& member : members) alone.push_back(row_alone(member));
        for (const auto& level : levels_here()) {
            for (const std::size_t lanes : {4U, 8U, 16U}) {
                SCOPED_TRACE(std::string(name) + ", " + std::string(level.name) + ", " +
                             std::to_string(lanes) + " lanes");
                const auto rows = figures_by(level, lanes, members);
                for (std::size_t i = 0; i < members.size(); ++i)
                    test::expect_same_bits(rows[i], alone[i]);
            }
        }
    }
}

TEST(LaneLevels, RunEverywhereAtTheLowestAndHereAtTheHighestThatServes) {
    EXPECT_TRUE(lane_levels().front().runs_here());
    EXPECT_TRUE(best_lane_level().runs_here());
}

TEST(LaneLevels, HandOnWhatKeepsMembersFromRunningSideBySide) {
    Scenario endless;
    endless.end = endless.start;
    const Scenario* const members[] = {&endless};
    const int year = 1957;
    std::vector<double> row(area_size(1));
    double* const rows[] = {row.data()};
    double least_nutrition = 0;
    std::string cause;
    for (const auto& level : levels_here()) {
        std::exception_ptr fault;
        level.run({members, 1, 4, &year, 1, 1, rows, row.size(), &least_nutrition, &cause, &fault});
        ASSERT_NE(fault, nullptr) << level.name;
        EXPECT_THROW(std::rethrow_exception(fault), ScenarioError) << level.name;
    }
}

}  // namespace
}  // namespace granary
