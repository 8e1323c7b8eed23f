#pragma once
/// What data/README.md says of the variables of national.csv: said there once, for readers of the
/// record and for the library alike.

#include <string>
#include <string_view>
#include <vector>

namespace granary {

/// One row of the tables under "Variables of national.csv"; the group is the title of its table.
struct VariableMeaning {
    std::string group;
    std::string name;
    std::string unit;
    std::string meaning;
};

/// In the order of the text; empty where the section is missing.
std::vector<VariableMeaning> read_variable_table(std::string_view readme);

}  // namespace granary
