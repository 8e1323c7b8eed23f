#include "granary/document/study/attribution_json.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "granary/document/study/why_tables.hpp"

namespace granary {
namespace {

using form::list_of;
using form::text;

struct AttributionOf : RunDescription {
    const Attribution& attribution;
};

/// A driver and what it did in a period.
struct DriverRow {
    const Driver& driver;
    const DriverEffects& did;
};

/// Two drivers, and what they did together in a period.
struct PairRow {
    const Driver &driver, &with;
    const Effects& together;
};

std::vector<std::string_view> levers_of(const Driver& driver) {
    std::vector<std::string_view> names{Lever::table[driver.lever].name};
    if (driver.second_lever) names.push_back(Lever::table[*driver.second_lever].name);
    return names;
}

Fields<Driver> driver_fields() {
    return Fields<Driver>()
        .add("name", text("What the rows call it."), &Driver::name)
        .add("meaning", text("What it is."), &Driver::meaning)
        .add("levers", list_of(text("A lever."), "One, or two that go together."), levers_of)
        .add("reference",
             form::number_or_null("The levers' value that stands for its absence, in "
                                  "their unit; null: as the scenario has it at its start."),
             &Driver::reference)
        .add("because", text("Why this is the reference."), &Driver::why);
}

Fields<Effects> effect_fields() {
    Fields<Effects> fields("Figures of a world, or differences between two.");
    for (const auto& column : effect_columns)
        fields.add(column.figure.name, number_of(column.figure.unit, column.figure.meaning),
                   column.value);
    return fields;
}

std::vector<Column<double>> attributed_figures() {
    std::vector<Column<double>> figures;
    for (const auto& column : effect_columns) figures.push_back(column.figure);
    return figures;
}

form::Defined<Fields<Effects>> effects() {
    return form::defined("effects", effect_fields());
}

template <Effects DriverEffects::*part>
const Effects& of_driver(const DriverRow& row) {
    return row.did.*part;
}

Fields<DriverRow> driver_row_fields() {
    return Fields<DriverRow>()
        .add("driver", text("Its name."), [](const DriverRow& row) { return row.driver.name; })
        .add("shapley", effects(), of_driver<&DriverEffects::shapley>)
        .add("alone_added", effects(), of_driver<&DriverEffects::alone_added>)
        .add("alone_taken", effects(), of_driver<&DriverEffects::alone_taken>);
}

std::vector<DriverRow> drivers_of(const AttributedPeriod& period) {
    std::vector<DriverRow> rows;
    for (std::size_t i = 0; i < drivers.size(); ++i)
        rows.push_back({drivers[i], period.by_driver[i]});
    return rows;
}

Fields<PairRow> pair_fields() {
    return Fields<PairRow>()
        .add("driver", text("One of two drivers."),
             [](const PairRow& row) { return row.driver.name; })
        .add("with", text("The other."), [](const PairRow& row) { return row.with.name; })
        .add_all(effect_fields(), [](const PairRow& row) { return row.together; });
}

/// Each pair once; nothing where interactions were not asked for.
std::optional<std::vector<PairRow>> pairs_of(const AttributedPeriod& period) {
    if (period.interactions.empty()) return std::nullopt;
    std::vector<PairRow> rows;
    for (std::size_t i = 0; i < drivers.size(); ++i)
        for (std::size_t j = i + 1; j < drivers.size(); ++j)
            rows.push_back({drivers[i], drivers[j], period.interactions[i * drivers.size() + j]});
    return rows;
}

Fields<AttributedPeriod> period_fields() {
    using Period = AttributedPeriod;
    return Fields<Period>()
        .add("year",
             text("A calendar year, or \"all\": mean of whole years for "
                  "ration and harvest, sum for deaths."),
             &Period::label)
        .add("from", form::date("Start of what was run of it."), &Period::from)
        .add("to", form::date("End of it."), &Period::to)
        .add("scenario", effects(), &Period::scenario)
        .add("reference", effects(), &Period::reference)
        .add("whole", effects(), &Period::whole)
        .add("reference_change", effects(), &Period::reference_change)
        .add("drivers",
             list_of(driver_row_fields(),
                     "shapley: the mean of what the driver adds over all orders of "
                     "joining; they sum to the whole. alone_added: by it alone in "
                     "the reference world. alone_taken: the scenario less the same "
                     "without it."),
             drivers_of)
        .add("interactions",
             form::list_or_null(pair_fields(),
                                "Shapley interaction of each pair: how much more one does where "
                                "the other is; null without --interactions."),
             pairs_of);
}

Fields<PublishedSplit> split_fields() {
    using Split = PublishedSplit;
    return Fields<Split>()
        .add("who", text("Whose figure."), &Split::who)
        .add("whole", text("What is split."), &Split::whole)
        .add("part", text("The part of it."), &Split::what)
        .add("percent", form::number("Their figure, per cent of the whole."), &Split::percent)
        .add("seen_in_print", form::boolean("Whether their figure was seen in print."),
             &Split::verified)
        .add("here", text("What of the model stands beside it."), &Split::here)
        .add("model_percent", form::number("The model's, per cent of the whole."),
             &Split::model_percent)
        .add("note", text("Why the two need not be the same; may be empty."), &Split::note);
}

std::vector<PublishedSplit> splits_of(const AttributionOf& from) {
    return why::splits_beside(from.scenario, from.attribution);
}

Document<AttributionOf> attribution_document() {
    auto document = scenario_document<AttributionOf>("attribute");
    document.fields
        .add("first_year",
             form::integer("The scenario's first whole year, from which "
                           "reference_change is counted."),
             [](const auto& from) { return from.attribution.first_year; })
        .add("drivers", list_of(driver_fields(), "What is attributed to."),
             [](const auto&) { return drivers; })
        .add("columns",
             list_of(column_fields<Column<double>>(&Column<double>::meaning),
                     "What the keys of effects mean."),
             [](const auto&) { return attributed_figures(); })
        .add("periods",
             list_of(period_fields(),
                     "The years in order, then \"all\". whole: scenario less "
                     "reference. reference_change: reference less the scenario's "
                     "first whole year; null for ration and harvest of a part of a year."),
             [](const auto& from) { return from.attribution.periods; })
        .add("published_splits",
             list_of(split_fields(),
                     "What others found, beside the model; empty where the scenario is not what "
                     "happened."),
             splits_of);
    document.definitions = form::definitions(effects());
    return document;
}

}  // namespace

std::string attribution_json(const RunDescription& what, const Attribution& attribution) {
    return attribution_document().text({what, attribution});
}

std::string attribution_schema() {
    return attribution_document().schema();
}

}  // namespace granary
