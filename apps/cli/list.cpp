/// granary list

#include <memory>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "granary/document/listing.hpp"

namespace granary::cli {

void add_list(CLI::App& app) {
    auto* command = app.add_subcommand("list", "The shipped scenarios, each with its summary");
    command->callback([] { emit(scenario_list()); });
}

}  // namespace granary::cli
