#pragma once
/// What varies in an ensemble, from a TOML file:
///
///     [parameters]
///     belief_lag_years = { normal = [0.8, 0.325], source = "assumed: ..." }
///     [levers]
///     export_mt = { uniform = [0, 4], source = "..." }                 # held throughout
///     import_mt = { scale = true, normal = [1, 0.2], source = "..." }  # a factor on its schedule
///
/// Kinds are those of `Distribution::kinds`. Each is cut off at the range of the model's tables (of
/// a scale, as far as the lever's range goes), or more narrowly at `low` and `high`.

#include <string_view>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/study/prior.hpp"

namespace granary {

/// Reads the file at a path (the suffix .toml may be left out): parameters and then levers, each in
/// the order of their table whatever the order of the file. Throws FileError where it cannot be
/// read, and ScenarioError with all problems, those of `variation_problems` with the scenario among
/// them.
GRANARY_API std::vector<Varied> load_vary_file(std::string_view path, const Scenario& scenario);

/// The same for a text in memory, called `file_name` in messages.
GRANARY_API std::vector<Varied> parse_vary_file(std::string_view text, std::string_view file_name,
                                                const Scenario& scenario);

}  // namespace granary
