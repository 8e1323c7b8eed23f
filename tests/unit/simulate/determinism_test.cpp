#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include "granary/foundation/dual.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "granary/simulate.hpp"

namespace granary {
namespace {

bool same_bits(const Trajectory<double>& a, const Trajectory<double>& b) {
    return a.times() == b.times() && a.states().size() == b.states().size() &&
           std::memcmp(a.states().data(), b.states().data(), a.states().size() * sizeof(double)) ==
               0;
}

TEST(Simulate, GivesTheSameBitsTwice) {
    const auto scenario = load_scenario("two-provinces");
    EXPECT_TRUE(same_bits(simulate(scenario), simulate(scenario)));
}

TEST(Simulate, GivesOtherBitsForAnotherConstant) {
    const auto scenario = load_scenario("historical");
    const double nearby = scenario.constants[parameter::hunger_midpoint] * (1 + 1e-12);
    EXPECT_FALSE(
        same_bits(simulate(scenario), simulate(scenario.with(parameter::hunger_midpoint, nearby))));
}

TEST(Simulate, GivesTheSameBitsWithDerivatives) {
    constexpr std::size_t directions = 3;
    for (const auto* name : {"historical", "two-provinces"}) {
        const auto scenario = load_scenario(name);
        Constants<Dual<directions>> constants;
        for (std::size_t i = 0; i < constants.values.size(); ++i)
            constants.values[i] =
                Dual<directions>::variable(scenario.constants.values[i], i % directions);
        const auto plain = simulate(scenario);
        const auto dual = simulate<Rooms>(scenario, constants);
        ASSERT_EQ(dual.states().size(), plain.states().size());
        for (std::size_t i = 0; i < plain.states().size(); ++i)
            ASSERT_EQ(std::bit_cast<std::uint64_t>(dual.states()[i].value()),
                      std::bit_cast<std::uint64_t>(plain.states()[i]))
                << name << ", value " << i;
    }
}

TEST(Simulate, GivesTheSameBitsInFourThreadsAtOnce) {
    const std::array<std::string, 4> names{"historical", "honest-reporting", "no-exports",
                                           "two-provinces"};
    std::vector<Trajectory<double>> alone;
    for (const auto& name : names) alone.push_back(simulate(load_scenario(name)));
    constexpr int rounds = 5;
    std::array<int, names.size()> same{};
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < names.size(); ++i)
        threads.emplace_back([&, i] {
            for (int round = 0; round < rounds; ++round)
                if (same_bits(simulate(load_scenario(names[i])), alone[i])) ++same[i];
        });
    for (auto& thread : threads) thread.join();
    for (std::size_t i = 0; i < names.size(); ++i) EXPECT_EQ(same[i], rounds) << names[i];
}

}  // namespace
}  // namespace granary
