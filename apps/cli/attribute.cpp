/// granary attribute SCENARIO

#include <fmt/format.h>

#include <span>

#include "cli/commands.hpp"
#include "cli/many_runs.hpp"
#include "cli/output.hpp"
#include "granary/document/csv_provenance.hpp"
#include "granary/document/heading.hpp"
#include "granary/document/study/attribution_json.hpp"
#include "granary/document/study/why_tables.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/write/refuse_to_replace.hpp"
#include "granary/write/study/attribution_table.hpp"
#include "granary/write/text.hpp"

namespace granary::cli {
namespace {

/// Each under its title, an empty line between two.
std::string text_of(std::span<const TitledTable> tables, bool strong) {
    std::string text;
    for (const auto& [title, table] : tables)
        text += fmt::format("{}{}\n{}", text.empty() ? "" : "\n", title, table.text(strong));
    return text;
}

std::string text_of(const Scenario& scenario, const Attribution& attribution,
                    const AttributeOptions& options) {
    const bool strong = options.output.strong();
    auto tables = text_of(attribution_tables(attribution), strong);
    if (options.quiet) return tables;
    auto text = heading(scenario, options.settings, strong) + '\n' + wrapped(why::method) + "\n\n" +
                tables + '\n' + driver_table().text(strong) + wrapped(why::all_else) + '\n';
    const auto published = why::published_tables(scenario, attribution);
    if (published.empty()) return text;
    return text + '\n' + text_of(published, strong) + why::published_note() + '\n';
}

std::string csv_of(const Scenario& scenario, const Attribution& attribution,
                   const AttributeOptions& options) {
    Csv csv;
    if (!options.quiet) {
        csv.comment(title_of(scenario));
        csv.comment("scenario: " + options.scenario);
        csv.comment(std::string(why::method));
        csv.comment(std::string(why::all_else));
        add_provenance(options.settings, csv);
    }
    add_attribution(attribution, csv);
    return csv.text();
}

std::string written(Format format, const Scenario& scenario, const Attribution& attribution,
                    const AttributeOptions& options) {
    switch (format) {
        case Format::csv:
            return csv_of(scenario, attribution, options);
        case Format::json:
            return attribution_json({scenario, options.scenario, options.settings}, attribution);
        default:
            return text_of(scenario, attribution, options);
    }
}

}  // namespace

void attribute_scenario(const AttributeOptions& options) {
    const Format format = options.output.chosen();
    const auto scenario = load_scenario(options.scenario, options.settings);
    refuse_to_replace(scenario, options.output.file);
    const auto attribution = shown_attribution(scenario, options.interactions);
    emit(options.output, written(format, scenario, attribution, options));
}

}  // namespace granary::cli
