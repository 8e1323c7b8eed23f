#pragma once
/// The JSON output of `granary data` and its schema.

#include <span>
#include <string>

#include "granary/document/record_listing.hpp"
#include "granary/foundation/api.hpp"

namespace granary {

/// Parts of the record as one JSON text, with the sources that they cite.
GRANARY_API std::string record_json(std::span<const Listing> listings);

/// The JSON Schema of such a text.
GRANARY_API std::string record_schema();

}  // namespace granary
