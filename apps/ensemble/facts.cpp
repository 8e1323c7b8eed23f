#include "ensemble/facts.hpp"

#include <fmt/format.h>

#include "granary/document/checksum.hpp"
#include "granary/document/heading.hpp"
#include "granary/document/source_files.hpp"
#include "granary/record/embedded.hpp"
#include "granary/write/version.hpp"

namespace granary::cli {
namespace {

std::string without_folder(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

/// As it would be typed for the whole ensemble in one run.
std::string command_of(const EnsembleOptions& options) {
    auto text = fmt::format("granary ensemble {} -n {} --seed {} --design {}",
                            without_folder(options.scenario), options.members, options.seed,
                            options.design);
    if (!options.vary.empty()) text += " --vary " + without_folder(options.vary);
    for (const auto& setting : options.settings) text += fmt::format(" --set '{}'", setting);
    for (const auto& above : options.above) text += " --above " + above;
    return text + (options.keep_members ? " --keep-members" : "");
}

/// What the spread is, and what it is not.
std::string comment_of(const EnsembleOptions& options) {
    constexpr std::string_view of_the_prior =
        "The spread is that of the fitted constants before the record was held against them: it "
        "says what the equations allow, not how well history is known.";
    constexpr std::string_view of_a_file =
        "The spread is that of the distributions given, as far as they are right and the equations "
        "are.";
    return std::string(options.vary.empty() ? of_the_prior : of_a_file);
}

/// A line for each thing varied: name, unit, distribution, source.
std::string varied_text(const EnsemblePlan& plan) {
    std::string text;
    for (const auto& [variation, distribution, source] : plan.varied)
        text += fmt::format("{} ({}): {}; {}\n", variation.name(), variation.unit(),
                            distribution.text(), source);
    return text;
}

std::string scenario_text(const Scenario& scenario) {
    std::string text;
    for (const auto& [name, content] : source_files(scenario))
        text += fmt::format("# {}\n{}\n", without_folder(name), content);
    return text;
}

/// SHA-256 of every file of the record and of the fitted constants.
std::string checksums() {
    std::string text;
    for (const auto& [path, content] : embedded_files())
        if (path.starts_with("data/") || path == "scenarios/fitted.toml")
            text += fmt::format("{}  {}\n", sha256(content), path);
    return text;
}

}  // namespace

std::vector<Fact> facts_of(const EnsemblePlan& plan, const EnsembleOptions& options) {
    return {{"title", title_of(plan.scenario)},
            {"summary", plan.scenario.summary},
            {"comment", comment_of(options)},
            {"command", command_of(options)},
            {"version", fmt::format("granary {}", version())},
            {"design", options.design},
            {"varied", varied_text(plan)},
            {"settings", fmt::format("{}", fmt::join(options.settings, "\n"))},
            {"scenario_text", scenario_text(plan.scenario)},
            {"data_checksums_sha256", checksums()}};
}

std::string fact(const EnsembleFile& ensemble, std::string_view key) {
    for (const auto& [known, text] : ensemble.facts)
        if (known == key) return text;
    return {};
}

}  // namespace granary::cli
