#include "study/svd.hpp"

#include <gtest/gtest.h>

namespace granary {
namespace {

Eigen::MatrixXd matrix() {
    Eigen::MatrixXd a(4, 3);
    a << -3, 1, 0.5, 0, -2, 1, 1, 1, -4, 0.25, 0, 2;
    return a;
}

TEST(RightSvd, TheMatrixStretchesEachVectorByItsValue) {
    const auto a = matrix();
    const auto svd = right_svd(a);
    for (Eigen::Index k = 0; k < 3; ++k)
        EXPECT_NEAR((a * svd.vectors.col(k)).norm(), svd.values[k], 1e-12);
    EXPECT_TRUE((svd.vectors.transpose() * svd.vectors).isIdentity(1e-12));
    EXPECT_GT(svd.values[0], svd.values[1]);
    EXPECT_GT(svd.values[1], svd.values[2]);
}

TEST(RightSvd, TheLargestComponentOfEachVectorIsPositive) {
    for (const double sign : {1.0, -1.0}) {
        const auto svd = right_svd(sign * matrix());
        for (Eigen::Index k = 0; k < 3; ++k)
            EXPECT_EQ(svd.vectors.col(k).maxCoeff(), svd.vectors.col(k).cwiseAbs().maxCoeff());
    }
}

}  // namespace
}  // namespace granary
