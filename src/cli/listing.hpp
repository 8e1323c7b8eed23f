#pragma once
/// Lists that more than one command prints.

#include <string>

namespace granary::cli {

/// The shipped scenarios with title and summary.
std::string scenario_list();
/// The dated events of the record.
std::string event_list();

}  // namespace granary::cli
