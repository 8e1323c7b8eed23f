#pragma once
/// The texts that a scenario was read from.

#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary {

/// A file by its name.
struct SourceFile {
    std::string name, text;
};

/// The user's own files with those of their parameters, or the shipped one.
GRANARY_API std::vector<SourceFile> source_files(const Scenario& scenario);

}  // namespace granary
