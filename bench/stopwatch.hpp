#pragma once
/// How everything is timed: a program reads lines of a name and a number, such as "lanes 16", does
/// that work, and answers each with the seconds it took. Whoever asks takes turns between works and
/// between programs, so that what is compared is measured side by side.

#include <fmt/core.h>

#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <iostream>
#include <map>
#include <string>

namespace granary::bench {

/// What is timed.
struct Work {
    std::function<void()> once;
    double units = 1;  ///< of what a time is wanted: members, operations
    /// Processor time of the thread, which other programs do not lengthen by taking turns; by the
    /// wall where there are more threads than one.
    clockid_t clock = CLOCK_THREAD_CPUTIME_ID;
};

/// Each work by name, for the number asked for.
using Works = std::map<std::string, std::function<Work(std::size_t)>>;

inline double seconds_for_a_unit(const Work& work, double at_least_seconds) {
    const auto now = [&] {
        timespec t{};
        clock_gettime(work.clock, &t);
        return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
    };
    const auto timed = [&](double times) {
        const double start = now();
        for (double i = 0; i < times; ++i) work.once();
        return (now() - start) / times;
    };
    // What is short is done again and again, once its memory and its branches are at hand.
    const double once = timed(1);
    const double taken = once < at_least_seconds ? timed(std::ceil(at_least_seconds / once)) : once;
    return taken / work.units;
}

/// Answers until there is nothing more to read. A work of another name ends the program.
inline int answer(const Works& works) {
    constexpr double at_least_seconds = 0.02;
    std::string name;
    std::size_t number = 0;
    while (std::cin >> name >> number) {
        const Work work = works.at(name)(number);
        fmt::print("{}\n", seconds_for_a_unit(work, at_least_seconds));
        std::fflush(stdout);
    }
    return 0;
}

}  // namespace granary::bench
