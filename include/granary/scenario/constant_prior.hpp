#pragma once
/// What is believed of a constant before a record is seen.

#include <string>

namespace granary {

/// Normal, cut off at bounds; all numbers in the unit of the constant.
struct ConstantPrior {
    double mean = 0, deviation = 0;  ///< deviation 0: none is known
    double low = 0, high = 0;        ///< no fit and no draw leaves them
    std::string source = {};

    /// Whether there is one.
    bool is_known() const { return deviation > 0; }
};

}  // namespace granary
