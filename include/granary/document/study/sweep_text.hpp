#pragma once
/// A sweep as tables, and as comma-separated values.

#include <string>

#include "granary/document/json_document.hpp"
#include "granary/document/text_style.hpp"
#include "granary/foundation/api.hpp"
#include "granary/study/sweep.hpp"
#include "granary/write/csv.hpp"

namespace granary {

/// A row for each point, or over two short axes a matrix for each measure, and where the scenario
/// itself stands, which is run once more. A sweep that was stopped says so.
GRANARY_API std::string sweep_text(const RunDescription& what, const SweepGrid& grid,
                                   const TextStyle& style = {});

/// A row for each point that was run; with what is to be said about them.
GRANARY_API Csv sweep_csv(const RunDescription& what, const SweepGrid& grid);

}  // namespace granary
