#pragma once
/// The commands as a kind of thing that can be explained.

#include "cli/definition.hpp"
#include "granary/document/reference/explanation.hpp"

namespace granary::cli {

/// Tells of the commands that are not hidden. The program must outlive it.
Kind command_kind(const Program& program);

}  // namespace granary::cli
