#pragma once
/// The seam between the program and the lanes of one level of the processor: plain pointers, so
/// that nothing compiled for that level is used elsewhere.

#include <cstddef>
#include <exception>
#include <string>

#include "granary/scenario/scenario.hpp"
#include "granary/state/figures.hpp"

namespace granary {

/// Members that run side by side, and where their figures go.
struct Pack {
    const Scenario* const* members;
    std::size_t count;  ///< of members: 1 to `lanes`; they share their times
    std::size_t lanes;  ///< 4, 8 or 16
    const int* years;
    std::size_t years_count;
    std::size_t areas;  ///< 1 for the nation alone, and 1 more for each region
    /// A row for each member: for each area the columns of each year, year by year.
    double* const* rows;
    std::size_t stride;         ///< in a row from an area's first number to that of the next
    double* least_nutrition;    ///< of each member: that of any region at a recorded instant
    std::string* causes;        ///< of each member: why it failed; left alone where it did not
    std::exception_ptr* fault;  ///< what was thrown, where the members could not be run at all
};

/// How many numbers of an area there are in a row.
inline std::size_t area_size(std::size_t years) {
    return years * figure_columns<double>.size();
}

/// Runs a pack.
using RunPack = void (*)(const Pack&);

}  // namespace granary
