#pragma once
/// What can be explained, with all that is known of it: what `granary explain` says as JSON.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "granary/document/row_fields.hpp"
#include "granary/foundation/api.hpp"
#include "granary/scenario/record_reading.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary {

/// How much to tell: `brief` is the row of a table, `whole` also the course in the historical
/// scenario, what a constant moves, a scenario's schedules.
enum class Detail { brief, whole };

/// A row of the lever table.
struct ExplainedLever {
    std::size_t row;
    Detail detail;
};

/// A row of the parameter table.
struct ExplainedParameter {
    std::size_t row;
    Detail detail;
};

/// A scenario, with or without all that it consists of.
struct ExplainedScenario {
    std::string name, title, summary;
    std::optional<Scenario> whole;
};

/// A room of the model, whether it is another than the shipped one, and the flows it declares.
struct ExplainedRoom {
    std::string_view name, meaning;
    bool replaced;
    std::vector<FlowRow> flows;
};

/// The rooms in the order of evaluation.
struct ExplainedModel {
    std::vector<ExplainedRoom> rooms;
};

/// One of these.
using Explained = std::variant<ExplainedLever, ExplainedParameter, ExplainedScenario, RecordReading,
                               Event, OwnedStock, FlowRow, Column<double>, ExplainedModel>;

/// The kinds of them, in the same order.
inline constexpr auto explained_kinds = std::to_array<std::string_view>(
    {"lever", "parameter", "scenario", "reading", "event", "stock", "flow", "figure", "model"});
static_assert(explained_kinds.size() == std::variant_size_v<Explained>);

/// What is called `name` of a kind: one thing, or all events of that title. A scenario told of
/// whole may be a file. Throws NotFound, and what load_scenario throws.
GRANARY_API std::vector<Explained> explained(std::string_view kind, std::string_view name,
                                             Detail detail);

/// The model as it is compiled, rooms replaced or not.
GRANARY_API ExplainedModel explained_model();

}  // namespace granary
