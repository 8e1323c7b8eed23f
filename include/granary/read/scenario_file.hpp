#pragma once
/// Scenarios from TOML files: the shipped ones, and a user's own.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary {

/// What a scenario file's name ends in.
inline constexpr std::string_view scenario_suffix = ".toml";

/// Reads a shipped scenario by its name, or a file by its path (the suffix .toml may be left out).
/// `settings` are lines of TOML such as "levers.pressure=0", or "levers.pressure*=0.5" for
/// a factor on the lever's course, applied in order on top of the file.
/// Throws NotFound or FileError where there is no such text, and ScenarioError with all problems
/// of the file, of its parents and of the settings, each with its place.
GRANARY_API Scenario load_scenario(std::string_view name_or_path,
                                   std::span<const std::string> settings = {});

/// A scenario and what it changes: the one that its file extends, or where it extends none and
/// there are settings, the file without them; under the scenario's reading, which changes nothing
/// of what was decided.
struct ScenarioWithParent {
    Scenario scenario;
    std::optional<Scenario> parent;
};

/// The same as `load_scenario`, and the parent from the same reading.
GRANARY_API ScenarioWithParent load_with_parent(std::string_view name_or_path,
                                                std::span<const std::string> settings = {});

/// The same for a text in memory. `file_name` is its name in messages, and what its `extends` and
/// `parameters_from` are relative to.
GRANARY_API Scenario parse_scenario(std::string_view text,
                                    std::string_view file_name = "scenario.toml",
                                    std::span<const std::string> settings = {});

/// The shipped scenario that the others are held against.
inline constexpr std::string_view history_scenario = "historical";

/// A scenario that is part of the library, as it stands in its file.
struct ShippedScenario {
    std::string name, title, summary;
    std::string_view text;  ///< lasts as long as the program
};

/// All shipped scenarios in the order of their names.
GRANARY_API std::vector<ShippedScenario> shipped_scenarios();

}  // namespace granary
