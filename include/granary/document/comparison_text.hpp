#pragma once
/// Runs laid side by side as tables, and as comma-separated values.

#include <span>
#include <string>
#include <vector>

#include "granary/document/comparison.hpp"
#include "granary/document/text_style.hpp"
#include "granary/foundation/api.hpp"
#include "granary/write/csv.hpp"

namespace granary {

/// The years of at least one run, what each comes to, and in a sentence what it changes against the
/// first. `settings` were laid over all scenarios.
GRANARY_API std::string comparison_text(std::span<const ComparedRun> runs,
                                        const std::vector<std::string>& settings,
                                        const TextStyle& style = {});

/// A row for each run and year; with what is to be said about them.
GRANARY_API Csv comparison_csv(std::span<const ComparedRun> runs,
                               const std::vector<std::string>& settings);

}  // namespace granary
