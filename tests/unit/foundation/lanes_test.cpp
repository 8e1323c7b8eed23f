#include "granary/foundation/lanes.hpp"

#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace granary {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::array special{0.0,
                             -0.0,
                             std::numeric_limits<double>::denorm_min(),
                             -0x1p-1030,
                             0x1p-1022,
                             0.3,
                             -0.4,
                             1.0,
                             -1.0,
                             1.5,
                             25.0,
                             -800.0,
                             720.0,
                             4.0,
                             -0x1p52,
                             std::numeric_limits<double>::max(),
                             infinity,
                             -infinity,
                             std::numeric_limits<double>::quiet_NaN()};

/// Same bits, any NaN being like any other.
bool same(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) ||
           (std::isnan(a) && std::isnan(b));
}

/// Pairs of numbers: every special one with every other, then any bits, then ordinary sizes.
std::vector<std::array<double, 2>> pairs() {
    std::vector<std::array<double, 2>> pairs;
    for (const double a : special)
        for (const double b : special) pairs.push_back({a, b});
    std::uint64_t state = 1959;
    const auto word = [&] {
        state += 0x9e3779b97f4a7c15;
        std::uint64_t mixed = (state ^ (state >> 32)) * 0xd6e8feb86659fd93;
        mixed = (mixed ^ (mixed >> 32)) * 0xd6e8feb86659fd93;
        return mixed ^ (mixed >> 32);
    };
    for (int i = 0; i < 2000; ++i) {
        const auto a = std::bit_cast<double>(word()), b = std::bit_cast<double>(word());
        pairs.push_back({a, b});
        const auto ordinary = [&] { return static_cast<double>(word() >> 11) * 0x1p-48 - 12.0; };
        const double c = ordinary(), d = ordinary();
        pairs.push_back({c, d});
    }
    return pairs;
}

/// The lanes filled with one pair after another, so that neighbours differ.
template <std::size_t W, class Check>
void each_pack(Check check) {
    const auto all_pairs = pairs();
    for (std::size_t first = 0; first < all_pairs.size(); first += W) {
        Lanes<W> a, b;
        for (std::size_t i = 0; i < W; ++i) {
            const auto& pair = all_pairs[(first + i) % all_pairs.size()];
            a.set(i, pair[0]);
            b.set(i, pair[1]);
        }
        check(a, b);
    }
}

template <class Width>
class LanesOf : public testing::Test {
  public:
    static constexpr std::size_t width = Width::value;

    /// `operation` on packs against the same on the doubles of each lane.
    template <class Operation>
    static void expect_as_double(const char* name, Operation operation) {
        each_pack<width>([&](const Lanes<width>& a, const Lanes<width>& b) {
            const Lanes<width> found = operation(a, b);
            for (std::size_t i = 0; i < width; ++i) {
                const double expected = operation(a.lane(i), b.lane(i));
                ASSERT_TRUE(same(found.lane(i), expected))
                    << name << '(' << a.lane(i) << ", " << b.lane(i) << ") in lane " << i << ": "
                    << found.lane(i) << " for " << expected;
            }
        });
    }
    /// The same for a comparison.
    template <class Comparison>
    static void expect_mask(Comparison comparison) {
        each_pack<width>([&](const Lanes<width>& a, const Lanes<width>& b) {
            const LaneMask<width> found = comparison(a, b);
            for (std::size_t i = 0; i < width; ++i)
                ASSERT_EQ(found.lane(i), comparison(a.lane(i), b.lane(i)))
                    << a.lane(i) << ", " << b.lane(i);
        });
    }
};

using Widths =
    testing::Types<std::integral_constant<std::size_t, 1>, std::integral_constant<std::size_t, 2>,
                   std::integral_constant<std::size_t, 4>, std::integral_constant<std::size_t, 8>,
                   std::integral_constant<std::size_t, 16>>;
TYPED_TEST_SUITE(LanesOf, Widths);

TYPED_TEST(LanesOf, CalculateAsADoubleDoes) {
    this->expect_as_double("+", [](auto a, auto b) { return a + b; });
    this->expect_as_double("-", [](auto a, auto b) { return a - b; });
    this->expect_as_double("*", [](auto a, auto b) { return a * b; });
    this->expect_as_double("/", [](auto a, auto b) { return a / b; });
    this->expect_as_double("minus", [](auto a, auto) { return -a; });
    this->expect_as_double("+=", [](auto a, auto b) { return a += b; });
    this->expect_as_double("-=", [](auto a, auto b) { return a -= b; });
}

TYPED_TEST(LanesOf, CalculateWithPlainNumbersAsADoubleDoes) {
    for (const double d : special) {
        this->expect_as_double("d +", [d](auto a, auto) { return d + a; });
        this->expect_as_double("- d", [d](auto a, auto) { return a - d; });
        this->expect_as_double("d -", [d](auto a, auto) { return d - a; });
        this->expect_as_double("* d", [d](auto a, auto) { return a * d; });
        this->expect_as_double("d /", [d](auto a, auto) { return d / a; });
    }
}

TYPED_TEST(LanesOf, HaveTheFunctionsOfADouble) {
    this->expect_as_double("exp", [](auto a, auto) { return exp(a); });
    this->expect_as_double("log", [](auto a, auto) { return log(a); });
    this->expect_as_double("sqrt", [](auto a, auto) { return sqrt(a); });
    this->expect_as_double("pow", [](auto a, auto b) { return pow(a, b); });
    this->expect_as_double("pow of |a|", [](auto a, auto b) { return pow(abs(a), b); });
    this->expect_as_double("erfc", [](auto a, auto) { return erfc(a); });
    this->expect_as_double("cos_turns", [](auto a, auto) { return cos_turns(a); });
    this->expect_as_double("abs", [](auto a, auto) { return abs(a); });
}

TYPED_TEST(LanesOf, HaveThePrimitivesOfADouble) {
    this->expect_as_double("mantissa", [](auto a, auto) { return split_exponent(a).mantissa; });
    this->expect_as_double("exponent", [](auto a, auto) { return split_exponent(a).exponent; });
    this->expect_as_double("power_of_two", [](auto a, auto) { return power_of_two(a); });
}

TYPED_TEST(LanesOf, CompareAndSelectLaneByLane) {
    this->expect_mask([](auto a, auto b) { return a < b; });
    this->expect_mask([](auto a, auto b) { return a > b; });
    this->expect_mask([](auto a, auto b) { return a <= b; });
    this->expect_as_double("select", [](auto a, auto b) { return select(a < b, a, b); });
    this->expect_as_double("select", [](auto a, auto b) { return select(a > 0.0, b, -a); });
}

TYPED_TEST(LanesOf, MasksCombineLaneByLane) {
    constexpr std::size_t W = TestFixture::width;
    each_pack<W>([](const Lanes<W>& a, const Lanes<W>& b) {
        const auto below = a<b, positive = a> Lanes<W>(0.0);
        bool every = true, some = false;
        for (std::size_t i = 0; i < W; ++i) {
            ASSERT_EQ((below & positive).lane(i), below.lane(i) && positive.lane(i));
            ASSERT_EQ((below | positive).lane(i), below.lane(i) || positive.lane(i));
            ASSERT_EQ((!below).lane(i), !below.lane(i));
            every = every && below.lane(i);
            some = some || below.lane(i);
        }
        ASSERT_EQ(all(below), every);
        ASSERT_EQ(any(below), some);
    });
}

TYPED_TEST(LanesOf, AllAndAnySeeEveryLane) {
    constexpr std::size_t W = TestFixture::width;
    EXPECT_TRUE(all(Lanes<W>(0.0) < Lanes<W>(1.0)));
    EXPECT_FALSE(any(LaneMask<W>()));
    for (std::size_t i = 0; i < W; ++i) {
        Lanes<W> one;
        one.set(i, 1.0);
        EXPECT_TRUE(any(one > Lanes<W>(0.0))) << i;
        EXPECT_EQ(all(one > Lanes<W>(0.0)), W == 1) << i;
        EXPECT_FALSE(all(one < Lanes<W>(1.0))) << i;
    }
}

TYPED_TEST(LanesOf, KeepTheValueOfEachLaneApart) {
    constexpr std::size_t W = TestFixture::width;
    std::array<double, W> values{};
    for (std::size_t i = 0; i < W; ++i) values[i] = static_cast<double>(i) + 0.5;
    Lanes<W> pack(values);
    for (std::size_t i = 0; i < W; ++i) EXPECT_EQ(pack.lane(i), values[i]);
    pack.set(W - 1, -3.0);
    EXPECT_EQ(pack.lane(W - 1), -3.0);
    if constexpr (W > 1) {
        EXPECT_EQ(pack.lane(W - 2), values[W - 2]);
    }
    EXPECT_EQ(sizeof(pack), W * sizeof(double));
}

static_assert(!std::convertible_to<Lanes<4>, double>);
static_assert(!std::convertible_to<LaneMask<4>, bool>);

}  // namespace
}  // namespace granary
