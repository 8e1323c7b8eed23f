#include "granary/write/title.hpp"

#include "granary/write/text.hpp"

namespace granary {

std::string title_of(const Scenario& scenario) {
    return one_line(scenario.title.empty() ? scenario.name : scenario.title);
}

}  // namespace granary
