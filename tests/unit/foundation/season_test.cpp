#include "granary/foundation/season.hpp"

#include <gtest/gtest.h>

#include "granary/scenario/kernels.hpp"

namespace granary {
namespace {

/// The mean over a year by Simpson's rule on points that are not the kernel's own 32.
double mean(const SeasonKernel<double>& kernel) {
    constexpr int points = 1002;
    double sum = 0;
    for (int i = 0; i < points; ++i)
        sum += (i % 2 == 0 ? 2.0 : 4.0) * kernel(static_cast<double>(i) / points);
    return sum / (3.0 * points);
}

TEST(Kernel, IntegratesToOneOverAYear) {
    for (const double peak : {0.0, 0.28, 0.54, 0.9})
        for (const double sharpness : {0.0, 1.0, 4.0, 8.0, 15.0})
            EXPECT_NEAR(mean(SeasonKernel<double>(peak, sharpness)), 1, 1e-9)
                << peak << ", " << sharpness;
}

TEST(Kernel, OfTheModelIntegratesToOneOverAYear) {
    const auto kernels = season_kernels(default_constants());
    for (std::size_t i = 0; i < kernels.size(); ++i)
        EXPECT_NEAR(mean(kernels[i]), 1, 1e-9) << Kernel::table[i].name;
}

TEST(Kernel, WithoutSharpnessIsEven) {
    const SeasonKernel<double> even(0.3, 0.0);
    for (const double season : {0.0, 0.3, 0.77}) EXPECT_DOUBLE_EQ(even(season), 1);
}

TEST(Kernel, IsLargestAtItsPeakAndSymmetricAboutIt) {
    const SeasonKernel<double> kernel(0.54, 8.0);
    for (const double away : {0.05, 0.1, 0.25}) {
        EXPECT_GT(kernel(0.54), kernel(0.54 + away));
        EXPECT_NEAR(kernel(0.54 - away), kernel(0.54 + away), 1e-12);
    }
}

/// Peak over trough is e^{2k} and peak over the quarter e^k.
TEST(Kernel, FallsFromItsPeakByItsSharpness) {
    const SeasonKernel<double> kernel(0.25, 3.0);
    EXPECT_NEAR(kernel(0.25) / kernel(0.75), granary::exp(6.0), 1e-9);
    EXPECT_NEAR(kernel(0.25) / kernel(0.5), granary::exp(3.0), 1e-9);
}

TEST(Kernel, RecursFromYearToYear) {
    const SeasonKernel<double> kernel(0.87, 6.0);
    EXPECT_EQ(kernel(0.25), kernel(1.25));
}

}  // namespace
}  // namespace granary
