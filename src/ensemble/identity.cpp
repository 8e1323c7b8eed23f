#include "ensemble/identity.hpp"

#include <fmt/format.h>

#include "granary/analysis/tolls.hpp"
#include "granary/document/heading.hpp"
#include "granary/document/provenance/build_identity.hpp"
#include "granary/document/provenance/checksum.hpp"
#include "granary/document/provenance/resolved_scenario.hpp"
#include "granary/foundation/file_name.hpp"
#include "granary/record/embedded.hpp"
#include "granary/write/version.hpp"

namespace granary {
namespace {

/// A line for each thing varied: name, unit, distribution, source.
std::string varied_text(std::span<const Varied> varied) {
    std::string text;
    for (const auto& [variation, distribution, source] : varied)
        text += fmt::format("{} ({}): {}; {}\n", variation.name(), variation.unit(),
                            distribution.text(), source);
    return text;
}

/// What the spread is, and what it is not.
std::string comment_of(const EnsemblePlan& plan) {
    constexpr std::string_view of_the_prior =
        "The spread is that of the fitted constants before the record was held against them: it "
        "says what the equations allow, not how well history is known.";
    constexpr std::string_view of_others =
        "The spread is that of the distributions given, as far as they are right and the equations "
        "are.";
    const bool is_prior = varied_text(plan.varied) == varied_text(prior(plan.scenario));
    return std::string(is_prior ? of_the_prior : of_others) + " " +
           reading_note(plan.scenario.reading);
}

/// Every text that it was put together from, byte for byte.
std::string scenario_text(const Scenario& scenario) {
    std::string text;
    for (const auto& source : scenario.sources)
        text += fmt::format("# {}\n{}\n", file_name(source.file), source.text);
    return text;
}

/// SHA-256 of every file of the record and of the fitted constants.
std::string checksums() {
    std::string text;
    for (const auto& [path, content] : embedded_files())
        if (path.starts_with("data/") || path.starts_with("readings/"))
            text += fmt::format("{}  {}\n", sha256(content), path);
    return text;
}

}  // namespace

std::vector<Attribute> identity_of(const EnsemblePlan& plan, const std::string& command,
                                   std::span<const std::string> settings) {
    const auto design = design_names[static_cast<std::size_t>(plan.design)];
    return {{"title", title_of(plan.scenario)},
            {"summary", plan.scenario.summary},
            {"reading", plan.scenario.reading},
            {"comment", comment_of(plan)},
            {"command", command},
            {"version", fmt::format("granary {}", version())},
            {"code", std::string(build_identity())},
            {"design", std::string(design)},
            {"varied", varied_text(plan.varied)},
            {"settings", fmt::format("{}", fmt::join(settings, "\n"))},
            {"scenario_text", scenario_text(plan.scenario)},
            {"scenario_sha256", sha256(resolved_text(plan.scenario))},
            {"data_checksums_sha256", checksums()}};
}

}  // namespace granary
