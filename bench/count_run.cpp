/// What of a run can be counted, a line of JSON each: its operations by kind and by function, its
/// memory, and the error of its steps.
///
///     count_run GRANARY     whose peak of memory is told too

#include <fmt/core.h>
#include <malloc.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "granary/members.hpp"
#include "granary/read/scenario_file.hpp"
#include "laws/dopri5.hpp"

namespace {

/// What was taken from the heap.
struct Heap {
    std::size_t allocations = 0, in_use = 0, most_in_use = 0;
} heap;

}  // namespace

void* operator new(std::size_t size) {
    void* const place = std::malloc(size);
    if (!place) throw std::bad_alloc();
    ++heap.allocations;
    heap.in_use += malloc_usable_size(place);
    heap.most_in_use = std::max(heap.most_in_use, heap.in_use);
    return place;
}
void operator delete(void* place) noexcept {
    heap.in_use -= malloc_usable_size(place);
    std::free(place);
}
void operator delete(void* place, std::size_t) noexcept {
    operator delete(place);
}

namespace {

using namespace granary;

enum Kind { addition, multiplication, division, root, comparison, bit_operation, kinds };
constexpr std::array<std::string_view, kinds> kind_names = {
    "additions", "multiplications", "divisions", "roots", "comparisons and choices", "on bits"};

enum Place { rooms, in_exp, in_log, in_pow, in_erfc, in_cos, places };
constexpr std::array<std::string_view, places> place_names = {
    "rooms and steps", "exp", "log", "pow", "erfc", "cosine"};

/// A double that counts what is done with it, and where.
struct Counted {
    static inline std::array<std::array<double, kinds>, places> done{};
    static inline std::array<double, places> calls{};
    static inline Place here = rooms;

    double value = 0;
    Counted() = default;
    Counted(double v) : value(v) {}

    template <class Result>
    static Result counted(Kind kind, Result result) {
        ++done[here][kind];
        return result;
    }
    static Counted inside(Place function, auto work) {
        const Place outer = std::exchange(here, function);
        ++calls[function];
        const Counted result = work();
        here = outer;
        return result;
    }

    friend Counted operator+(Counted a, Counted b) { return counted(addition, a.value + b.value); }
    friend Counted operator-(Counted a, Counted b) { return counted(addition, a.value - b.value); }
    friend Counted operator*(Counted a, Counted b) {
        return counted(multiplication, a.value * b.value);
    }
    friend Counted operator/(Counted a, Counted b) { return counted(division, a.value / b.value); }
    friend Counted operator-(Counted a) { return -a.value; }
    void operator+=(Counted other) { *this = *this + other; }
    void operator-=(Counted other) { *this = *this - other; }

    friend bool operator<(Counted a, Counted b) { return counted(comparison, a.value < b.value); }
    friend bool operator>(Counted a, Counted b) { return counted(comparison, a.value > b.value); }
    friend bool operator<=(Counted a, Counted b) { return counted(comparison, a.value <= b.value); }
    friend Counted select(bool mask, Counted yes, Counted no) {
        return counted(comparison, mask ? yes : no);
    }
    friend Counted abs(Counted x) { return counted(bit_operation, granary::abs(x.value)); }
    friend Counted power_of_two(Counted k) {
        ++done[here][addition];
        return counted(bit_operation, granary::power_of_two(k.value));
    }
    friend Split<Counted> split_exponent(Counted x) {
        ++done[here][addition];
        done[here][bit_operation] += 5;  // as many as it is written with
        const auto split = granary::split_exponent(x.value);
        return {split.mantissa, split.exponent};
    }

    friend Counted sqrt(Counted x) { return counted(root, granary::sqrt(x.value)); }
    friend Counted exp(Counted x) {
        return inside(in_exp, [&] { return recipe::exp(x); });
    }
    friend Counted log(Counted x) {
        return inside(in_log, [&] { return recipe::log(x); });
    }
    friend Counted pow(Counted x, Counted y) {
        return inside(in_pow, [&] { return recipe::pow(x, y); });
    }
    friend Counted erfc(Counted x) {
        return inside(in_erfc, [&] { return recipe::erfc(x); });
    }
    friend Counted cos_turns(Counted x) {
        return inside(in_cos, [&] { return recipe::cos_turns(x); });
    }
};

void tell(std::string_view what, std::string_view of, double value) {
    fmt::print(R"({{"what": "{}", "of": "{}", "value": {}}})"
               "\n",
               what, of, value);
}

void count_operations(const Scenario& scenario) {
    Constants<Counted> constants;
    for (std::size_t i = 0; i < constants.values.size(); ++i)
        constants.values[i] = scenario.constants.values[i];
    simulate<Rooms>(scenario, constants);
    for (std::size_t place = 0; place < places; ++place) {
        if (Counted::calls[place] > 0) tell("calls", place_names[place], Counted::calls[place]);
        for (std::size_t kind = 0; kind < kinds; ++kind)
            tell(kind_names[kind], place_names[place], Counted::done[place][kind]);
    }
}

void count_memory(std::string_view of, auto work) {
    work();  // what is kept from run to run is there then
    const std::size_t before = heap.allocations, in_use = heap.most_in_use = heap.in_use;
    work();
    tell("allocations", of, static_cast<double>(heap.allocations - before));
    tell("heap bytes", of, static_cast<double>(heap.most_in_use - in_use));
}

void count_heap(const Scenario& scenario) {
    constexpr std::size_t lanes = 16;
    const std::vector<const Scenario*> pack(lanes, &scenario);
    count_memory("a plain run", [&] { simulate<Rooms>(scenario); });
    count_memory("a run over 16 lanes",
                 [&] { simulate_lanes<Rooms, lanes>(std::span<const Scenario* const>(pack)); });
}

/// The steps of a run and the doubles of its state: what a step moves at least.
void count_steps(const Scenario& scenario) {
    double steps = 0;
    for (const auto& piece : pieces(scenario)) steps += static_cast<double>(piece.steps);
    tell("steps", "a run", steps);
    tell("doubles of the state", "a run",
         static_cast<double>(simulate<Rooms>(scenario).layout().size()));
}

/// The largest difference of any stock or sum of flows, over the largest value of the reference.
double largest_error(const Trajectory<double>& found, const Trajectory<double>& reference) {
    double worst = 0;
    for (std::size_t place = 0; place < reference.layout().size(); ++place) {
        double largest = 0, difference = 0;
        for (std::size_t row = 0; row < reference.times().size(); ++row) {
            const double right = reference.state(row)[place];
            largest = std::max(largest, granary::abs(right));
            difference = std::max(difference, granary::abs(found.state(row)[place] - right));
        }
        if (largest > 0) worst = std::max(worst, difference / largest);
    }
    return worst;
}

void measure_errors(Scenario scenario) {
    const auto reference = laws::simulate_by_dopri5(scenario, 1e-13);
    const double excess = reference.excess_deaths_million();
    for (const int finer : {1, 2, 4, 8}) {
        scenario.largest_step_years = Scenario::longest_step / finer;
        const auto run = simulate<Rooms>(scenario);
        const auto of = fmt::format("{}", finer);
        tell("error of the state", of, largest_error(run, reference));
        tell("error of excess deaths", of, granary::abs(run.excess_deaths_million() / excess - 1));
    }
}

/// Of a program's whole run; the first thing done here, for what starts it counts as well.
void measure_command(const char* program) {
    pid_t child = 0;
    const char* arguments[] = {program, "run", "historical", "--point", nullptr};
    const char* environment[] = {nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", 1, 0);
    rusage used{};
    if (posix_spawn(&child, program, &actions, nullptr, const_cast<char**>(arguments),
                    const_cast<char**>(environment)) != 0 ||
        wait4(child, nullptr, 0, &used) != child)
        throw std::runtime_error(fmt::format("{} cannot be started", program));
    posix_spawn_file_actions_destroy(&actions);
    tell("resident bytes", "granary run", 1024.0 * static_cast<double>(used.ru_maxrss));
}

}  // namespace

int main(int, char** arguments) {
    measure_command(arguments[1]);
    const auto scenario = load_scenario("historical");
    count_heap(scenario);
    count_steps(scenario);
    count_operations(scenario);
    measure_errors(scenario);
}
