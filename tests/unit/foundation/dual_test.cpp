#include "granary/foundation/dual.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "granary/state/store.hpp"

namespace granary {
namespace {

using Two = Dual<2>;

/// Two variables at chosen values.
const Two x = Two::variable(1.7, 0);
const Two y = Two::variable(-0.6, 1);

void expect(const Two& result, double value, double by_x, double by_y) {
    EXPECT_DOUBLE_EQ(result.value(), value);
    EXPECT_NEAR(result.derivative(0), by_x, 1e-14 * (1 + std::abs(by_x)));
    EXPECT_NEAR(result.derivative(1), by_y, 1e-14 * (1 + std::abs(by_y)));
}

TEST(Dual, HasNoDirectionBeyondItsOwnEvenWhereARegisterHasRoom) {
    using Three = Dual<3>;
    EXPECT_NO_THROW((void)Three::variable(1, 2));
    for (const std::size_t direction : {3U, 4U, 100U}) {
        EXPECT_THROW((void)Three::variable(1, direction), NotFound);
        EXPECT_THROW((void)Three(1).derivative(direction), NotFound);
    }
    Gradient<3> gradient;
    EXPECT_THROW(gradient.set(100, 1), NotFound);
    EXPECT_THROW((void)gradient.get(100), NotFound);
}

TEST(Dual, FollowsTheRulesOfArithmetic) {
    expect(x + y, 1.1, 1, 1);
    expect(x - y, 2.3, 1, -1);
    expect(-x, -1.7, -1, 0);
    expect(x * y, 1.7 * -0.6, -0.6, 1.7);
    expect(x / y, 1.7 / -0.6, 1 / -0.6, -1.7 / 0.36);
}

TEST(Dual, FollowsTheRulesWithPlainNumbers) {
    expect(2.0 + x, 3.7, 1, 0);
    expect(x + 2.0, 3.7, 1, 0);
    expect(2.0 - x, 2.0 - 1.7, -1, 0);
    expect(x - 2.0, 1.7 - 2.0, 1, 0);
    expect(3.0 * y, 3.0 * -0.6, 0, 3);
    expect(y * 3.0, -0.6 * 3.0, 0, 3);
    expect(y / 4.0, -0.6 / 4.0, 0, 0.25);
    expect(4.0 / y, 4.0 / -0.6, 0, -4 / 0.36);
}

TEST(Dual, DifferentiatesTheFunctions) {
    expect(exp(y), granary::exp(-0.6), 0, std::exp(-0.6));
    expect(log(x), granary::log(1.7), 1 / 1.7, 0);
    expect(sqrt(x), std::sqrt(1.7), 0.5 / std::sqrt(1.7), 0);
    expect(erfc(y), granary::erfc(-0.6), 0, -2 / std::sqrt(M_PI) * std::exp(-0.36));
    expect(cos_turns(x), granary::cos_turns(1.7), -2 * M_PI * std::sin(2 * M_PI * 1.7), 0);
    expect(pow(x, y), granary::pow(1.7, -0.6), -0.6 * std::pow(1.7, -1.6),
           std::pow(1.7, -0.6) * std::log(1.7));
}

TEST(Dual, DifferentiatesAPowerOfNothingWithoutALogarithmOfNothing) {
    const Two nothing = Two::variable(0.0, 0);
    const Two cubed = pow(nothing, Two(3.0));
    EXPECT_EQ(cubed.value(), 0.0);
    EXPECT_EQ(cubed.derivative(0), 0.0);
    const Two linear = pow(nothing, Two::variable(1.0, 1));
    EXPECT_EQ(linear.derivative(0), 1.0);
    EXPECT_EQ(linear.derivative(1), 0.0);
}

TEST(Dual, KeepsEachDirectionApartInAnyNumberOfRegisters) {
    constexpr std::size_t directions = 25;
    Dual<directions> product(1.0);
    for (std::size_t i = 0; i < directions; ++i)
        product = product * Dual<directions>::variable(1.0 + static_cast<double>(i), i);
    for (std::size_t i = 0; i < directions; ++i)
        EXPECT_NEAR(product.derivative(i) * (1.0 + static_cast<double>(i)) / product.value(), 1.0,
                    1e-14)
            << i;
}

TEST(Dual, TakesTheDerivativeOfTheSideThatIsChosen) {
    expect(select(x > y, x, y), 1.7, 1, 0);
    expect(select(x < y, x, y), -0.6, 0, 1);
}

TEST(Dual, DifferentiatesTheHingeOnBothSides) {
    const Two width(0.02);
    EXPECT_EQ(hinge(y, width).derivative(1), 0.0);
    const double q = 1.7 * 1.7, w = 0.02 * 0.02;
    EXPECT_NEAR(hinge(x, width).derivative(0), q * (q + 3 * w) / ((q + w) * (q + w)), 1e-14);
}

}  // namespace
}  // namespace granary
