/// granary list

#include <memory>

#include "cli/commands.hpp"
#include "cli/listing.hpp"
#include "cli/output.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/write/text.hpp"

namespace granary::cli {

std::string scenario_list() {
    TextTable table(
        {{"name", "", Align::left}, {"title", "", Align::left}, {"summary", "", Align::left}});
    for (const auto& shipped : shipped_scenarios())
        table.add({shipped.name, one_line(shipped.title), one_line(shipped.summary)});
    return table.text();
}

void add_list(CLI::App& app) {
    auto* command = app.add_subcommand("list", "The shipped scenarios, each with its summary");
    command->callback([] { emit(scenario_list()); });
}

}  // namespace granary::cli
