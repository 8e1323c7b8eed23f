#pragma once
/// Processor time of this thread, which other programs do not lengthen by taking turns.

#include <ctime>

inline double processor_seconds(auto work) {
    const auto now = [] {
        timespec t{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
        return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
    };
    const double start = now();
    work();
    return now() - start;
}
