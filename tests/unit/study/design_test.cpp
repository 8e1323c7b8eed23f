#include "granary/study/design.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>

#include "granary/foundation/error.hpp"
#include "granary/foundation/math.hpp"

namespace granary {
namespace {

constexpr std::array designs{Design::mc, Design::lhs, Design::sobol};

std::vector<std::vector<double>> all(const Points& points) {
    std::vector<std::vector<double>> list;
    for (std::uint64_t i = 0; i < points.count(); ++i) list.push_back(points.at(i));
    return list;
}

std::size_t part(double u, std::size_t parts) {
    return static_cast<std::size_t>(u * static_cast<double>(parts));
}

std::string refusal(Design design, std::uint64_t count, std::size_t dimensions) {
    try {
        const Points points(design, count, dimensions, 1);
    } catch (const Error& error) {
        EXPECT_EQ(error.error_class, ErrorClass::usage);
        return error.what();
    }
    return "";
}

class EveryDesign : public ::testing::TestWithParam<Design> {};

INSTANTIATE_TEST_SUITE_P(Points, EveryDesign, ::testing::ValuesIn(designs), [](const auto& at) {
    return std::string(design_names[static_cast<std::size_t>(at.param)]);
});

TEST_P(EveryDesign, StaysInsideTheUnitCube) {
    for (const std::uint64_t count : {std::uint64_t{1}, std::uint64_t{3000}, Points::most}) {
        const Points points(GetParam(), count, 3, 4);
        for (std::uint64_t i = 0; i < std::min<std::uint64_t>(count, 3000); ++i)
            for (const auto member : {i, count - 1 - i})
                for (const double u : points.at(member)) {
                    EXPECT_GT(u, 0);
                    EXPECT_LT(u, 1);
                }
    }
}

TEST_P(EveryDesign, GivesAMemberAloneWhatItHasInSequence) {
    const auto sequence = all(Points(GetParam(), 500, 7, 11));
    for (const std::uint64_t member : {499U, 0U, 250U, 250U})
        EXPECT_EQ(Points(GetParam(), 500, 7, 11).at(member), sequence[member]);
}

TEST_P(EveryDesign, DiffersWithTheSeedInEveryCoordinate) {
    const Points one(GetParam(), 100, 5, 1), two(GetParam(), 100, 5, 2);
    for (std::uint64_t i = 0; i < 100; ++i)
        for (std::size_t d = 0; d < 5; ++d) EXPECT_NE(one.at(i)[d], two.at(i)[d]);
}

TEST_P(EveryDesign, KeepsTheCoordinatesOfADimensionWhenMoreAreAdded) {
    const auto few = Points(GetParam(), 64, 2, 1).at(17);
    const auto many = Points(GetParam(), 64, 40, 1).at(17);
    EXPECT_EQ(few, std::vector(many.begin(), many.begin() + 2));
}

TEST_P(EveryDesign, HasDimensionsThatAreUniformAndUncorrelated) {
    constexpr std::size_t count = 4096, dimensions = 25;
    const auto points = all(Points(GetParam(), count, dimensions, 8));
    for (std::size_t a = 0; a < dimensions; ++a)
        for (std::size_t b = 0; b <= a; ++b) {
            double sum = 0;
            for (const auto& point : points) sum += (point[a] - 0.5) * (point[b] - 0.5);
            const double expected = a == b ? 1.0 / 12 : 0;
            // Five standard deviations of independent points; of a square 1/sqrt(180).
            const double deviation = (a == b ? 1 / std::sqrt(180.0) : 1.0 / 12) / 64;
            EXPECT_NEAR(sum / count, expected, 5 * deviation) << a << ", " << b;
        }
}

TEST_P(EveryDesign, TakesNoDimensionsForAnEmptyPoint) {
    EXPECT_EQ(Points(GetParam(), 10, 0, 1).at(3), std::vector<double>{});
}

TEST_P(EveryDesign, RefusesMoreMembersThanItHasPoints) {
    EXPECT_EQ(refusal(GetParam(), Points::most, 2), "");
    EXPECT_EQ(refusal(GetParam(), Points::most + 1, 2),
              "4294967297 members are too many: at most 4294967296");
}

TEST_P(EveryDesign, HasNoMemberPastTheLast) {
    const Points points(GetParam(), 10, 2, 1);
    EXPECT_NO_THROW(points.at(9));
    EXPECT_THROW(points.at(10), Error);
    EXPECT_THROW(Points(GetParam(), 0, 2, 1).at(0), Error);
}

TEST(Lhs, HasOnePointInEachPartOfEachDimension) {
    for (const std::size_t count : {1U, 2U, 3U, 7U, 100U, 1000U, 1024U}) {
        const auto points = all(Points(Design::lhs, count, 6, 3));
        for (std::size_t d = 0; d < 6; ++d) {
            std::set<std::size_t> parts;
            for (const auto& point : points) parts.insert(part(point[d], count));
            EXPECT_EQ(parts.size(), count);
        }
    }
}

/// Whether each of 2^(k_a + k_b) equal boxes of two dimensions holds the same number of points.
bool is_even(const std::vector<std::vector<double>>& points, std::size_t a, std::size_t b,
             unsigned k_a, unsigned k_b) {
    std::vector<std::size_t> boxes(std::size_t{1} << (k_a + k_b));
    for (const auto& point : points)
        ++boxes[part(point[a], std::size_t{1} << k_a) << k_b |
                part(point[b], std::size_t{1} << k_b)];
    for (const auto here : boxes)
        if (here != points.size() / boxes.size()) return false;
    return true;
}

TEST(Sobol, HasOneOfItsFirstPointsInEachPartOfEachDimension) {
    for (const unsigned k : {1U, 2U, 5U, 10U}) {
        const auto points = all(Points(Design::sobol, std::uint64_t{1} << k, 60, 21));
        for (std::size_t d = 0; d < 60; ++d) EXPECT_TRUE(is_even(points, d, d == 0 ? 1 : 0, k, 0));
    }
}

TEST(Sobol, HasOneOfItsFirstPointsInEachBoxOfTwoDimensions) {
    // The first two dimensions are a net of quality 0, those with the third of quality 1 at most.
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const auto points = all(Points(Design::sobol, 1024, 3, seed));
        for (unsigned k = 0; k <= 10; ++k) EXPECT_TRUE(is_even(points, 0, 1, k, 10 - k)) << k;
        for (unsigned k = 0; k <= 9; ++k) EXPECT_TRUE(is_even(points, 0, 2, k, 9 - k)) << k;
        for (unsigned k = 0; k <= 9; ++k) EXPECT_TRUE(is_even(points, 1, 2, k, 9 - k)) << k;
    }
}

TEST(Sobol, IsTheSameSequenceWhateverTheCount) {
    EXPECT_EQ(Points(Design::sobol, 10, 4, 1).at(9), Points(Design::sobol, 5000, 4, 1).at(9));
    EXPECT_EQ(Points(Design::mc, 10, 4, 1).at(9), Points(Design::mc, 5000, 4, 1).at(9));
}

TEST(Sobol, AveragesASmoothFunctionFarBetterThanIndependentPoints) {
    // The product of 1 + (u - 1/2) over eight dimensions has the mean 1.
    const auto error = [](Design design) {
        double squares = 0;
        for (std::uint64_t seed = 0; seed < 16; ++seed) {
            double sum = 0;
            for (const auto& point : all(Points(design, 4096, 8, seed))) {
                double product = 1;
                for (const double u : point) product *= 0.5 + u;
                sum += product;
            }
            squares += (sum / 4096 - 1) * (sum / 4096 - 1);
        }
        return std::sqrt(squares / 16);
    };
    EXPECT_LT(error(Design::sobol), error(Design::mc) / 20);
    EXPECT_LT(error(Design::lhs), error(Design::mc) / 1.5);
}

TEST(Sobol, PutsAMemberInEachHalfEquallyOftenOverSeeds) {
    constexpr std::size_t seeds = 2000;
    for (const std::uint64_t member : {0U, 1U, 77U}) {
        std::size_t low = 0;
        double sum = 0;
        for (std::uint64_t seed = 0; seed < seeds; ++seed) {
            const double u = Points(Design::sobol, 128, 3, seed).at(member)[2];
            low += u < 0.5;
            sum += u;
        }
        EXPECT_NEAR(static_cast<double>(low), seeds / 2.0, 5 * std::sqrt(seeds / 4.0));
        EXPECT_NEAR(sum / seeds, 0.5, 5 / std::sqrt(12.0 * seeds));
    }
}

TEST(Sobol, RefusesMoreDimensionsThanItsTable) {
    EXPECT_EQ(refusal(Design::sobol, 10, Points::most_sobol_dimensions), "");
    EXPECT_EQ(refusal(Design::sobol, 10, 3668),
              "design sobol has at most 3667 dimensions, not 3668");
}

// ------------------------------------------------------------------ the same bits everywhere

std::uint64_t bits_at(Design design, std::uint64_t member, std::size_t dimension) {
    return bits_as<std::uint64_t>(Points(design, 1'000'000, 25, 1).at(member)[dimension]);
}

TEST(Points, HaveTheSameBitsEverywhere) {
    EXPECT_EQ(bits_at(Design::mc, 0, 0), 0x3fe631405e8db1b1U);
    EXPECT_EQ(bits_at(Design::mc, 999'999, 24), 0x3fda234d850c446aU);
    EXPECT_EQ(bits_at(Design::lhs, 0, 0), 0x3fc745b863b7d849U);
    EXPECT_EQ(bits_at(Design::lhs, 999'999, 24), 0x3fc23c73c0e88590U);
    EXPECT_EQ(bits_at(Design::sobol, 0, 0), 0x3fd397c7ca4c67caU);
    EXPECT_EQ(bits_at(Design::sobol, 999'999, 24), 0x3febe147b6bb5093U);
}

}  // namespace
}  // namespace granary
