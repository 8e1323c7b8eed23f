#include "granary/document/heading.hpp"

#include <fmt/format.h>

#include "granary/write/text.hpp"

namespace granary {

std::string settings_line(const std::vector<std::string>& settings) {
    if (settings.empty()) return {};
    return wrapped("set: " + one_line(fmt::format("{}", fmt::join(settings, ", ")))) + '\n';
}

std::string heading(const Scenario& scenario, const std::vector<std::string>& settings,
                    bool strong) {
    const std::string title = title_of(scenario);
    std::string text = (strong ? bold(title) : title) + '\n';
    if (!scenario.summary.empty()) text += wrapped(one_line(scenario.summary)) + '\n';
    return text + settings_line(settings);
}

}  // namespace granary
