/// How much of what the processor can multiply and add the lanes make use of: the arithmetic of one
/// run is counted, its time over 16 lanes measured, and both held against a loop of nothing but
/// multiply-adds in the level's widest registers. Divisions and roots count as one operation.

#include <fmt/core.h>

#include <cstddef>
#include <vector>

#include "granary/members.hpp"
#include "granary/read/scenario_file.hpp"
#include "multiply_add_peak.hpp"
#include "processor_time.hpp"
#include "timing.hpp"

namespace {

using namespace granary;

/// A double that counts what is done with it.
struct Counted {
    static inline double additions = 0, multiplications = 0, others = 0;

    double value = 0;
    Counted() = default;
    Counted(double v) : value(v) {}

    static Counted counted(double& kind, double result) {
        ++kind;
        return result;
    }
    friend Counted operator+(Counted a, Counted b) { return counted(additions, a.value + b.value); }
    friend Counted operator-(Counted a, Counted b) { return counted(additions, a.value - b.value); }
    friend Counted operator*(Counted a, Counted b) {
        return counted(multiplications, a.value * b.value);
    }
    friend Counted operator/(Counted a, Counted b) { return counted(others, a.value / b.value); }
    friend Counted operator-(Counted a) { return -a.value; }
    void operator+=(Counted other) { *this = *this + other; }
    void operator-=(Counted other) { *this = *this - other; }

    friend bool operator<(Counted a, Counted b) { return a.value < b.value; }
    friend bool operator>(Counted a, Counted b) { return a.value > b.value; }
    friend bool operator<=(Counted a, Counted b) { return a.value <= b.value; }
    friend Counted select(bool mask, Counted yes, Counted no) { return mask ? yes : no; }
    friend Counted abs(Counted x) { return granary::abs(x.value); }
    friend Counted power_of_two(Counted k) {
        return counted(additions, granary::power_of_two(k.value));
    }
    friend Split<Counted> split_exponent(Counted x) {
        ++additions;
        const auto split = granary::split_exponent(x.value);
        return {split.mantissa, split.exponent};
    }

    friend Counted sqrt(Counted x) { return counted(others, granary::sqrt(x.value)); }
    friend Counted exp(Counted x) { return recipe::exp(x); }
    friend Counted log(Counted x) { return recipe::log(x); }
    friend Counted pow(Counted x, Counted y) { return recipe::pow(x, y); }
    friend Counted erfc(Counted x) { return recipe::erfc(x); }
    friend Counted cos_turns(Counted x) { return recipe::cos_turns(x); }
};

double operations_of_a_run(const Scenario& scenario) {
    Constants<Counted> constants;
    for (std::size_t i = 0; i < constants.values.size(); ++i)
        constants.values[i] = scenario.constants.values[i];
    simulate<Rooms>(scenario, constants);
    return Counted::additions + Counted::multiplications + Counted::others;
}

double seconds_of_a_member(const Scenario& scenario) {
    constexpr std::size_t lanes = 16;
    const std::vector<const Scenario*> pack(lanes, &scenario);
    std::vector<double> times;
    for (int trial = 0; trial < 41; ++trial)
        times.push_back(processor_seconds(
            [&] { simulate_lanes<Rooms, lanes>(std::span<const Scenario* const>(pack)); }));
    return median(times) / lanes;
}

}  // namespace

int main() {
    const auto scenario = load_scenario("historical");
    const double operations = operations_of_a_run(scenario);
    const double peak = multiply_adds_per_second(),
                 reached = operations / seconds_of_a_member(scenario);
    fmt::print(
        "{}: {:.2f} million operations a run; 16 lanes do {:.1f} of {:.1f} GFLOP/s, {:.0f}% "
        "(registers of {} bits, contraction off)\n",
        GRANARY_LEVEL, 1e-6 * operations, 1e-9 * reached, 1e-9 * peak, 100 * reached / peak,
        8 * GRANARY_REGISTER_BYTES);
}
