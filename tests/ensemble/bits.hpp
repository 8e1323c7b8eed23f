#pragma once
/// Figures of runs, compared bit by bit.

#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "granary/analysis/periods.hpp"
#include "granary/run.hpp"

namespace granary::test {

/// The columns of every calendar year, year by year.
inline std::vector<double> row_of(const std::vector<YearFigures>& years) {
    std::vector<double> row;
    for (const auto& year : years)
        for (const auto& column : figure_columns<double>) row.push_back(year.figures.*column.value);
    return row;
}

inline void expect_same_bits(std::span<const double> a, std::span<const double> b) {
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        ASSERT_EQ(std::bit_cast<std::uint64_t>(a[i]), std::bit_cast<std::uint64_t>(b[i])) << i;
}

}  // namespace granary::test
