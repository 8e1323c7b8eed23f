#pragma once
/// The texts that a scenario was read from.

#include <string>
#include <vector>

#include "granary/scenario/scenario.hpp"

namespace granary::cli {

struct SourceFile {
    std::string name, text;
};

/// The user's own files with those of their parameters, or the shipped one.
std::vector<SourceFile> source_files(const Scenario& scenario);

}  // namespace granary::cli
