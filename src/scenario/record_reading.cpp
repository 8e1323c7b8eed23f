#include "granary/scenario/record_reading.hpp"

#include <algorithm>
#include <utility>

namespace granary {
namespace {

void forget_the_reading(Scenario& scenario) {
    for (std::size_t row = 0; row < Parameter::table.size(); ++row) {
        if (!std::exchange(scenario.is_of_the_reading[row], false)) continue;
        scenario.constants.values[row] = Parameter::table[row].value;
        scenario.constant_sources[row].clear();
        scenario.constant_errors[row] = 0;
        scenario.constant_priors[row] = {};
    }
    std::erase_if(scenario.sources, [](const SourceText& source) { return source.of_a_reading; });
}

}  // namespace

Scenario under(Scenario scenario, const RecordReading& reading) {
    forget_the_reading(scenario);
    scenario.reading = reading.name;
    scenario.sources.push_back(reading.source);
    for (const auto& [row, value, source, error, prior] : reading.constants) {
        const bool is_its_own = !scenario.constant_sources[row].empty();
        if (is_its_own) continue;
        scenario.constants.values[row] = value;
        scenario.constant_sources[row] = source;
        scenario.constant_errors[row] = error;
        scenario.constant_priors[row] = prior;
        scenario.is_of_the_reading[row] = true;
    }
    return scenario;
}

}  // namespace granary
