/// granary sweep SCENARIO --lever NAME=FROM:TO:POINTS...

#include "granary/study/sweep.hpp"

#include "cli/commands.hpp"
#include "cli/many_runs.hpp"
#include "cli/output.hpp"
#include "granary/document/study/sweep_json.hpp"
#include "granary/document/study/sweep_text.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/write/output.hpp"
#include "granary/write/png.hpp"
#include "granary/write/refuse_to_replace.hpp"
#include "granary/write/study/sweep_chart.hpp"

namespace granary::cli {
namespace {

Written written_as(Format format, const RunDescription& what, const SweepGrid& grid,
                   const SweepOptions& options) {
    switch (format) {
        case Format::csv:
            return written(sweep_csv(what, grid), options.quiet);
        case Format::json:
            return sweep_json(what, grid);
        case Format::svg:
            return sweep_svg(what.scenario, grid, what.settings).text();
        case Format::png:
            return png_of(sweep_svg(what.scenario, grid, what.settings).text());
        default:
            return sweep_text(what, grid, {options.quiet, options.output.strong()});
    }
}

}  // namespace

void sweep_scenario(const SweepOptions& options) {
    const Format format = options.output.chosen();
    axes_of(options.grid);
    if (format == Format::svg) require_no_terminal(options.output.file, ".svg");
    const auto scenario = load_scenario(options.scenario, options.settings);
    refuse_to_replace(scenario, options.output.file);
    const auto plan =
        plan_of(options.grid, scenario, format == Format::svg || format == Format::png);
    if (!is_standard_output(options.output.file)) require_writable(options.output.file);
    const RunDescription what{scenario, options.scenario, options.settings};
    sweep_and_write(plan, options.threads, [&](const SweepGrid& grid) {
        emit(options.output, written_as(format, what, grid, options));
    });
}

}  // namespace granary::cli
