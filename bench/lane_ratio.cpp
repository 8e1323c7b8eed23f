/// A member's share of the processor time of a run over lanes, against a plain run in double
/// through the same steps and against a loop written by hand: in turn in one program, as the median
/// of the ratios. Members
/// differ in a constant and in the heights of a lever.

#include <fmt/core.h>

#include <cstddef>
#include <string_view>
#include <vector>

#include "granary/members.hpp"
#include "granary/read/scenario_file.hpp"
#include "hand_written.hpp"
#include "processor_time.hpp"
#include "timing.hpp"

namespace {

using namespace granary;

template <std::size_t W>
std::vector<Scenario> members_of(const Scenario& scenario) {
    std::vector<Scenario> members;
    for (std::size_t i = 0; i < W; ++i) {
        const double part = static_cast<double>(i) / W;
        members.push_back(scenario.with(parameter::hunger_midpoint, 0.6 + 0.05 * part)
                              .with(lever::export_mt, 4.0 * part));
    }
    return members;
}

/// How many plain runs, and how many written by hand, one after another take the time of W side by
/// side.
template <std::size_t W>
void compare(std::string_view name, const Scenario& scenario) {
    const auto members = members_of<W>(scenario);
    std::vector<const Scenario*> pack;
    for (const auto& member : members) pack.push_back(&member);
    std::vector<double> ratios, by_hand, plain;
    for (int trial = 0; trial < 41; ++trial) {
        plain.push_back(processor_seconds([&] {
            for (const auto& member : members) simulate<Rooms>(member);
        }));
        const double lanes = processor_seconds(
            [&] { simulate_lanes<Rooms, W>(std::span<const Scenario* const>(pack)); });
        ratios.push_back(plain.back() / lanes);
        const double hand = processor_seconds([&] {
            for (const auto& member : members) bench::run_by_hand(member);
        });
        by_hand.push_back(hand / lanes);
    }
    fmt::print(
        "{} {}: {} lanes {:.2f} times as many members as plain runs, {:.2f} times as many as a "
        "loop "
        "by hand with the C library's functions (medians of {}; a plain run {:.0f} us)\n",
        GRANARY_LEVEL, name, W, median(ratios), median(by_hand), ratios.size(),
        1e6 * median(plain) / W);
}

}  // namespace

int main() {
    for (const auto* name : {"historical", "two-provinces"}) {
        const auto scenario = load_scenario(name);
        compare<4>(name, scenario);
        compare<8>(name, scenario);
        compare<16>(name, scenario);
    }
}
