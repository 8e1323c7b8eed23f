/// granary list

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "granary/document/listing.hpp"

namespace granary::cli {

void list_scenarios(const ListOptions&) {
    emit(scenario_list());
}

}  // namespace granary::cli
