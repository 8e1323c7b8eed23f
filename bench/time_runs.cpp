/// Times runs of the model as compiled for one level of the processor. Compiled against earlier
/// revisions too, so nothing here may be younger than what it is compared with.

#include <cstddef>
#include <span>
#include <vector>

#include "granary/foundation/dual.hpp"
#include "granary/members.hpp"
#include "granary/read/scenario_file.hpp"
#include "peaks.hpp"
#include "stopwatch.hpp"
// Not the one beside this file, where it is compiled against another revision.
#include <hand_written.hpp>

namespace {

using namespace granary;
using bench::Work;

const Scenario& historical() {
    static const Scenario scenario = load_scenario("historical");
    return scenario;
}

/// They differ in a constant and in the heights of a lever.
std::vector<Scenario> members(std::size_t count) {
    std::vector<Scenario> result;
    for (std::size_t i = 0; i < count; ++i) {
        const double part = static_cast<double>(i) / static_cast<double>(count);
        result.push_back(historical()
                             .with(parameter::hunger_midpoint, 0.6 + 0.05 * part)
                             .with(lever::export_mt, 4.0 * part));
    }
    return result;
}

template <std::size_t W>
Work lanes() {
    return {[pack = members(W)] {
                std::vector<const Scenario*> pointers;
                for (const auto& member : pack) pointers.push_back(&member);
                simulate_lanes<Rooms, W>(std::span<const Scenario* const>(pointers));
            },
            W};
}

Work in_lanes(std::size_t width) {
    if (width == 4) return lanes<4>();
    if (width == 8) return lanes<8>();
    return lanes<16>();
}

/// With derivatives in all fitted constants.
Work derivatives() {
    constexpr std::size_t directions = 25;
    Constants<Dual<directions>> constants;
    std::size_t direction = 0;
    for (std::size_t i = 0; i < constants.values.size(); ++i) {
        const double value = historical().constants.values[i];
        constants.values[i] = historical().constant_priors[i].is_known()
                                  ? Dual<directions>::variable(value, direction++)
                                  : Dual<directions>(value);
    }
    return {[=] { simulate<Rooms>(historical(), constants); }};
}

Work many(std::size_t count) {
    return {[all = members(count)] {
        simulate_members<Rooms, 16>(std::span(all), [](std::size_t, const auto&) {});
    }};
}

Work peak(bench::Peak of) {
    return {of.once, of.operations};
}

}  // namespace

int main() {
    return bench::answer({
        {"plain", [](std::size_t) { return Work{[] { simulate<Rooms>(historical()); }}; }},
        {"by-hand", [](std::size_t) { return Work{[] { bench::run_by_hand(historical()); }}; }},
        {"lanes", in_lanes},
        {"derivatives", [](std::size_t) { return derivatives(); }},
        {"members", many},
        {"multiply-adds", [](std::size_t) { return peak(bench::multiply_adds()); }},
        {"sums-and-products", [](std::size_t) { return peak(bench::sums_and_products()); }},
        {"quotients", [](std::size_t) { return peak(bench::quotients()); }},
        {"roots", [](std::size_t) { return peak(bench::roots()); }},
        {"state-updates", [](std::size_t doubles) { return peak(bench::state_updates(doubles)); }},
    });
}
