#pragma once
/// The blocks of an ensemble, put together into one file.

#include <span>
#include <string>

#include "granary/foundation/api.hpp"
#include "granary/study/ensemble.hpp"

namespace granary {

/// Writes the ensemble of which the files .nc hold all parts, in any order, to a file .nc or .csv:
/// the bytes of a run of the whole. The members' figures go along where every part has them.
/// Throws FileError like `merged`, and Error (usage) where the file is one of the parts or of
/// another suffix.
GRANARY_API Ensemble merge_blocks(std::span<const std::string> parts, const std::string& file);

}  // namespace granary
