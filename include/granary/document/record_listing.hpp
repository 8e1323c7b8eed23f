#pragma once
/// A part of the record, to be written as a table, CSV or JSON.

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/document/record_columns.hpp"
#include "granary/foundation/api.hpp"
#include "granary/write/csv.hpp"
#include "granary/write/text.hpp"

namespace granary {

/// A part of the record, for a reader and as data.
struct Listing {
    RecordKind kind;
    std::string title;
    TextTable table;                      ///< what a reader sees
    std::vector<std::vector<Cell>> rows;  ///< all there is
    std::set<std::string> sources;        ///< to be cited
};

/// Every count of excess deaths on record, by author.
GRANARY_API Listing death_estimates();
/// What happened when, as far as it is dated.
GRANARY_API Listing recorded_events();
/// One variable of the country. Throws NotFound.
GRANARY_API Listing recorded(std::string_view variable);
/// All of a province, or one variable of it. Throws NotFound.
GRANARY_API Listing recorded_of_province(const std::string& province, const std::string& variable);
/// The variables under the headings of their groups; names of the year table's columns beside them.
GRANARY_API Listing recorded_variables();

/// A table with its sources below it.
GRANARY_API std::string listing_text(const Listing& listing, bool strong);
/// The rows of listings that are of the same kind.
GRANARY_API Csv listings_csv(std::span<const Listing> listings);

}  // namespace granary
