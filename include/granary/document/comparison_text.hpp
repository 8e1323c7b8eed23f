#pragma once
/// Runs laid side by side as tables, and as comma-separated values.

#include <span>
#include <string>
#include <vector>

#include "granary/document/comparison.hpp"
#include "granary/document/text_style.hpp"
#include "granary/foundation/api.hpp"

namespace granary {

/// The years of at least one run, what each comes to, and in a sentence what it changes against the
/// first. `settings` were laid over all scenarios.
GRANARY_API std::string comparison_text(std::span<const ComparedRun> runs,
                                        const std::vector<std::string>& settings,
                                        const TextStyle& style = {});

/// A row for each run and year; `quiet` without the comments on how it was made.
GRANARY_API std::string comparison_csv(std::span<const ComparedRun> runs,
                                       const std::vector<std::string>& settings,
                                       bool quiet = false);

}  // namespace granary
