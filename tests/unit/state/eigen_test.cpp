#include "granary/eigen.hpp"

#include <gtest/gtest.h>

#include <type_traits>

#include "granary/run.hpp"

namespace granary {
namespace {

const Trajectory<double>& quiet_run() {
    static const auto run = simulate(Scenario{});
    return run;
}

TEST(Matrix, IsTheTrajectorysOwnMemory) {
    EXPECT_EQ(matrix(quiet_run()).data(), quiet_run().states().data());
}

TEST(Matrix, HasARowForEachTimeAndAColumnForEachValue) {
    const auto map = matrix(quiet_run());
    EXPECT_EQ(map.rows(), 73);
    EXPECT_EQ(static_cast<std::size_t>(map.cols()), quiet_run().layout().size());
}

TEST(Matrix, HoldsAStockInTheColumnThatTheLayoutNames) {
    const auto map = matrix(quiet_run());
    const auto column =
        static_cast<Eigen::Index>(quiet_run().layout().region(0) + stock::village_grain.index);
    for (Eigen::Index row = 0; row < map.rows(); ++row)
        EXPECT_EQ(
            map(row, column),
            quiet_run().stock(stock::village_grain, static_cast<std::size_t>(row), 0).value());
}

template <class R>
concept Mappable = requires(R&& run) {
    matrix(static_cast<R&&>(run));
};

TEST(Matrix, IsNotMadeOfATemporary) {
    static_assert(Mappable<const Recording<double>&>);
    static_assert(!Mappable<Recording<double>>);
}

}  // namespace
}  // namespace granary
