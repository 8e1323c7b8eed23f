#pragma once
/// The JSON output of `granary data` and its schema.

#include <span>
#include <string>

#include "granary/document/record_listing.hpp"
#include "granary/foundation/api.hpp"

namespace granary {

GRANARY_API std::string record_json(std::span<const Listing> listings);

GRANARY_API std::string record_schema();

}  // namespace granary
