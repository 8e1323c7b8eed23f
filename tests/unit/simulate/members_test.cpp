#include "granary/members.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <vector>

#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"

namespace granary {
namespace {

using ::testing::HasSubstr;

bool same_bits(const Trajectory<double>& a, const Trajectory<double>& b) {
    return a.times() == b.times() && a.states().size() == b.states().size() &&
           std::memcmp(a.states().data(), b.states().data(), a.states().size() * sizeof(double)) ==
               0;
}

/// A scenario with each constant moved by up to a hundredth, another way for each member.
Scenario moved(const Scenario& scenario, std::size_t member) {
    Scenario result = scenario;
    for (std::size_t c = 0; c < result.constants.values.size(); ++c) {
        const auto part = static_cast<double>((member * 7 + c * 5) % 16) / 16.0;
        result.constants.values[c] *= 0.99 + 0.01 * part;
    }
    return result;
}

/// The same with other heights of levers at the same dates, a region's own among them.
Scenario turned(const Scenario& scenario, std::size_t member) {
    const double part = static_cast<double>(member) / 16.0;
    Scenario result = moved(scenario, member).with(lever::export_mt, 5.0 * part);
    for (auto* schedule :
         {&result.levers[lever::pressure.index], &result.levers[lever::urban_ration.index]})
        *schedule = schedule->scaled(0.8 + 0.2 * part);
    for (auto& region : result.regions)
        for (auto& own : region.levers)
            if (own) own = own->scaled(0.9 + 0.1 * part);
    return result;
}

std::vector<Scenario> members_of(const Scenario& scenario, std::size_t count) {
    std::vector<Scenario> members;
    for (std::size_t i = 0; i < count; ++i) members.push_back(turned(scenario, i));
    return members;
}

/// The state of every member at every recorded time, member by member, FNV-1a over words.
class RunHash {
  public:
    void add(const Trajectory<double>& run) {
        for (const double value : run.states())
            sum_ = (sum_ ^ std::bit_cast<std::uint64_t>(value)) * 0x100000001b3;
    }
    std::uint64_t sum() const { return sum_; }

  private:
    std::uint64_t sum_ = 0xcbf29ce484222325;
};

/// Members whose times agree are visited in order.
template <std::size_t W>
std::uint64_t hash_in_lanes(const std::vector<Scenario>& members) {
    RunHash hash;
    const auto failed = simulate_members<Rooms, W>(
        members, [&](std::size_t, const Trajectory<double>& run) { hash.add(run); });
    EXPECT_TRUE(failed.empty());
    return hash.sum();
}

template <std::size_t W>
void expect_lanes_of_constants_to_have_the_bits_of_double_runs(const Scenario& scenario) {
    Constants<Lanes<W>> constants;
    for (std::size_t i = 0; i < W; ++i)
        for (std::size_t c = 0; c < constants.values.size(); ++c)
            constants.values[c].set(i, moved(scenario, i).constants.values[c]);
    const auto pack = simulate<Rooms, Lanes<W>>(scenario, constants);
    for (std::size_t i = 0; i < W; ++i) {
        const auto alone = simulate(moved(scenario, i));
        ASSERT_EQ(pack.states().size(), alone.states().size());
        for (std::size_t j = 0; j < alone.states().size(); ++j)
            ASSERT_EQ(std::bit_cast<std::uint64_t>(pack.states()[j].lane(i)),
                      std::bit_cast<std::uint64_t>(alone.states()[j]))
                << "lane " << i << ", value " << j;
    }
}

TEST(Members, HaveTheBitsOfARunOfTheirOwnWhereConstantsDiffer) {
    for (const auto* name : {"historical", "honest-reporting", "two-provinces"}) {
        SCOPED_TRACE(name);
        const auto scenario = load_scenario(name);
        expect_lanes_of_constants_to_have_the_bits_of_double_runs<1>(scenario);
        expect_lanes_of_constants_to_have_the_bits_of_double_runs<4>(scenario);
        expect_lanes_of_constants_to_have_the_bits_of_double_runs<8>(scenario);
        expect_lanes_of_constants_to_have_the_bits_of_double_runs<16>(scenario);
    }
}

TEST(Members, HaveTheSameHashAtEveryWidthWhereLeversDifferToo) {
    for (const auto* name : {"historical", "two-provinces"}) {
        SCOPED_TRACE(name);
        const auto members = members_of(load_scenario(name), 19);
        RunHash alone;
        for (const auto& member : members) alone.add(simulate(member));
        EXPECT_EQ(hash_in_lanes<1>(members), alone.sum());
        EXPECT_EQ(hash_in_lanes<4>(members), alone.sum());
        EXPECT_EQ(hash_in_lanes<8>(members), alone.sum());
        EXPECT_EQ(hash_in_lanes<16>(members), alone.sum());
    }
}

TEST(Members, OfEveryShippedScenarioHaveTheBitsOfARunOfTheirOwn) {
    std::vector<Scenario> members;
    for (const auto& shipped : shipped_scenarios()) members.push_back(load_scenario(shipped.name));
    std::size_t seen = 0;
    const auto failed =
        simulate_members<Rooms, 8>(members, [&](std::size_t i, const Trajectory<double>& run) {
            ++seen;
            EXPECT_TRUE(same_bits(run, simulate(members[i]))) << members[i].name;
        });
    EXPECT_TRUE(failed.empty());
    EXPECT_EQ(seen, members.size());
}

TEST(Members, KeepTheirOwnConstantsAndNames) {
    const auto members = members_of(load_scenario("two-provinces"), 3);
    simulate_members<Rooms, 4>(members, [&](std::size_t i, const Trajectory<double>& run) {
        EXPECT_EQ(run.constants().values, members[i].constants.values);
        EXPECT_EQ(run.region_names().size(), members[i].regions.size());
        EXPECT_EQ(run.annual(1960).excess_deaths_million,
                  simulate(members[i]).annual(1960).excess_deaths_million);
    });
}

/// A reserve that follows food faster than any step can.
Scenario failing(const Scenario& scenario) {
    return scenario.with(parameter::nutrition_lag_years, 1e-5);
}

std::string cause_alone(const Scenario& scenario) {
    try {
        simulate(scenario);
    } catch (const IntegrationError& error) {
        return error.what();
    }
    return "none";
}

TEST(Members, ThatFailAreNamedWithTheirCauseAndDoNoHarmToTheOthers) {
    auto members = members_of(load_scenario("historical"), 19);
    for (const std::size_t i : {5u, 17u}) members[i] = failing(members[i]);
    std::vector<std::size_t> seen;
    const auto failed =
        simulate_members<Rooms, 16>(members, [&](std::size_t i, const Trajectory<double>& run) {
            seen.push_back(i);
            EXPECT_TRUE(same_bits(run, simulate(members[i]))) << i;
        });
    ASSERT_EQ(failed.size(), 2U);
    EXPECT_EQ(failed[0].member, 5U);
    EXPECT_EQ(failed[1].member, 17U);
    // Alone, the values that are out of their range are known and stand before the step.
    const auto without_values = [](std::string cause) {
        const auto from = cause.find("): ") + 3, to = cause.find("a step of");
        return cause.erase(from, to - from);
    };
    for (const auto& [member, cause] : failed)
        EXPECT_EQ(cause, without_values(cause_alone(members[member])));
    EXPECT_EQ(seen.size(), 17U);
}

TEST(Members, ThatAllFailAreAllNamed) {
    const std::vector<Scenario> members(3, failing(Scenario{}));
    const auto failed = simulate_members<Rooms, 4>(
        members, [](std::size_t i, const Trajectory<double>&) { FAIL() << i; });
    EXPECT_EQ(failed.size(), 3U);
}

TEST(Members, GivenAsLanesOfConstantsEndTheRunWhereOneFails) {
    Constants<Lanes<4>> constants;
    const Scenario scenario;
    for (std::size_t c = 0; c < constants.values.size(); ++c)
        constants.values[c] = scenario.constants.values[c];
    constants.values[parameter::nutrition_lag_years.index].set(2, 1e-5);
    EXPECT_THROW((simulate<Rooms, Lanes<4>>(scenario, constants)), IntegrationError);
}

Scenario with_pressure_from(const Instant& at) {
    return Scenario{}.with(lever::pressure,
                           Schedule::steps({{month_start(1957, 2), 0.1, {}}, {at, 0.5, {}}}));
}

TEST(Members, WhoseKnotsDifferAreGrouped) {
    const auto march = with_pressure_from(month_start(1958, 3));
    const auto mid_march = with_pressure_from(date("1958-03-15"));
    const std::vector<Scenario> members{march, mid_march, moved(march, 3), Scenario{},
                                        moved(mid_march, 4)};
    EXPECT_EQ(groups_by_times(members),
              (std::vector<std::vector<std::size_t>>{{0, 2}, {1, 4}, {3}}));
    std::size_t seen = 0;
    simulate_members<Rooms, 4>(members, [&](std::size_t i, const Trajectory<double>& run) {
        ++seen;
        EXPECT_TRUE(same_bits(run, simulate(members[i]))) << i;
    });
    EXPECT_EQ(seen, members.size());
}

TEST(Members, ThatDifferInMoreThanNumbersAreRefusedSideBySide) {
    const Scenario first;
    std::vector<Scenario> others(6);
    others[0].end = month_start(1960, 1);
    others[1].largest_step_years = 1e-3;
    others[2].reporting_levels = 5;
    others[3].observe = {date("1959-03-15")};
    others[4].regions = {{"north", 0.5, {}}, {"south", 0.5, {}}};
    others[5].regions[0] = others[5].regions[0].with(lever::pressure, 0.3);
    for (const auto& other : others) {
        const std::vector<const Scenario*> pack{&first, &other};
        EXPECT_FALSE(share_times(first, other));
        EXPECT_THROW((simulate_lanes<Rooms, 4>(std::span<const Scenario* const>(pack))),
                     ScenarioError);
    }
}

TEST(Members, ThatCannotRunAtAllAreRefusedByName) {
    Scenario endless;
    endless.name = "endless";
    endless.end = endless.start;
    try {
        simulate_members<Rooms, 4>(std::vector{Scenario{}, endless},
                                   [](std::size_t, const Trajectory<double>&) {});
        FAIL() << "a span without length";
    } catch (const ScenarioError& error) {
        EXPECT_THAT(error.what(), HasSubstr("endless"));
    }
}

TEST(SimulateLanes, RefusesNoMembersAndMoreThanItHasLanes) {
    const Scenario one;
    const std::vector<const Scenario*> five(5, &one);
    EXPECT_THROW((void)(simulate_lanes<Rooms, 4>(std::span(five))), Error);
    EXPECT_THROW((void)(simulate_lanes<Rooms, 4>(std::span(five).first(0))), Error);
}

TEST(SimulateLanes, HasNoLaneThatIsNotThere) {
    const Scenario one;
    const std::vector<const Scenario*> two(2, &one);
    const auto runs = simulate_lanes<Rooms, 2>(std::span(two));
    EXPECT_THROW((void)runs.failures.cause(2), NotFound);
    EXPECT_THROW((void)runs.alone(2, one), NotFound);
}

}  // namespace
}  // namespace granary
