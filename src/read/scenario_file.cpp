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
    for (const auto& [path, text] : embedded_files()) {
        if (!path.starts_with("scenarios/")) continue;
        read::Problems problems;
        const read::Reading reading{std::string(path), problems};
        const auto table = read::parse_document(reading, text);
        problems.throw_if_any();
        // A file of parameters only has no title and is no scenario.
        if (!table->contains("title")) continue;
        shipped.push_back({read::memory_text(path, "").name,
                           table->get("title")->value_or(std::string()),
                           table->at_path("summary").value_or(std::string()), text});
    }
    return shipped;
}

}  // namespace granary
