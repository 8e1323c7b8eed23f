#include "read/inheritance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "granary/foundation/limits.hpp"
#include "read/document.hpp"
#include "read/layer_reader.hpp"
#include "read/parameter_reader.hpp"
#include "read/reading_reader.hpp"

namespace granary::read {
namespace {

/// The text that `from` calls `wanted`; its absence is a problem of the place that names it.
std::optional<Text> named_text(const Shelf& shelf, const Placed<std::string>& wanted,
                               const Text& from, std::string_view key, Problems& problems) {
    try {
        return open_text(shelf, wanted.value, &from);
    } catch (const Error& error) {
        problems.add(wanted.place, fmt::format("{}: {}", key, error.what()));
        problems.note_gap();
        return std::nullopt;
    }
}

/// Puts the values of `parameters_from` before the layer's own, which win.
void add_parameter_file(const Text& from, Layer& layer, Problems& problems) {
    if (!layer.parameters_from) return;
    const auto text =
        named_text(scenario_shelf, *layer.parameters_from, from, "parameters_from", problems);
    if (!text) return;
    layer.sources.push_back(source_text(*text, true));
    const Reading reading{text->file, problems, false, text->shipped};
    const auto table = parse_document(reading, text->content);
    if (!table) return;
    auto parameters = read_parameter_file(reading, *table);
    parameters.insert(parameters.end(), layer.parameters.begin(), layer.parameters.end());
    layer.parameters = std::move(parameters);
}

/// The reading that the layer names.
void add_reading(const Text& from, Layer& layer, Problems& problems) {
    if (!layer.reading) return;
    if (const auto text = named_text(reading_shelf, *layer.reading, from, "reading", problems))
        layer.record = reading_in(*text, problems);
}

std::optional<Layer> read_layer_of(const Text& text, Problems& problems) {
    const Reading reading{text.file, problems, false, text.shipped};
    const auto table = parse_document(reading, text.content);
    if (!table) return std::nullopt;
    if (table->empty() && !problems.has_gap())
        problems.add({text.file, 0, 0}, R"(the file is empty: expected at least a title)");
    auto layer = read_layer(reading, *table);
    layer.sources.push_back(source_text(text, false));
    add_parameter_file(text, layer, problems);
    add_reading(text, layer, problems);
    return layer;
}

/// What a shipped text says, read once in a program: it says the same each time. Nothing where it
/// is no scenario, which is told anew wherever it is named.
const Layer* shipped_layer(const Text& text) {
    static std::mutex one_at_a_time;
    static std::map<std::string, std::optional<Layer>> known;
    const std::lock_guard lock(one_at_a_time);
    const auto [at, is_new] = known.try_emplace(text.file);
    if (is_new) {
        Problems problems;
        auto layer = read_layer_of(text, problems);
        if (problems.empty()) at->second = std::move(layer);
    }
    return at->second ? &*at->second : nullptr;
}

std::optional<Layer> layer_of(const Text& text, Problems& problems) {
    const auto* known = text.shipped ? shipped_layer(text) : nullptr;
    if (known == nullptr) return read_layer_of(text, problems);
    for (const auto& source : known->sources) problems.open(source.file, source.text);
    return *known;
}

/// "the files extend each other: a.toml -> b.toml -> a.toml" where `next` is among the texts
/// already read.
std::optional<std::string> cycle(const std::vector<Text>& chain, const Text& next) {
    const auto same = [&](const Text& text) { return text.identity == next.identity; };
    const auto at = std::find_if(chain.begin(), chain.end(), same);
    if (at == chain.end()) return std::nullopt;
    if (at + 1 == chain.end()) return "this is the file itself";
    std::string path = "the files extend each other: ";
    for (auto text = at; text != chain.end(); ++text) path += text->file + " -> ";
    return path + at->file;
}

/// The parent of the last text of the chain; nothing where it has none or it is a problem.
std::optional<Text> parent_of(const std::vector<Text>& chain, const Layer& layer,
                              Problems& problems) {
    if (!layer.extends) return std::nullopt;
    if (limit::ancestors.is_exceeded_by(chain.size())) {
        problems.add(layer.extends->place, "extends: " + limit::ancestors.told());
        problems.note_gap();
        return std::nullopt;
    }
    auto parent = named_text(scenario_shelf, *layer.extends, chain.back(), "extends", problems);
    const auto circle = parent ? cycle(chain, *parent) : std::nullopt;
    if (!circle) return parent;
    problems.add(layer.extends->place, "extends: " + *circle);
    problems.note_gap();
    return std::nullopt;
}

struct PlainSetting {
    std::string text;
    bool scales;
};

/// TOML has no "*=": its star gives way to a space, so that all else keeps its column.
PlainSetting plain_setting(std::string setting) {
    const auto equals = setting.find('=');
    const bool scales = equals != std::string::npos && equals > 0 && setting[equals - 1] == '*';
    if (scales) setting[equals - 1] = ' ';
    return {std::move(setting), scales};
}

bool is_of_a_lever(const Reading& reading, const toml::table& table) {
    for (const auto& [key, value] : table)
        if (key.str() != "levers") {
            reading.problem(key.source(),
                            "*= multiplies a lever's course: write levers.NAME*=FACTOR");
            return false;
        }
    return true;
}

}  // namespace

std::vector<Layer> read_layers(Text first, Problems& problems) {
    std::vector<Text> chain;
    std::vector<Layer> layers;
    for (std::optional next(std::move(first)); next;) {
        chain.push_back(*std::move(next));
        auto layer = layer_of(chain.back(), problems);
        next = layer ? parent_of(chain, *layer, problems) : std::nullopt;
        if (layer) layers.push_back(*std::move(layer));
    }
    std::reverse(layers.begin(), layers.end());
    return layers;
}

Layer read_setting(const std::string& setting, std::size_t number, Problems& problems) {
    const auto [text, scales] = plain_setting(setting);
    const Reading reading{fmt::format("--set {}", number), problems, true, false,
                          "set by --set " + setting,       scales};
    const auto table = parse_document(reading, text);
    problems.open(reading.file, setting);
    if (!table || (scales && !is_of_a_lever(reading, *table))) return {};
    if (table->empty() && !problems.has_gap())
        problems.add({reading.file, 0, 0}, "nothing is set: expected KEY=VALUE");
    auto layer = read_layer(reading, *table);
    if (layer.extends) problems.add(layer.extends->place, "extends stands in a scenario file only");
    Text here;
    add_parameter_file(here, layer, problems);
    add_reading(here, layer, problems);
    return layer;
}

}  // namespace granary::read
