#include "read/layer_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <string_view>

#include "granary/scenario/levers.hpp"
#include "granary/scenario/parameters.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/scenario/scenario_keys.hpp"
#include "granary/scenario/validate.hpp"
#include "read/lever_reader.hpp"
#include "read/parameter_reader.hpp"
#include "read/region_reader.hpp"

namespace granary::read {
namespace {

std::optional<Placed<std::string>> placed_string(const Reading& reading, std::string_view what,
                                                 const toml::node& node) {
    const auto text = read_string(reading, what, node);
    if (!text) return std::nullopt;
    return Placed<std::string>{*text, reading.place(node.source())};
}

std::optional<Placed<Instant>> placed_date(const Reading& reading, std::string_view what,
                                           const toml::node& node) {
    const auto date = read_date(reading, what, node);
    if (!date) return std::nullopt;
    return Placed<Instant>{*date, reading.place(node.source())};
}

void read_step(const Reading& reading, const toml::node& node, Layer& layer) {
    const auto step = read_number(reading, step_rule.name, node, step_rule.expected);
    const auto problem = step ? rule_problem(step_rule, *step) : std::nullopt;
    if (problem)
        reading.problem(node.source(), *problem);
    else
        layer.largest_step_years = step;
}

void read_levels(const Reading& reading, const toml::node& node, Layer& layer) {
    const auto* levels = node.as_integer();
    if (levels == nullptr) return reading.wrong(levels_rule.name, node, levels_rule.expected);
    if (const auto problem = rule_problem(levels_rule, static_cast<double>(levels->get())))
        reading.problem(node.source(), *problem);
    else
        layer.reporting_levels = static_cast<std::size_t>(levels->get());
}

void read_observe(const Reading& reading, const toml::node& node, Layer& layer) {
    const auto* list = node.as_array();
    if (list == nullptr) {
        reading.wrong("observe", node, R"(a list of dates, such as ["1959-08-15"])");
        return;
    }
    layer.observe.emplace();
    for (const auto& item : *list)
        if (const auto date = placed_date(reading, "observe", item))
            layer.observe->push_back(*date);
}

/// The words of a text that its file breaks into lines, a space between each two.
std::string unbroken(const std::string& text) {
    std::istringstream stream(text);
    std::string result;
    for (std::string word; stream >> word;) result += (result.empty() ? "" : " ") + word;
    return result;
}

template <std::size_t part>
void read_story(const Reading& reading, const toml::node& node, Layer& layer) {
    const auto text = read_text(reading, story_parts[part].key, node, limit::prose);
    layer.story.*story_parts[part].text = unbroken(text.value_or(""));
}

struct KeyReader {
    std::string_view name;
    void (*read)(const Reading&, const toml::node&, Layer&);
};

constexpr auto readers = std::to_array<KeyReader>({
    {"title",
     [](const Reading& r, const toml::node& n, Layer& l) { l.title = read_name(r, "title", n); }},
    {"summary", [](const Reading& r, const toml::node& n,
                   Layer& l) { l.summary = read_text(r, "summary", n, limit::prose); }},
    {story_parts[0].key, read_story<0>},
    {story_parts[1].key, read_story<1>},
    {story_parts[2].key, read_story<2>},
    {story_parts[3].key, read_story<3>},
    {"extends", [](const Reading& r, const toml::node& n,
                   Layer& l) { l.extends = placed_string(r, "extends", n); }},
    {"parameters_from",
     [](const Reading& r, const toml::node& n, Layer& l) {
         l.parameters_from = placed_string(r, "parameters_from", n);
     }},
    {"reading", [](const Reading& r, const toml::node& n,
                   Layer& l) { l.reading = placed_string(r, "reading", n); }},
    {"start",
     [](const Reading& r, const toml::node& n, Layer& l) { l.start = placed_date(r, "start", n); }},
    {"end",
     [](const Reading& r, const toml::node& n, Layer& l) { l.end = placed_date(r, "end", n); }},
    {step_rule.name, read_step},
    {levels_rule.name, read_levels},
    {"observe", read_observe},
    {"levers",
     [](const Reading& r, const toml::node& n, Layer& l) { l.levers = read_levers(r, n); }},
    {"parameters",
     [](const Reading& r, const toml::node& n, Layer& l) { l.parameters = read_parameters(r, n); }},
    {"region",
     [](const Reading& r, const toml::node& n, Layer& l) { l.regions = read_regions(r, n); }},
});

constexpr auto names = [] {
    std::array<std::string_view, scenario_keys.size()> result{};
    for (std::size_t i = 0; i < result.size(); ++i) result[i] = scenario_keys[i].name;
    return result;
}();
static_assert(std::equal(names.begin(), names.end(), readers.begin(), readers.end(),
                         [](std::string_view name, const KeyReader& reader) {
                             return name == reader.name;
                         }),
              "each key has its reader, in the order of the table");

}  // namespace

Layer read_layer(const Reading& reading, const toml::table& table) {
    Layer layer;
    layer.is_setting = reading.one_line;
    for (const auto& [key, value] : table) {
        const auto at = std::find(names.begin(), names.end(), key.str());
        if (at == names.end())
            refuse(reading, value.is_table() ? "table" : "key", key, names);
        else
            readers[static_cast<std::size_t>(at - names.begin())].read(reading, value, layer);
    }
    return layer;
}

}  // namespace granary::read
