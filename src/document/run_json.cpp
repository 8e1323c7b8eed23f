#include "granary/document/run_json.hpp"

#include <optional>
#include <string_view>
#include <vector>

#include "granary/analysis/finding.hpp"
#include "granary/analysis/tested.hpp"
#include "granary/run.hpp"

namespace granary {
namespace {

struct Run : RunDescription {
    const Trajectory<double>& run;
    Every every;
    std::span<const Toll> tolls;
};

struct Row {
    std::optional<std::string_view> region;  ///< nothing: the whole country
    Period period;
    Figures<double> figures;
};

constexpr std::string_view names_of_every[] = {"year", "month"};

std::string_view name_of(Every every) {
    return names_of_every[static_cast<std::size_t>(every)];
}

/// A row has its period under a key of its own, "year" or "month".
form::Defined<Fields<Row>> row_of(Every every) {
    Fields<Row> fields;
    fields.add("region", form::text_or_null("null: the whole country."), &Row::region);
    if (every == Every::year)
        fields.add(name_of(every), form::integer("The calendar year."),
                   [](const Row& row) { return row.period.year; });
    else
        fields.add(name_of(every), form::date("The calendar month, such as 1958-08."),
                   [](const Row& row) { return row.period.label; });
    fields
        .add("from", form::date("Where the period begins, or the run within it."),
             [](const Row& row) { return row.period.from; })
        .add("to", form::date("Where the period ends, or the run within it."),
             [](const Row& row) { return row.period.to; })
        .add_all(figure_fields(), &Row::figures);
    return form::defined(std::string(name_of(every)) + "_row", fields);
}

/// The regions in their order, then the country; one region alone is the country.
std::vector<Row> rows_of(const Run& of) {
    std::vector<Row> rows;
    const auto add_area = [&](std::optional<std::string_view> region, Area area) {
        for (const auto& period : periods(of.run, of.every))
            rows.push_back({region, period, of.run.figures(period.from, period.to, area)});
    };
    const auto& regions = of.run.region_names();
    for (std::size_t r = 0; regions.size() > 1 && r < regions.size(); ++r) add_area(regions[r], r);
    add_area(std::nullopt, whole_nation);
    return rows;
}

/// The rows of a run. Their form depends on another field, which the schema says beside the fields.
struct Rows : form::Described {
    using Described::Described;
    JsonArray json(const Run& of) const {
        return form::list_of(row_of(of.every), {}).json(rows_of(of));
    }
};

constexpr std::string_view every_key = "every", rows_key = "rows";

/// Rows of a kind go with "every".
Json rows_with(Every every) {
    const auto rows = JsonObject().add("items", row_of(every).schema());
    return JsonObject().add(
        "properties",
        JsonObject().add(every_key, schema::exactly(name_of(every))).add(rows_key, rows));
}

std::vector<std::string> causes_of(const Run& of) {
    return causes_untested(of.scenario, of.run);
}

Document<Run> run_document() {
    auto document = scenario_document<Run>("run");
    document.fields
        .add("finding", form::text("What the run comes to, in one sentence."),
             [](const Run& of) { return finding(of.scenario, of.run); })
        .add("tested", tested_form(), [](const Run& of) { return causes_of(of).empty(); })
        .add("untested", untested_form(), causes_of)
        .add("tolls", tolls_form(), [](const Run& of) { return of.tolls; })
        .add(every_key, form::one_of_texts(names_of_every, "What a row stands for."),
             [](const Run& of) { return name_of(of.every); })
        .add("columns", figure_columns_form(), [](const Run&) { return figure_columns<double>; })
        .add(rows_key, Rows(schema::typed("array", "Region by region; the whole country last.")),
             std::identity());
    document.definitions = form::definitions(row_of(Every::year), row_of(Every::month));
    document.more.add("oneOf",
                      JsonArray().add(rows_with(Every::year)).add(rows_with(Every::month)));
    return document;
}

}  // namespace

std::string run_json(const RunDescription& what, const Trajectory<double>& run, Every every,
                     std::span<const Toll> tolls) {
    return run_document().text({what, run, every, tolls});
}

std::string run_schema() {
    return run_document().schema();
}

}  // namespace granary
