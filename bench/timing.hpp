#pragma once
/// How ratios are measured: two kinds of work in turn, and the median of the ratios.

#include <algorithm>
#include <chrono>
#include <vector>

inline double seconds(auto work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

inline double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
    return values[values.size() / 2];
}
