#include "granary/read/scenario_file.hpp"

#include <utility>

#include "granary/read/reading_file.hpp"
#include "granary/record/embedded.hpp"
#include "read/document.hpp"
#include "read/inheritance.hpp"
#include "read/layer_reader.hpp"
#include "read/overlay.hpp"

namespace granary {
namespace {

/// Every layer, and how many of them are the parent.
struct Layers {
    std::vector<read::Layer> all;
    std::size_t of_parent = 0;
    std::string parent;
};

Layers read_all(const read::Text& text, std::span<const std::string> settings,
                read::Problems& problems) {
    Layers layers{read::read_layers(text, problems), 0, text.name};
    if (!layers.all.empty() && layers.all.back().extends) {
        layers.parent = layers.all.back().extends->value;
        layers.of_parent = layers.all.size() - 1;
    } else if (!settings.empty()) {
        layers.of_parent = layers.all.size();
    }
    for (std::size_t i = 0; i < settings.size(); ++i)
        layers.all.push_back(read::read_setting(settings[i], i + 1, problems));
    return layers;
}

Scenario read_scenario(const read::Text& text, std::span<const std::string> settings) {
    read::Problems problems;
    const auto layers = read_all(text, settings, problems);
    auto scenario = read::overlaid(layers.all, text.name, problems);
    problems.throw_if_any();
    return scenario;
}

/// A parent whose problems its child mends, as a start without its start values, is none.
std::optional<Scenario> parent_in(Layers layers) {
    if (layers.of_parent == 0) return std::nullopt;
    layers.all.resize(layers.of_parent);
    read::Problems problems;
    auto parent = read::overlaid(layers.all, layers.parent, problems);
    return problems.empty() ? std::optional(std::move(parent)) : std::nullopt;
}

}  // namespace

Scenario load_scenario(std::string_view name_or_path, std::span<const std::string> settings) {
    return read_scenario(read::open_text(read::scenario_shelf, name_or_path), settings);
}

ScenarioWithParent load_with_parent(std::string_view name_or_path,
                                    std::span<const std::string> settings) {
    read::Problems problems;
    const auto text = read::open_text(read::scenario_shelf, name_or_path);
    auto layers = read_all(text, settings, problems);
    auto scenario = read::overlaid(layers.all, text.name, problems);
    problems.throw_if_any();
    auto parent = parent_in(std::move(layers));
    if (parent) parent = under_reading_of(scenario, *std::move(parent));
    return {std::move(scenario), std::move(parent)};
}

Scenario parse_scenario(std::string_view text, std::string_view file_name,
                        std::span<const std::string> settings) {
    return read_scenario(read::memory_text(file_name, text), settings);
}

std::vector<ShippedScenario> shipped_scenarios() {
    std::vector<ShippedScenario> shipped;
    for (const auto& text : read::shipped_texts(read::scenario_shelf)) {
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
