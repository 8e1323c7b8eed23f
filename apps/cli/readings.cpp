#include "cli/readings.hpp"

#include <algorithm>
#include <utility>

#include "cli/usage.hpp"
#include "granary/read/reading_file.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/write/title.hpp"

namespace granary::cli {
namespace {

/// The shipped readings, that of the scenario first.
std::vector<RecordReading> readings_for(const Scenario& scenario) {
    auto readings = shipped_readings();
    std::stable_partition(readings.begin(), readings.end(), [&](const RecordReading& reading) {
        return reading.name == scenario.reading;
    });
    return readings;
}

}  // namespace

std::vector<AskedScenario> asked_scenarios(std::span<const std::string> arguments,
                                           const std::vector<std::string>& settings,
                                           std::string_view reading) {
    std::vector<AskedScenario> asked;
    for (const auto& argument : arguments) {
        auto scenario = load_scenario(argument, settings);
        if (reading != all_readings) {
            asked.push_back({argument, std::move(scenario)});
            continue;
        }
        for (const auto& each : readings_for(scenario)) {
            auto other = under(scenario, each);
            other.title = title_of(scenario) + ", " + each.name;
            asked.push_back({argument, std::move(other)});
        }
    }
    return asked;
}

void require_table_for_all(std::string_view reading, Format format) {
    if (reading == all_readings && format != Format::table)
        wrong("--reading all is told as a table here: for csv or json ask for one reading");
}

std::vector<Toll> tolls_beside(const Scenario& scenario, std::string_view reading, bool point) {
    if (point || reading == all_readings || scenario.reading.empty()) return {};
    return tolls(scenario, shipped_readings());
}

}  // namespace granary::cli
