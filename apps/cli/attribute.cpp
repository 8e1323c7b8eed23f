/// granary attribute SCENARIO

#include "cli/commands.hpp"
#include "cli/many_runs.hpp"
#include "cli/output.hpp"
#include "cli/readings.hpp"
#include "granary/document/study/attribution_json.hpp"
#include "granary/document/study/attribution_text.hpp"
#include "granary/write/refuse_to_replace.hpp"

namespace granary::cli {
namespace {

Written written_as(Format format, const RunDescription& what, const Attribution& attribution,
                   const AttributeOptions& options) {
    switch (format) {
        case Format::csv:
            return written(attribution_csv(what, attribution), options.quiet);
        case Format::json:
            return attribution_json(what, attribution);
        default:
            return attribution_text(what, attribution, {options.quiet, options.output.strong()});
    }
}

}  // namespace

void attribute_scenario(const AttributeOptions& options) {
    const Format format = options.output.chosen();
    require_table_for_all(options.reading, format);
    std::vector<Written> parts;
    for (const auto& [argument, scenario] :
         asked_scenarios({&options.scenario, 1}, options.settings, options.reading)) {
        refuse_to_replace(scenario, options.output.file);
        const auto attribution = shown_attribution(scenario, options.interactions);
        parts.push_back(
            written_as(format, {scenario, argument, options.settings}, attribution, options));
    }
    emit(options.output, one_below_the_other(std::move(parts)));
}

}  // namespace granary::cli
