#include "granary/study/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

namespace granary {
namespace {

TEST(Parallel, DoesEachPartOnceOnAnyNumberOfThreads) {
    for (const std::size_t threads : {0U, 1U, 2U, 7U, 500U}) {
        std::vector<std::atomic<int>> times(100);
        EXPECT_EQ(for_each_part(times.size(), [&](std::size_t i) { ++times[i]; }, {threads, {}}),
                  100U);
        for (const auto& n : times) EXPECT_EQ(n, 1);
    }
    EXPECT_EQ(for_each_part(0, [](std::size_t) { throw std::logic_error("no part to do"); }), 0U);
}

TEST(Parallel, CountsUpOneByOne) {
    std::vector<std::size_t> told;
    for_each_part(50, [](std::size_t) {}, {4, [&](std::size_t done) {
                                               told.push_back(done);
                                               return true;
                                           }});
    ASSERT_EQ(told.size(), 50U);
    for (std::size_t i = 0; i < told.size(); ++i) EXPECT_EQ(told[i], i + 1);
}

TEST(Parallel, LeavesTheBeginningWhenStopped) {
    for (const std::size_t threads : {1U, 3U}) {
        std::vector<std::atomic<int>> times(1000);
        const auto done = for_each_part(times.size(), [&](std::size_t i) { ++times[i]; },
                                        {threads, [](std::size_t n) { return n < 10; }});
        EXPECT_GE(done, 10U);
        EXPECT_LT(done, 10U + threads);
        for (std::size_t i = 0; i < times.size(); ++i) EXPECT_EQ(times[i], i < done ? 1 : 0);
    }
}

TEST(Parallel, ThrowsTheFirstFailureWhateverTheThreads) {
    for (const std::size_t threads : {1U, 2U, 8U}) {
        std::string message;
        try {
            for_each_part(200,
                          [](std::size_t i) {
                              if (i % 30 == 17) throw std::runtime_error(std::to_string(i));
                          },
                          {threads, {}});
        } catch (const std::runtime_error& error) {
            message = error.what();
        }
        EXPECT_EQ(message, "17");
    }
}

}  // namespace
}  // namespace granary
