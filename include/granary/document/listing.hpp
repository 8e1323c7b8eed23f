#pragma once
/// Lists that more than one command prints.

#include <string>

#include "granary/foundation/api.hpp"

namespace granary {

/// The shipped scenarios with title and summary.
GRANARY_API std::string scenario_list();
/// The dated events of the record.
GRANARY_API std::string event_list();

}  // namespace granary
