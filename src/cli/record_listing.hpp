#pragma once
/// A part of the record, to be written as a table, CSV or JSON.

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/record_fields.hpp"
#include "granary/write/text.hpp"

namespace granary::cli {

struct Listing {
    std::string_view kind;
    std::string title;
    std::vector<Field> fields;
    TextTable table;                      ///< what a reader sees
    std::vector<std::vector<Cell>> rows;  ///< all there is
    std::set<std::string> sources;        ///< to be cited
};

/// Every count of excess deaths on record, by author.
Listing death_estimates();

std::string data_json(std::span<const Listing> listings);

std::string data_schema();

}  // namespace granary::cli
