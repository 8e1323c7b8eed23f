#pragma once
/// Every key of a scenario file, described once: what a file may say, for the reader and for the
/// schema that editors check a file by.

#include <array>
#include <string_view>

#include "granary/scenario/runnable.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary {

/// What stands for a key's value.
enum class KeyValue { text, date, dates, number, whole_number, levers, parameters, regions };

/// A key of a scenario file. `rule` is that of a number.
struct ScenarioKey {
    std::string_view name;
    KeyValue value;
    std::string_view meaning;
    const NumberRule* rule = nullptr;
};

/// The keys, in the order in which a reader is told of them.
inline constexpr auto scenario_keys = std::to_array<ScenarioKey>({
    {"title", KeyValue::text, "The scenario's name in words."},
    {"summary", KeyValue::text, "What it is, in one sentence."},
    {story_parts[0].key, KeyValue::text,
     "In words: the dated decision that is undone, with its source."},
    {story_parts[1].key, KeyValue::text, "In words: what can be learned from it."},
    {story_parts[2].key, KeyValue::text, "In words: what the model leaves out."},
    {story_parts[3].key, KeyValue::text,
     "In words: a result that surprises, explained from the flows."},
    {"extends", KeyValue::text,
     "The scenario whose differences follow: the name of a shipped one, or a file's path from "
     "here."},
    {"parameters_from", KeyValue::text, "A file of [parameters] to begin with."},
    {"reading", KeyValue::text,
     "A reading of the record: its constants lie below all that this file or a parent sets."},
    {"start", KeyValue::date, "The first day that is run."},
    {"end", KeyValue::date, "The day on which the run ends."},
    {step_rule.name, KeyValue::number, "Longest step of the integrator, in years.", &step_rule},
    {levels_rule.name, KeyValue::whole_number,
     "Levels that reports of the harvest pass through, 1 to 8.", &levels_rule},
    {"observe", KeyValue::dates, "Dates to record besides month starts."},
    {"levers", KeyValue::levers, "Schedules of what is decided."},
    {"parameters", KeyValue::parameters, "Constants of the model."},
    {"region", KeyValue::regions, "Regions in place of the one whole country."},
});

}  // namespace granary
