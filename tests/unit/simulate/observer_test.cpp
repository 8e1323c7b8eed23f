#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "granary/simulate.hpp"

namespace granary {
namespace {

TEST(Observer, SeesEveryRecordedInstantOnceAndInOrder) {
    std::vector<Instant> seen;
    const auto run = simulate(load_scenario("historical"), [&](const Trajectory<double>& so_far) {
        seen.push_back(so_far.times().back());
        EXPECT_EQ(so_far.times().size(), seen.size());
    });
    EXPECT_EQ(seen, run.times());
}

TEST(Observer, SeesTheFiguresOfAMonthAsTheyStayToTheEnd) {
    std::vector<double> rations;
    const auto run = simulate(load_scenario("historical"), [&](const Trajectory<double>& so_far) {
        if (so_far.times().back() != month_start(1960, 6)) return;
        rations.push_back(
            so_far.figures(month_start(1960, 5), month_start(1960, 6)).rural_ration_kg);
    });
    ASSERT_EQ(rations.size(), 1U);
    EXPECT_EQ(rations[0], run.figures(month_start(1960, 5), month_start(1960, 6)).rural_ration_kg);
}

/// An observer with a state of its own, passed as it stands.
struct Counter {
    int calls = 0;
    void operator()(const Trajectory<double>&) { ++calls; }
};

TEST(Observer, KeepsItsOwnState) {
    Counter counter;
    const auto run = simulate(load_scenario("historical"), counter);
    EXPECT_EQ(static_cast<std::size_t>(counter.calls), run.times().size());
}

TEST(Observer, EndsTheRunByThrowing) {
    int calls = 0;
    const auto stop = [&](const Trajectory<double>& run) {
        ++calls;
        if (run.times().back() == month_start(1958, 1)) throw std::runtime_error("enough");
    };
    EXPECT_THROW(simulate(load_scenario("historical"), stop), std::runtime_error);
    EXPECT_LT(calls, 20);
}

TEST(Observer, ChangesNothing) {
    const auto scenario = load_scenario("historical");
    const auto watched = simulate(scenario, [](const Trajectory<double>& run) {
        EXPECT_LE(run.times().back(), month_start(1963, 1));
    });
    EXPECT_EQ(watched.states(), simulate(scenario).states());
}

TEST(Observer, SeesOtherRoomsAndNumbersToo) {
    const auto scenario = load_scenario("historical");
    std::size_t calls = 0;
    const auto run = simulate<Rooms, double>(scenario, scenario.constants,
                                             [&](const Trajectory<double>&) { ++calls; });
    EXPECT_EQ(calls, run.times().size());
}

}  // namespace
}  // namespace granary
