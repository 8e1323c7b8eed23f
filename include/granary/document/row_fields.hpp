#pragma once
/// The rows of tables and record as fields: what `granary explain` and the classroom page say
/// alike.

#include <string_view>

#include "granary/document/fields.hpp"
#include "granary/foundation/api.hpp"
#include "granary/record/history.hpp"
#include "granary/scenario/levers.hpp"
#include "granary/scenario/parameters.hpp"
#include "granary/state/figures.hpp"
#include "granary/state/flows.hpp"
#include "granary/state/stocks.hpp"

namespace granary {

/// A stock, and who has one: "region" or "nation".
struct OwnedStock : StockRow {
    std::string_view owner;
};

/// Each begins with the kind of the entry, such as "lever", and its name.
GRANARY_API Fields<LeverRow> lever_row_fields();
GRANARY_API Fields<ParameterRow> parameter_row_fields();
GRANARY_API Fields<OwnedStock> stock_fields();
GRANARY_API Fields<FlowRow> flow_fields();
GRANARY_API Fields<Column<double>> figure_row_fields();
/// An event with what its source is.
GRANARY_API Fields<Event> event_fields();

}  // namespace granary
