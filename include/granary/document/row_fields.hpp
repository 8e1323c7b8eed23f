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

/// A lever. Every entry begins with its kind, such as "lever", and its name.
GRANARY_API Fields<LeverRow> lever_row_fields();
/// A constant of the model.
GRANARY_API Fields<ParameterRow> parameter_row_fields();
/// A stock.
GRANARY_API Fields<OwnedStock> stock_fields();
/// A flow with the stocks at its ends.
GRANARY_API Fields<FlowRow> flow_fields();
/// A column of the year table.
GRANARY_API Fields<Column<double>> figure_row_fields();
/// An event with what its source is.
GRANARY_API Fields<Event> event_fields();

}  // namespace granary
