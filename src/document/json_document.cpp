#include "granary/document/json_document.hpp"

#include <fmt/format.h>

#include <cstdint>

#include "granary/document/heading.hpp"
#include "granary/record/embedded.hpp"
#include "granary/record/published.hpp"
#include "granary/state/figures.hpp"
#include "granary/write/version.hpp"
#include "granary/write/year_table.hpp"

namespace granary {
namespace {

using schema::Object;
using schema::typed;
using schema::typed_or_null;

/// FNV-1a over the paths and bytes of data/*, in the order of the paths: two outputs with the same
/// checksum were made with the same record.
std::string record_checksum() {
    std::uint64_t hash = 14695981039346656037u;
    const auto take = [&](std::string_view text) {
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    };
    for (const auto& file : embedded_files()) {
        if (!file.path.starts_with("data/")) continue;
        take(file.path);
        take(file.text);
    }
    return fmt::format("fnv1a64:{:016x}", hash);
}

std::string format_of(std::string_view command) {
    return fmt::format("granary-{}-1", command);
}

Json published_json() {
    const auto published = published_estimates();
    return JsonObject()
        .add("unit", "million")
        .add("low", published.low_million)
        .add("high", published.high_million)
        .add("authors", published.authors());
}

Object published_schema() {
    return Object("The widest range of excess deaths that the literature on record gives.")
        .needed("unit", schema::exactly("million"))
        .needed("low", typed("number", "The lowest published count."))
        .needed("high", typed("number", "The highest published count."))
        .needed("authors", typed("string", "Who stands for the ends, and who gives no upper end."));
}

Json region_json(const Region& region) {
    return JsonObject().add("name", region.name).add("share", region.share);
}

}  // namespace

JsonObject json_document(std::string_view command) {
    return JsonObject()
        .add("format", format_of(command))
        .add("version", version())
        .add("record_checksum", record_checksum());
}

Object json_document_schema(std::string_view command) {
    return Object()
        .needed("format", schema::exactly(format_of(command)))
        .needed("version", typed("string", "The version of granary that wrote this."))
        .needed("record_checksum",
                typed("string", "Checksum of the historical record (the files of data/).")
                    .add("pattern", "^fnv1a64:[0-9a-f]{16}$"));
}

void add_provenance(const std::vector<std::string>& settings, JsonObject& document) {
    document.add("settings", json_list(settings))
        .add("published_estimates", published_json())
        .add("units", fmt::format("{}; null is undefined", units_note));
}

void add_provenance_schema(Object& document) {
    document
        .needed("settings", schema::list_of(typed("string", "KEY=VALUE"),
                                            "What --set changed in the scenarios, in order."))
        .needed("published_estimates", published_schema())
        .needed("units", typed("string", "What the units of the columns mean."));
}

JsonObject scenario_document(std::string_view command, const RunDescription& what) {
    auto document = json_document(command);
    document.add("scenario", scenario_json(what.argument, what.scenario));
    add_provenance(what.settings, document);
    return document;
}

Object scenario_document_schema(std::string_view command) {
    auto document = json_document_schema(command);
    document.needed("scenario", scenario_json_schema());
    add_provenance_schema(document);
    return document;
}

JsonObject scenario_json(const std::string& argument, const Scenario& scenario) {
    return JsonObject()
        .add("argument", argument)
        .add("name", scenario.name)
        .add("title", title_of(scenario))
        .add("summary", scenario.summary)
        .add("start", date_text(scenario.start))
        .add("end", date_text(scenario.end))
        .add("reporting_levels", scenario.reporting_levels)
        .add("largest_step_years", scenario.largest_step_years)
        .add("regions", json_list(scenario.regions, region_json));
}

Object scenario_json_schema() {
    const auto region = Object()
                            .needed("name", typed("string", "Empty where there is only one."))
                            .needed("share", typed("number", "Of people, land and stores."));
    return Object("A scenario as it was run.")
        .needed("argument", typed("string", "What it was called on the command line."))
        .needed("name", typed("string", "The file's name without folder and suffix."))
        .needed("title", typed("string", "The name in words."))
        .needed("summary", typed("string", "What it is, in one sentence; may be empty."))
        .needed("start", date_schema("Start of the run."))
        .needed("end", date_schema("End of the run."))
        .needed("reporting_levels", typed("integer", "Levels that reports pass through."))
        .needed("largest_step_years", typed("number", "Longest step of the integrator, in years."))
        .needed("regions", schema::list_of(region, "The parts of the country."));
}

void add_figures_schema(Object& row) {
    for (const auto& column : figure_columns<double>)
        row.needed(column.name,
                   typed_or_null("number", fmt::format("{}; {}", column.unit, column.meaning)));
}

Json column_json(std::string_view name, std::string_view unit, std::string_view meaning) {
    return JsonObject().add("name", name).add("unit", unit).add("meaning", meaning);
}

Json column_schema() {
    return Object()
        .needed("name", typed("string", "The key in every row."))
        .needed("unit", typed_or_null("string", "The unit of a number; null for a text."))
        .needed("meaning", typed("string", "What it is."));
}

Json columns_schema() {
    return schema::list_of(column_schema(), "What the keys of the rows mean.");
}

Json date_schema(std::string_view meaning) {
    return typed("string", meaning).add("pattern", "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$");
}

}  // namespace granary
