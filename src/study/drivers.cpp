#include "granary/study/drivers.hpp"

#include "granary/study/change_lever.hpp"

namespace granary {
namespace {

void hold_at_reference(Scenario& scenario, const Driver& driver, std::size_t lever_row) {
    if (driver.reference) return hold_lever(scenario, lever_row, *driver.reference);
    change_lever(scenario, lever_row, [&](const Schedule& schedule) {
        return Schedule(Height::number(schedule.value(scenario.start, scenario.constants)));
    });
}

}  // namespace

Scenario with_drivers(const Scenario& scenario, Coalition coalition) {
    Scenario result = scenario;
    for (std::size_t i = 0; i < drivers.size(); ++i) {
        if ((coalition >> i & 1) != 0) continue;
        hold_at_reference(result, drivers[i], drivers[i].lever);
        if (drivers[i].second_lever)
            hold_at_reference(result, drivers[i], *drivers[i].second_lever);
    }
    return result;
}

}  // namespace granary
