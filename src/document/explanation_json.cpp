#include "granary/document/explanation_json.hpp"

#include <fmt/format.h>

#include <optional>

#include "granary/document/influence_table.hpp"
#include "granary/document/json_document.hpp"
#include "granary/document/schedule_text.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/study/calibration.hpp"

namespace granary {
namespace {

using form::defined;
using form::list_of;
using form::number;
using form::text;

// The rows of tables, which say much alike

const LeverRow& row_of(const ExplainedLever& lever) {
    return Lever::table[lever.row];
}
const ParameterRow& row_of(const ExplainedParameter& parameter) {
    return Parameter::table[parameter.row];
}
const StockRow& row_of(const ExplainedStock& stock) {
    return stock.row;
}
template <class Row>
const Row& row_of(const Row& row) {
    return row;
}

/// A getter of what a row holds.
template <class T>
auto of_row(auto member) {
    return [member](const T& one) { return row_of(one).*member; };
}

template <class T>
using RowOf = std::remove_cvref_t<decltype(row_of(std::declval<const T&>()))>;

/// An entry begins with its kind and its name.
template <class T>
Fields<T> entry(std::string_view kind) {
    return Fields<T>()
        .add("kind", form::exactly(kind))
        .add("name", text("Its name."), of_row<T>(&RowOf<T>::name));
}

template <class T>
Fields<T>& add_symbol(Fields<T>& fields) {
    return fields.add("symbol", text("In the equations; may be empty."),
                      of_row<T>(&RowOf<T>::symbol));
}

template <class T>
Fields<T>& add_unit(Fields<T>& fields) {
    return fields.add("unit", text("Its unit; 1 for a number without one."),
                      of_row<T>(&RowOf<T>::unit));
}

template <class T>
Fields<T>& add_range(Fields<T>& fields) {
    return fields.add("low", number("The least value allowed."), of_row<T>(&RowOf<T>::low))
        .add("high", number("The largest value allowed."), of_row<T>(&RowOf<T>::high));
}

template <class T>
Fields<T>& add_meaning(Fields<T>& fields) {
    return fields.add("meaning", text("What it is."), of_row<T>(&RowOf<T>::meaning));
}

template <class T>
Fields<T>& add_source(Fields<T>& fields) {
    return fields.add("source", text("Where it comes from; may be empty."),
                      of_row<T>(&RowOf<T>::source));
}

// Levers

/// A lever's course in a scenario.
struct Course {
    Schedule schedule;
    Constants<double> constants;
};

struct Point {
    Instant at;
    Height height;
    double value;
    std::string source;
};

std::vector<Point> points(const Course& course) {
    std::vector<Point> all;
    for (const auto& [at, height, source] : points_of(course.schedule, course.constants))
        all.push_back({at, height, height.value(course.constants), source});
    return all;
}

bool is_named(const Point& point) {
    return point.height.parameter != Height::no_parameter;
}

std::string_view parameter_of(const Point& point) {
    return is_named(point) ? Parameter::table[point.height.parameter].name : std::string_view();
}

std::optional<double> factor_of(const Point& point) {
    return is_named(point) ? std::optional(point.height.factor) : std::nullopt;
}

Fields<Point> point_fields() {
    Fields<Point> fields;
    fields
        .add("date", form::text_or_null("null: at all times."),
             [](const Point& point) { return point_date(point.at); })
        .add("value", number("The height."), &Point::value)
        .add("parameter", form::text_or_null("The parameter that gives the height."), parameter_of)
        .add("factor", form::number_or_null("What the parameter is multiplied by."), factor_of);
    return add_source(fields);
}

auto course_form() {
    return defined(
        "schedule",
        Fields<Course>("A lever's course: held before the first point and after the last.")
            .add("interpolate", form::one_of_texts({"linear", "step"}, "Between the points."),
                 [](const Course& course) { return in_steps(course.schedule) ? "step" : "linear"; })
            .add("points", list_of(point_fields(), "In order of time."), points));
}

std::optional<double> default_of(const ExplainedLever& lever) {
    const auto& row = row_of(lever);
    return row.parameter.empty() ? std::optional(row.value) : std::nullopt;
}

std::optional<Course> historical_course(const ExplainedLever& lever) {
    if (lever.detail == Detail::brief) return std::nullopt;
    const auto historical = load_scenario(history_scenario);
    return Course{historical.levers[lever.row], historical.constants};
}

Fields<ExplainedLever> lever_fields(std::string_view kind) {
    using Lever = ExplainedLever;
    auto fields = entry<Lever>(kind);
    add_range(add_unit(add_symbol(fields)))
        .add("default", form::number_or_null("Where no scenario sets it."), default_of)
        .add("default_parameter", form::text_or_null("The parameter that gives it."),
             of_row<Lever>(&LeverRow::parameter))
        .add("regional", form::boolean("Whether a region may set it for itself."),
             of_row<Lever>(&LeverRow::regional));
    return add_source(add_meaning(fields))
        .add_optional("historical", course_form(), historical_course);
}

// Parameters

/// The value of a constant in a scenario.
struct Value {
    double value, error;
    std::string source;
};

Value value_of(const Scenario& scenario, std::size_t row) {
    return {scenario.constants.values[row], scenario.constant_errors[row],
            scenario.constant_sources[row]};
}

auto value_form() {
    return defined(
        "value",
        Fields<Value>("A constant in force.")
            .add("value", number("The value."), &Value::value)
            .add("source", form::text_or_null("null: the table's own value."), &Value::source)
            .add("standard_error", form::number_or_null("Where found by calibration."),
                 [](const Value& value) {
                     return value.error > 0 ? std::optional(value.error) : std::nullopt;
                 }));
}

Fields<Influence> influence_fields() {
    return Fields<Influence>("A figure that calibration looks at.")
        .add("figure", text("The figure and its period."),
             [](const Influence& influence) { return influence.target.label; })
        .add("unit", text("The figure's unit."),
             [](const Influence& influence) {
                 return figure_columns<double>[influence.target.column].unit;
             })
        .add("change", number("When the constant rises by its prior deviation."),
             &Influence::change)
        .add("tolerance", number("Two standard deviations of the record."),
             [](const Influence& influence) { return influence.target.tolerance; });
}

/// A getter of what only the whole tale tells, which begins with what it is called.
template <class Function>
auto whole(Function of_row) {
    return [of_row](const ExplainedParameter& parameter) {
        return parameter.detail == Detail::whole ? std::optional(of_row(parameter.row))
                                                 : std::nullopt;
    };
}

Value historical_value(std::size_t row) {
    return value_of(load_scenario(history_scenario), row);
}

Fields<ExplainedParameter> parameter_fields(std::string_view kind) {
    using Parameter = ExplainedParameter;
    auto fields = entry<Parameter>(kind);
    add_unit(add_symbol(fields))
        .add("value", number("The table's value."), of_row<Parameter>(&ParameterRow::value));
    add_range(fields).add("origin",
                          form::one_of_texts({"fitted", "assumed"},
                                             "Whether calibration finds it from the value here."),
                          [](const Parameter& parameter) {
                              return row_of(parameter).origin == Origin::fitted ? "fitted"
                                                                                : "assumed";
                          });
    return add_source(add_meaning(fields))
        .add_optional("historical", value_form(), whole(historical_value))
        .add_optional("prior_deviation", number("The prior standard deviation."),
                      whole(prior_deviation))
        .add_optional("moves_most", list_of(influence_fields(), "The largest in tolerances first."),
                      whole(largest_influences));
}

// Scenarios

/// A region with the constants of its scenario, which its heights may name.
struct RegionOf {
    Region region;
    Constants<double> constants;
};

std::optional<Course> own_course(const RegionOf& of, std::size_t lever) {
    const auto& own = of.region.levers[lever];
    return own ? std::optional(Course{*own, of.constants}) : std::nullopt;
}

Fields<RegionOf> own_lever_fields() {
    Fields<RegionOf> fields("What it sets for itself.");
    for (std::size_t i = 0; i < Lever::table.size(); ++i)
        if (Lever::table[i].regional)
            fields.add_optional(Lever::table[i].name, course_form(),
                                [i](const RegionOf& of) { return own_course(of, i); });
    return fields;
}

Fields<RegionOf> region_fields() {
    return Fields<RegionOf>("A part of the country.")
        .add("name", text("Empty where there is only one."),
             [](const RegionOf& of) { return of.region.name; })
        .add("share", number("Of people, land and stores."),
             [](const RegionOf& of) { return of.region.share; })
        .add("levers", own_lever_fields(), std::identity());
}

std::vector<RegionOf> regions_of(const Scenario& scenario) {
    std::vector<RegionOf> regions;
    for (const auto& region : scenario.regions) regions.push_back({region, scenario.constants});
    return regions;
}

Fields<Scenario> all_lever_fields() {
    Fields<Scenario> fields("The nation's levers.");
    for (std::size_t i = 0; i < Lever::table.size(); ++i)
        fields.add(Lever::table[i].name, course_form(), [i](const Scenario& scenario) {
            return Course{scenario.levers[i], scenario.constants};
        });
    return fields;
}

Fields<Scenario> all_parameter_fields() {
    Fields<Scenario> fields("All constants.");
    for (std::size_t i = 0; i < Parameter::table.size(); ++i)
        fields.add(Parameter::table[i].name, value_form(),
                   [i](const Scenario& scenario) { return value_of(scenario, i); });
    return fields;
}

/// A getter of what only the whole tale tells.
auto of_whole(auto get) {
    return [get](const ExplainedScenario& scenario) {
        return scenario.whole ? std::optional(std::invoke(get, *scenario.whole)) : std::nullopt;
    };
}

Fields<ExplainedScenario> scenario_fields(std::string_view kind) {
    auto fields = entry<ExplainedScenario>(kind);
    fields.add("title", text("The name in words."), &ExplainedScenario::title)
        .add("summary", text("What it is, in one sentence; may be empty."),
             &ExplainedScenario::summary);
    for (const auto& part : story_parts)
        fields.add_optional(
            part.key, text(fmt::format("In words: {}.", part.meaning)),
            of_whole([&part](const Scenario& scenario) { return scenario.story.*part.text; }));
    return fields.add_optional("start", form::date("Start of the run."), of_whole(&Scenario::start))
        .add_optional("end", form::date("End of the run."), of_whole(&Scenario::end))
        .add_optional("reporting_levels", form::integer("Levels that reports pass through."),
                      of_whole(&Scenario::reporting_levels))
        .add_optional("regions", list_of(region_fields(), "The parts of the country."),
                      of_whole(regions_of))
        .add_optional("levers", all_lever_fields(), of_whole(std::identity()))
        .add_optional("parameters", all_parameter_fields(), of_whole(std::identity()));
}

// The record and the model

Fields<Event> event_fields(std::string_view kind) {
    return Fields<Event>()
        .add("kind", form::exactly(kind))
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

Fields<ExplainedStock> stock_fields(std::string_view kind) {
    auto fields = entry<ExplainedStock>(kind);
    add_unit(add_symbol(fields))
        .add("of", form::one_of_texts({"region", "nation"}, "Who has one."),
             &ExplainedStock::owner);
    return add_meaning(fields);
}

Fields<FlowRow> flow_fields(std::string_view kind) {
    auto fields = entry<FlowRow>(kind);
    add_unit(fields)
        .add("from", form::text_or_null("The stock it leaves; null: outside."), &FlowRow::from)
        .add("to", form::text_or_null("The stock it enters; null: outside."), &FlowRow::to)
        .add("room", text("The room that sets it."), &FlowRow::room);
    return add_meaning(fields);
}

Fields<Column<double>> figure_entry_fields(std::string_view kind) {
    auto fields = entry<Column<double>>(kind);
    return add_meaning(add_unit(fields));
}

template <class Flow>
Fields<ExplainedRoom> room_fields(const Flow& flow) {
    Fields<ExplainedRoom> fields;
    fields.add("name", text("Its name."), &ExplainedRoom::name)
        .add("replaced", form::boolean("Whether it is another than the shipped one."),
             &ExplainedRoom::replaced)
        .add("flows", list_of(flow, "What it declares."), &ExplainedRoom::flows);
    return add_meaning(fields);
}

template <class Flow>
Fields<ExplainedModel> model_fields(std::string_view kind, const Flow& flow) {
    return Fields<ExplainedModel>()
        .add("kind", form::exactly(kind))
        .add("name", text("Its name."), [](const ExplainedModel&) { return "granary"; })
        .add("rooms", list_of(room_fields(flow), "In order of evaluation."),
             &ExplainedModel::rooms);
}

/// Every kind has a definition of its name; `use` takes them all, in the order of Explained.
template <class Use>
auto with_kinds(Use use) {
    const auto& [lever, parameter, scenario, event, stock, flow, figure, model] = explained_kinds;
    const auto flow_form = defined(flow, flow_fields(flow));
    return use(defined(lever, lever_fields(lever)), defined(parameter, parameter_fields(parameter)),
               defined(scenario, scenario_fields(scenario)), defined(event, event_fields(event)),
               defined(stock, stock_fields(stock)), flow_form,
               defined(figure, figure_entry_fields(figure)),
               defined(model, model_fields(model, flow_form)));
}

auto entries_form() {
    return list_of(with_kinds([](const auto&... forms) { return form::one_of(forms...); }),
                   "All that the words stand for.");
}

using All = std::span<const Explained>;

Document<All> explanation_document() {
    auto document = document_of<All>("explain");
    document.fields.add("entries", entries_form(), std::identity());
    document.definitions = with_kinds([](const auto&... forms) {
        return form::definitions(course_form(), value_form(), forms...);
    });
    return document;
}

}  // namespace

std::string explanation_json(std::span<const Explained> all) {
    return explanation_document().text(all);
}

std::string explanation_schema() {
    return explanation_document().schema();
}

JsonArray explained_json(std::span<const Explained> all) {
    return entries_form().json(all);
}

}  // namespace granary
