/// granary calibrate: finds the fitted constants and writes them down.

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/usage.hpp"
#include "granary/foundation/shell_word.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/read/study/calibration_file.hpp"
#include "granary/record/history.hpp"
#include "granary/run.hpp"
#include "granary/study/calibration_checks.hpp"
#include "granary/write/number.hpp"
#include "granary/write/output.hpp"
#include "granary/write/refuse_to_replace.hpp"
#include "granary/write/study/calibration_chart.hpp"
#include "granary/write/study/calibration_report.hpp"
#include "granary/write/study/fitted_file.hpp"
#include "write/terminal.hpp"

namespace granary::cli {
namespace {

constexpr std::uint64_t default_seed = 1957;

/// What finds the constants: they are found from the prior alone, whatever other starts are tried.
std::string fit_command(const CalibrateOptions& options) {
    return options.plan.empty() ? "granary calibrate"
                                : "granary calibrate " + shell_word(options.plan);
}

/// The command as it would be typed again, without where it writes to.
std::string command_line(const CalibrateOptions& options) {
    std::string command = fit_command(options);
    if (options.starts != CalibrateOptions{}.starts)
        command += fmt::format(" --starts {}", options.starts);
    if (options.seed) command += fmt::format(" --seed {}", *options.seed);
    return command;
}

Fit shown_fit(const CalibrationPlan& plan, const Eigen::VectorXd& start, const std::string& name) {
    return fit(plan, start, [&](int iteration, double cost) {
        terminal::rewrite_line(
            fmt::format("{}: iteration {}, cost {}", name, iteration, fixed(cost, 4)));
    });
}

std::vector<Fit> fits_from_spread_starts(const CalibrationPlan& plan,
                                         const CalibrateOptions& options) {
    std::vector<Fit> fits;
    for (const auto& start :
         spread_starts(plan, options.starts, options.seed.value_or(default_seed)))
        fits.push_back(
            shown_fit(plan, start, fmt::format("start {} of {}", fits.size() + 1, options.starts)));
    std::sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) { return a.cost < b.cost; });
    return fits;
}

double claim_of_1960() {
    const auto rows = history().of("grain_output_reported");
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [](const Observation& o) { return o.period == "1960"; });
    if (row == rows.end()) throw RecordError("the record has no claim for 1960");
    return row->value;
}

/// The scenario with the constants just found, but for those that it sets for itself.
Scenario refitted(Scenario scenario, const Constants<double>& found) {
    for (std::size_t i = 0; i < found.values.size(); ++i)
        if (scenario.constant_sources[i].empty() || scenario.is_of_the_reading[i])
            scenario.constants.values[i] = found.values[i];
    return scenario;
}

/// The plan's scenario with the constants just found; of the shipped plan also the quiet world and
/// the what-ifs, of which the report says what was asked of them.
void run_scenarios(CalibrationFindings& findings) {
    const auto baseline = fitted_scenario(findings.plan, findings.best.values, findings.command);
    findings.baseline.push_back({baseline.name, simulate(baseline)});
    if (!findings.shipped_plan) return;
    findings.quiet.push_back(
        {"quiet", simulate(baseline.held_at(baseline.start).with(lever::pressure, 0.0))});
    for (const auto& shipped : shipped_scenarios()) {
        const auto scenario = refitted(load_scenario(shipped.name), baseline.constants);
        findings.what_ifs.push_back({shipped.name, simulate(scenario)});
    }
}

bool runs_through(const Scenario& scenario, int year) {
    return !(Instant{year, 0} < scenario.start) && !(scenario.end < Instant{year + 1, 0});
}

/// Fits to the first years alone, where these have targets and later years are foretold.
void hold_out_years(CalibrationFindings& findings) {
    for (const auto& [year, waves_fixed] : {std::pair(1961, false), {1960, false}, {1959, true}}) {
        const auto seen = [end = Instant{year, 0}](const granary::Target& t) {
            return !(end < t.to);
        };
        const auto& targets = findings.plan.targets;
        if (std::none_of(targets.begin(), targets.end(), seen)) continue;
        auto held = hold_out(findings.plan, Instant{year, 0}, waves_fixed);
        if (!held.forecasts.empty()) findings.held_out.push_back(std::move(held));
    }
}

/// The further checks that the report holds: false records, years not seen, knots.
void examine(CalibrationFindings& findings) {
    const auto& plan = findings.plan;
    for (auto& record : false_records(plan, claim_of_1960())) {
        auto bent = shown_fit(record.plan, prior_centres(record.plan), record.name);
        findings.falsified.emplace_back(std::move(record), std::move(bent));
    }
    hold_out_years(findings);
    run_scenarios(findings);
    if (runs_through(plan.scenario, 1961))
        findings.knots =
            knot_effects(fitted_scenario(plan, findings.best.values, findings.command), 1961);
}

std::string summary(const CalibrationFindings& findings) {
    std::string text = target_table(findings.plan, findings.best);
    text += fmt::format(
        "cost {} (targets {}) after {} iterations; {} effective values, {} data\n",
        fixed(findings.best.cost, 6), fixed(findings.best.data_cost, 6), findings.best.iterations,
        fixed(effective_values(findings.plan, findings.best), 2), findings.plan.targets.size());
    for (std::size_t i = 0; i < std::min<std::size_t>(2, findings.starts.size()); ++i)
        text += fmt::format("{} of {} starts: cost {}\n", i == 0 ? "best" : "second best",
                            findings.starts.size(), fixed(findings.starts[i].cost, 9));
    return text;
}

/// "docs/calibration.md" has its picture in "docs/calibration.svg".
std::string picture_beside(const std::string& report) {
    return std::filesystem::path(report).replace_extension(".svg").string();
}

std::string name_of(const std::string& path) {
    return std::filesystem::path(path).filename().string();
}

/// Whether the constants go to the standard output, which then has nothing else.
bool prints_constants(const CalibrateOptions& options) {
    return !options.output.empty() && is_standard_output(options.output);
}

/// All files that will be written. Each is one of its own.
std::vector<std::string> outputs_of(const CalibrateOptions& options) {
    if (!options.report.empty() && is_standard_output(options.report))
        wrong("--report -: a report and its picture are two files: name the report's");
    std::vector<std::string> outputs;
    if (!options.output.empty() && !prints_constants(options)) outputs.push_back(options.output);
    if (!options.report.empty())
        outputs.insert(outputs.end(), {options.report, picture_beside(options.report)});
    for (std::size_t i = 0; i < outputs.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (std::filesystem::path(outputs[i]).lexically_normal() ==
                std::filesystem::path(outputs[j]).lexically_normal())
                wrong(fmt::format("{} would be written twice: as constants, report or its picture",
                                  outputs[i]));
    return outputs;
}

/// What is wrong with the files to be written is told before the long work, not after it. The
/// constants may go to where the plan's scenario reads them, for they replace those.
void require_outputs(const CalibrateOptions& options, const CalibrationPlan& plan) {
    for (const auto& output : outputs_of(options)) {
        refuse_to_replace(std::array{plan.file}, output);
        for (const auto& source : plan.scenario.sources)
            if (source.from == SourceText::From::disk && !source.of_constants)
                refuse_to_replace(std::array{source.file}, output);
        require_writable(output);
    }
    if (!options.report.empty())
        require_own(picture_beside(options.report), calibration_chart_mark,
                    "the picture of the report");
}

}  // namespace

void calibrate(const CalibrateOptions& options) {
    if (options.seed && options.starts == 0) wrong("--seed is of the starts: --starts 0 has none");
    CalibrationFindings findings;
    findings.plan = load_calibration(options.plan);
    require_outputs(options, findings.plan);
    findings.command = command_line(options);
    findings.shipped_plan =
        findings.plan.file.empty() && findings.plan.name == load_scenario(history_scenario).reading;
    findings.constants = prints_constants(options) ? std::string() : options.output;
    findings.report = name_of(options.report);
    findings.picture = name_of(picture_beside(options.report));
    findings.best = shown_fit(findings.plan, prior_centres(findings.plan), "fit");
    if (!findings.best.converged)
        throw Error(ErrorClass::integration, "the fit did not converge; nothing was written");
    findings.starts = fits_from_spread_starts(findings.plan, options);
    if (!options.report.empty()) examine(findings);
    terminal::rewrite_line("");
    if (!options.output.empty())
        put_bytes(options.output, fitted_file(findings.plan, findings.best, fit_command(options)));
    if (!options.report.empty()) {
        write_file(options.report, calibration_report(findings).text());
        write_file(picture_beside(options.report), calibration_chart(findings).text());
    }
    if (prints_constants(options)) return;
    emit(summary(findings));
    if (options.output.empty()) emit("The constants were not written: -o FILE takes them.\n");
}

}  // namespace granary::cli
