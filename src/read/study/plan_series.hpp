#pragma once
/// The [[series]] of a plan as they are written.

#include <cstddef>
#include <vector>

#include "read/study/plan_file.hpp"

namespace granary::read {

/// What a period of a series is, and how the model counts it.
enum class Count { year, grain_year, date };

/// One [[series]] as written.
struct Series {
    std::size_t column = 0;
    Count count = Count::year;
    std::vector<Word> record, source, periods, held_out;
    std::vector<Date> at;
    double tolerance = 0, tolerance_share = 0;
    const toml::node* tolerance_node = nullptr;  ///< of either; what to blame for their sum
};

/// One of the tables; what is wrong with it is a problem.
Series read_series(const Reading& reading, const toml::table& table);

}  // namespace granary::read
