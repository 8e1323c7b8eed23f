// How much rests on the lag of the centre's belief? A thousand runs, each with another lag between
// 0.2 and 1.5 years, over a pool of threads, and again one after the other: the same figures, bit
// for bit, because runs share nothing that changes. The argument is the number of threads.
//
// run: threads 4
// prints:
//   excess deaths 14.1 to 15.7 million in 1000 runs
//   4 threads and one: the same figures
#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <granary/granary.hpp>
#include <thread>
#include <vector>

constexpr std::size_t members = 1000;

double excess_deaths(const granary::Scenario& history, std::size_t member) {
    const double lag_years = 0.2 + 1.3 * static_cast<double>(member) / (members - 1);
    return granary::simulate(history.with(granary::parameter::belief_lag_years, lag_years))
        .excess_deaths_million();
}

/// Each thread takes the next member until none is left.
std::vector<double> all_members(const granary::Scenario& history, unsigned threads) {
    std::vector<double> deaths(members);
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < members; i = next++) deaths[i] = excess_deaths(history, i);
    };
    std::vector<std::jthread> pool;
    for (unsigned i = 0; i < threads; ++i) pool.emplace_back(work);
    pool.clear();  // waits for all
    return deaths;
}

int main(int argc, char** argv) {
    const auto threads = static_cast<unsigned>(argc > 1 ? std::atoi(argv[1]) : 4);
    const auto history = granary::load_scenario("historical");
    const auto together = all_members(history, threads), alone = all_members(history, 1);
    const auto [least, most] = std::minmax_element(together.begin(), together.end());
    fmt::print("excess deaths {:.1f} to {:.1f} million in {} runs\n", *least, *most, members);
    fmt::print("{} threads and one: {}\n", threads,
               together == alone ? "the same figures" : "figures differ");
    return together == alone ? 0 : 1;
}
