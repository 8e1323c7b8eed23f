#include "granary/document/row_fields.hpp"

#include <optional>

namespace granary {
namespace {

using form::number;
using form::text;

template <class Row>
Fields<Row> entry(std::string_view kind) {
    return Fields<Row>()
        .add("kind", form::exactly(kind))
        .add("name", text("Its name."), &Row::name);
}

template <class Row>
Fields<Row>& add_symbol(Fields<Row>& fields) {
    return fields.add("symbol", text("In the equations; may be empty."), &Row::symbol);
}

template <class Row>
Fields<Row>& add_unit(Fields<Row>& fields) {
    return fields.add("unit", text("Its unit; 1 for a number without one."), &Row::unit);
}

template <class Row>
Fields<Row>& add_range(Fields<Row>& fields) {
    return fields.add("low", number("The least value allowed."), &Row::low)
        .add("high", number("The largest value allowed."), &Row::high);
}

template <class Row>
Fields<Row>& add_meaning(Fields<Row>& fields) {
    return fields.add("meaning", text("What it is."), &Row::meaning);
}

template <class Row>
Fields<Row>& add_source(Fields<Row>& fields) {
    return fields.add("source", text("Where it comes from; may be empty."), &Row::source);
}

std::optional<double> default_of(const LeverRow& row) {
    return row.parameter.empty() ? std::optional(row.value) : std::nullopt;
}

}  // namespace

Fields<LeverRow> lever_row_fields() {
    auto fields = entry<LeverRow>("lever");
    add_range(add_unit(add_symbol(fields)))
        .add("tested_low", number("The least value at which a toll is told."),
             &LeverRow::tested_low)
        .add("tested_high", number("The largest value at which a toll is told."),
             &LeverRow::tested_high)
        .add("default", form::number_or_null("Where no scenario sets it."), default_of)
        .add("default_parameter", form::text_or_null("The parameter that gives it."),
             &LeverRow::parameter)
        .add("regional", form::boolean("Whether a region may set it for itself."),
             &LeverRow::regional);
    return add_source(add_meaning(fields));
}

Fields<ParameterRow> parameter_row_fields() {
    auto fields = entry<ParameterRow>("parameter");
    add_unit(add_symbol(fields)).add("value", number("The table's value."), &ParameterRow::value);
    return add_source(add_meaning(add_range(fields)));
}

Fields<OwnedStock> stock_fields() {
    auto fields = entry<OwnedStock>("stock");
    add_unit(add_symbol(fields))
        .add("of", form::one_of_texts({"region", "nation"}, "Who has one."), &OwnedStock::owner);
    return add_meaning(fields);
}

Fields<FlowRow> flow_fields() {
    auto fields = entry<FlowRow>("flow");
    add_unit(fields)
        .add("from", form::text_or_null("The stock it leaves; null: outside."), &FlowRow::from)
        .add("to", form::text_or_null("The stock it enters; null: outside."), &FlowRow::to)
        .add("room", text("The room that sets it."), &FlowRow::room);
    return add_meaning(fields);
}

Fields<Column<double>> figure_row_fields() {
    auto fields = entry<Column<double>>("figure");
    return add_meaning(add_unit(fields));
}

Fields<Event> event_fields() {
    return Fields<Event>()
        .add("kind", form::exactly("event"))
        .add("name", text("Its name."), &Event::title)
        .add("date", text("Year, month or day."), &Event::date)
        .add("description", text("What happened."), &Event::description)
        .add("evidence", text("How far it can be trusted."),
             [](const Event& event) { return to_string(event.evidence); })
        .add("source_id", text("The id of its source."), &Event::source_id)
        .add("citation", text("The source."),
             [](const Event& event) { return history().source(event.source_id).citation; })
        .add("note", text("What else is to be said; may be empty."), &Event::note);
}

}  // namespace granary
