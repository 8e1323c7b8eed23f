#include "granary/read/scenario_file.hpp"

#include <utility>

#include "granary/record/embedded.hpp"
#include "read/document.hpp"
#include "read/inheritance.hpp"
#include "read/layer_reader.hpp"
#include "read/overlay.hpp"

namespace granary {
namespace {

Scenario read_scenario(read::Text text, std::span<const std::string> settings) {
    read::Problems problems;
    const std::string name = text.name;
    auto layers = read::read_layers(std::move(text), problems);
    for (std::size_t i = 0; i < settings.size(); ++i)
        layers.push_back(read::read_setting(settings[i], i + 1, problems));
    auto scenario = read::overlaid(layers, name, problems);
    problems.throw_if_any();
    return scenario;
}

}  // namespace

Scenario load_scenario(std::string_view name_or_path, std::span<const std::string> settings) {
    return read_scenario(read::open_text(name_or_path), settings);
}

Scenario parse_scenario(std::string_view text, std::string_view file_name,
                        std::span<const std::string> settings) {
    return read_scenario(read::memory_text(file_name, text), settings);
}

std::vector<ShippedScenario> shipped_scenarios() {
    std::vector<ShippedScenario> shipped;
    for (const auto& text : read::shipped_scenario_texts()) {
        read::Problems problems;
        const auto table = read::parse_document({text.file, problems}, text.content);
        problems.throw_if_any();
        shipped.push_back({text.name, table->at_path("title").value_or(std::string()),
                           table->at_path("summary").value_or(std::string()),
                           find_text(embedded_files(), text.file).value()});
    }
    return shipped;
}

}  // namespace granary
