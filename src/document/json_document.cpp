#include "granary/document/json_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>

#include "granary/document/heading.hpp"
#include "granary/record/embedded.hpp"
#include "granary/state/figures.hpp"
#include "granary/write/version.hpp"
#include "granary/write/year_table.hpp"

namespace granary {
namespace {

using form::number;
using form::text;

/// Goes up when keys change their names or meanings; 1 for a command that is not listed.
constexpr struct {
    std::string_view command;
    int number;
} formats[] = {{"attribute", 4}, {"compare", 3}, {"run", 3}, {"search", 3}, {"sweep", 3}};

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

Fields<Region> region_fields() {
    return Fields<Region>()
        .add("name", text("Empty where there is only one."), &Region::name)
        .add("share", number("Of people, land and stores."), &Region::share);
}

}  // namespace

form::Constant format_of(std::string_view command) {
    const auto known = std::find_if(std::begin(formats), std::end(formats),
                                    [&](const auto& one) { return one.command == command; });
    return form::exactly(
        fmt::format("granary-{}-{}", command, known == std::end(formats) ? 1 : known->number));
}

Fields<Program> program_fields() {
    return Fields<Program>()
        .add("version", text("The version of granary that wrote this."),
             [](const Program&) { return version(); })
        .add("record_checksum",
             form::with(text("Checksum of the historical record (the files of data/)."), "pattern",
                        "^fnv1a64:[0-9a-f]{16}$"),
             [](const Program&) { return record_checksum(); });
}

Fields<std::vector<std::string>> provenance_fields() {
    using Settings = std::vector<std::string>;
    return Fields<Settings>()
        .add("settings",
             form::list_of(text("KEY=VALUE"), "What --set changed in the scenarios, in order."),
             std::identity())
        .add("units", text("What the units of the columns mean."),
             [](const Settings&) { return fmt::format("{}; null is undefined", units_note); });
}

Fields<RunDescription> scenario_fields() {
    using Run = RunDescription;
    const auto of = [](auto member) {
        return [member](const Run& run) -> const auto& {
            return run.scenario.*member;
        };
    };
    return Fields<Run>("A scenario as it was run.")
        .add("argument", text("What it was called on the command line."), &Run::argument)
        .add("name", text("The file's name without folder and suffix."), of(&Scenario::name))
        .add("title", text("The name in words."),
             [](const Run& run) { return title_of(run.scenario); })
        .add("summary", text("What it is, in one sentence; may be empty."), of(&Scenario::summary))
        .add("start", form::date("Start of the run."), of(&Scenario::start))
        .add("end", form::date("End of the run."), of(&Scenario::end))
        .add("reading", text("The reading of the record that it is run under; may be empty."),
             of(&Scenario::reading))
        .add("reporting_levels", form::integer("Levels that reports pass through."),
             of(&Scenario::reporting_levels))
        .add("largest_step_years", number("Longest step of the integrator, in years."),
             of(&Scenario::largest_step_years))
        .add("regions", form::list_of(region_fields(), "The parts of the country."),
             of(&Scenario::regions));
}

form::Boolean tested_form() {
    return form::boolean(
        "Whether the run lies within what the equations were made for: else its "
        "tolls are numbers and no more.");
}

form::List<form::Text> untested_form() {
    return form::list_of(text("A cause."),
                         "What takes it out of that range; empty where nothing does.");
}

form::List<Fields<Toll>> tolls_form() {
    return form::list_of(
        Fields<Toll>("Deaths from hunger under one reading of the record.")
            .add("reading", text("Its name."), &Toll::reading)
            .add("title", text("The same in words."), &Toll::title)
            .add("excess_deaths_million",
                 form::number_or_null("Of the whole run; null where it cannot be run so."),
                 &Toll::excess_deaths_million)
            .add("untested", untested_form(), &Toll::untested),
        "Under every reading of the record; empty where they were left out.");
}

form::List<Fields<Column<double>>> figure_columns_form() {
    return form::list_of(
        column_fields<Column<double>>(&Column<double>::meaning)
            .add("months", text("What the months of a year are to its figure."),
                 [](const Column<double>& column) { return months_text(column.parts); }),
        "What the keys of the rows mean.");
}

Fields<Figures<double>> figure_fields() {
    Fields<Figures<double>> fields;
    for (const auto& column : figure_columns<double>)
        fields.add(column.name, number_of(column.unit, column.meaning), column.value);
    return fields;
}

form::NumberOrNull number_of(std::string_view unit, std::string_view meaning) {
    return form::number_or_null(fmt::format("{}; {}", unit, meaning));
}

}  // namespace granary
