/// granary attribute SCENARIO

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <span>

#include "cli/commands.hpp"
#include "cli/heading.hpp"
#include "cli/inputs.hpp"
#include "cli/many_runs.hpp"
#include "cli/output.hpp"
#include "cli/why_json.hpp"
#include "granary/analysis/published_splits.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/write/attribution_table.hpp"
#include "granary/write/number.hpp"
#include "granary/write/text.hpp"

namespace granary::cli {
namespace {

struct AttributeOptions {
    std::string scenario;
    std::vector<std::string> settings;
    bool interactions = false, quiet = false;
    OutputOptions output;
};

constexpr std::string_view method =
    "Shapley values: the mean, over all orders in which the drivers may join, of what each adds. "
    "Whole: the scenario less the world with every driver at its reference, in the same year; the "
    "drivers sum to it. Alone: added to the reference world, or taken from the scenario; where the "
    "two differ, the drivers act on each other.";

constexpr std::string_view all_else =
    "All else (quota rate, urban ration, relief, radicalism) is the scenario's in all 512 runs.";

/// "5 points below" and the like; within so many points two such figures agree.
constexpr double agreeing_points = 10;

std::string verdict(const PublishedSplit& split) {
    const double apart = split.model_percent - split.percent;
    if (-agreeing_points <= apart && apart <= agreeing_points) return "agrees";
    return fmt::format("{} points {}", fixed(apart < 0 ? -apart : apart, 0),
                       apart < 0 ? "below" : "above");
}

std::string percent_text(const PublishedSplit& split) {
    return split.verified ? fixed(split.percent, 0) : fixed(split.percent, 1) + "*";
}

/// One author's figures.
std::string published_table(std::span<const PublishedSplit> splits, bool strong) {
    TextTable table({{"published", "", Align::left},
                     {"%", ""},
                     {"model", "%"},
                     {"", "", Align::left},
                     {"what of the model", "", Align::left}});
    for (const auto& split : splits)
        table.add({std::string(split.what), percent_text(split), fixed(split.model_percent, 0),
                   verdict(split),
                   split.note.empty() ? std::string(split.here)
                                      : fmt::format("{} ({})", split.here, split.note)});
    return fmt::format("\n{}, of {}\n{}", splits.front().who, splits.front().whole,
                       table.text(strong));
}

std::string published_text(std::span<const PublishedSplit> splits, bool strong) {
    if (splits.empty()) return {};
    std::string text;
    for (auto rest = splits; !rest.empty();) {
        const auto same = [&](const PublishedSplit& s) { return s.who == rest.front().who; };
        const auto end = std::find_if_not(rest.begin(), rest.end(), same);
        const auto own = static_cast<std::size_t>(end - rest.begin());
        text += published_table(rest.first(own), strong);
        rest = rest.subspan(own);
    }
    return text + fmt::format(
                      "*: not seen in print. Agrees: within {:.0f} points. The reference "
                      "world's change is a part of a fall.\n",
                      agreeing_points);
}

std::string text_of(const Scenario& scenario, const Attribution& attribution,
                    const AttributeOptions& options) {
    const bool strong = options.output.strong();
    auto tables = attribution_tables(attribution, strong);
    if (options.quiet) return tables;
    return heading(scenario, options.settings, strong) + '\n' + wrapped(method) + "\n\n" + tables +
           '\n' + driver_table(strong) + wrapped(all_else) + '\n' +
           published_text(published_splits(scenario, attribution), strong);
}

std::string csv_of(const Scenario& scenario, const Attribution& attribution,
                   const AttributeOptions& options) {
    Csv csv;
    if (!options.quiet) {
        csv.comment(title_of(scenario));
        csv.comment("scenario: " + options.scenario);
        csv.comment(std::string(method));
        csv.comment(std::string(all_else));
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
            return attribute_json({scenario, options.scenario, options.settings}, attribution);
        default:
            return text_of(scenario, attribution, options);
    }
}

void attribute_scenario(const AttributeOptions& options) {
    const Format format = options.output.chosen();
    const auto scenario = load_scenario(options.scenario, options.settings);
    refuse_to_replace(scenario, options.output.file);
    const auto attribution = shown_attribution(scenario, options.interactions);
    emit(options.output, written(format, scenario, attribution, options));
}

}  // namespace

void add_attribute(CLI::App& app) {
    auto options = std::make_shared<AttributeOptions>();
    auto* command = app.add_subcommand(
        "attribute", "What each of nine drivers did to ration, harvest and deaths (512 runs)");
    command->add_option("scenario", options->scenario, "A shipped scenario's name, or a file")
        ->required()
        ->type_name("SCENARIO");
    command->add_flag("--interactions", options->interactions,
                      "Also how much each driver adds to what another does, pair by pair");
    add_output_options(*command, options->output);
    add_settings(*command, options->settings);
    command->add_flag("--quiet", options->quiet,
                      "The tables without title and notes; JSON is always whole");
    command->footer("What the drivers are counted against:\n" + driver_table());
    command->callback([options] { attribute_scenario(*options); });
}

}  // namespace granary::cli
