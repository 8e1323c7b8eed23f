#pragma once
/// A scenario as the classroom page gives it, run.

#include <memory>
#include <string>

#include "granary/write/charts.hpp"

namespace granary::web {

/// The text of a scenario file and what came of it.
struct World {
    std::string text, file_name;
    ChartRun result;
};

/// Reads and runs the text as `granary run` would a file of that name. The newest few worlds are
/// kept, so that moving a lever of one does not run the other again. Throws what reading and
/// running throw.
std::shared_ptr<const World> world(const std::string& text, const std::string& file_name);

}  // namespace granary::web
