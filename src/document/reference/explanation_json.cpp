#include "granary/document/reference/explanation_json.hpp"

#include <fmt/format.h>

#include <optional>

#include "granary/document/json_document.hpp"
#include "granary/document/reference/influence_table.hpp"
#include "granary/document/row_fields.hpp"
#include "granary/document/schedule_text.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/study/calibration.hpp"

namespace granary {
namespace {

using form::defined;
using form::list_of;
using form::number;
using form::text;

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
    return Fields<Point>()
        .add("date", form::text_or_null("null: at all times."),
             [](const Point& point) { return point_date(point.at); })
        .add("value", number("The height."), &Point::value)
        .add("parameter", form::text_or_null("The parameter that gives the height."), parameter_of)
        .add("factor", form::number_or_null("What the parameter is multiplied by."), factor_of)
        .add("source", text("Where it comes from; may be empty."), &Point::source);
}

auto course_form() {
    return defined(
        "schedule",
        Fields<Course>("A lever's course: held before the first point and after the last.")
            .add(
                "interpolate", form::one_of_texts({"linear", "step"}, "Between the points."),
                [](const Course& course) { return course.schedule.in_steps() ? "step" : "linear"; })
            .add("points", list_of(point_fields(), "In order of time."), points));
}

std::optional<Course> historical_course(const ExplainedLever& lever) {
    if (lever.detail == Detail::brief) return std::nullopt;
    const auto historical = load_scenario(history_scenario);
    return Course{historical.levers[lever.row], historical.constants};
}

Fields<ExplainedLever> lever_fields() {
    return Fields<ExplainedLever>()
        .add_all(lever_row_fields(),
                 [](const ExplainedLever& lever) { return Lever::table[lever.row]; })
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

Fields<ExplainedParameter> parameter_fields() {
    return Fields<ExplainedParameter>()
        .add_all(
            parameter_row_fields(),
            [](const ExplainedParameter& parameter) { return Parameter::table[parameter.row]; })
        .add_optional("historical", value_form(), whole(historical_value))
        .add_optional("deviation", number("Its prior deviation, or a quarter of its range."),
                      whole(deviation_shown))
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

Fields<ExplainedScenario> explained_scenario_fields() {
    Fields<ExplainedScenario> fields;
    fields.add("kind", form::exactly("scenario"))
        .add("name", text("Its name."), &ExplainedScenario::name)
        .add("title", text("The name in words."), &ExplainedScenario::title)
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

// Readings

Fields<ConstantPrior> prior_fields() {
    return Fields<ConstantPrior>("What was believed before the record was seen: normal, cut off.")
        .add("mean", number("Its mean."), &ConstantPrior::mean)
        .add("deviation", number("Its standard deviation."), &ConstantPrior::deviation)
        .add("low", number("The lower bound."), &ConstantPrior::low)
        .add("high", number("The upper bound."), &ConstantPrior::high)
        .add("source", text("Where it comes from."), &ConstantPrior::source);
}

Fields<ConstantSetting> constant_fields() {
    return Fields<ConstantSetting>("A constant of the reading, in the unit of its row.")
        .add("name", text("Its name."),
             [](const ConstantSetting& set) { return Parameter::table[set.parameter].name; })
        .add("value", number("The value."), &ConstantSetting::value)
        .add("standard_error", form::number_or_null("Where found by calibration."),
             [](const ConstantSetting& set) {
                 return set.standard_error > 0 ? std::optional(set.standard_error) : std::nullopt;
             })
        .add("prior", form::or_null(prior_fields(), "None where it was held."),
             [](const ConstantSetting& set) {
                 return set.prior.is_known() ? std::optional(set.prior) : std::nullopt;
             })
        .add("source", text("Where it comes from."), &ConstantSetting::source);
}

Fields<RecordReading> reading_fields() {
    return Fields<RecordReading>()
        .add("kind", form::exactly("reading"))
        .add("name", text("Its name."), &RecordReading::name)
        .add("title", text("The name in words."), &RecordReading::title)
        .add("summary", text("What it takes the record to be."), &RecordReading::summary)
        .add("constants", list_of(constant_fields(), "Empty in a list of all."),
             &RecordReading::constants);
}

// The model

using FlowForm = form::Defined<Fields<FlowRow>>;

Fields<ExplainedRoom> room_fields(const FlowForm& flow) {
    return Fields<ExplainedRoom>()
        .add("name", text("Its name."), &ExplainedRoom::name)
        .add("replaced", form::boolean("Whether it is another than the shipped one."),
             &ExplainedRoom::replaced)
        .add("flows", list_of(flow, "What it declares."), &ExplainedRoom::flows)
        .add("meaning", text("What it is."), &ExplainedRoom::meaning);
}

Fields<ExplainedModel> model_fields(const FlowForm& flow) {
    return Fields<ExplainedModel>()
        .add("kind", form::exactly("model"))
        .add("name", text("Its name."), [](const ExplainedModel&) { return "granary"; })
        .add("rooms", list_of(room_fields(flow), "In order of evaluation."),
             &ExplainedModel::rooms);
}

/// Every kind has a definition of its name; `use` takes them all, in the order of Explained.
template <class Use>
auto with_kinds(Use use) {
    const auto& [lever, parameter, scenario, reading, event, stock, flow, figure, model] =
        explained_kinds;
    const auto flow_form = defined(flow, flow_fields());
    return use(defined(lever, lever_fields()), defined(parameter, parameter_fields()),
               defined(scenario, explained_scenario_fields()), defined(reading, reading_fields()),
               defined(event, event_fields()), defined(stock, stock_fields()), flow_form,
               defined(figure, figure_row_fields()), defined(model, model_fields(flow_form)));
}

using All = std::span<const Explained>;

Document<All> explanation_document() {
    auto document = document_of<All>("explain");
    const auto any = with_kinds([](const auto&... forms) { return form::one_of(forms...); });
    document.fields.add("entries", list_of(any, "All that the words stand for."), std::identity());
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

}  // namespace granary
