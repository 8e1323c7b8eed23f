/// Every command with every option.

#include "cli/commands.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <limits>
#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>

#include "cli/readings.hpp"
#include "cli/usage.hpp"
#include "granary/read/reading_file.hpp"
#include "granary/study/design.hpp"
#include "granary/write/png.hpp"
#include "granary/write/setting.hpp"
#include "granary/write/study/attribution_table.hpp"

namespace granary::cli {
namespace {

using Arguments = std::vector<Argument>;

// What several commands take

Argument scenario(std::string& name) {
    return {.names = {"scenario"},
            .target = &name,
            .value = "SCENARIO",
            .meaning = "A shipped scenario's name, or a file",
            .required = true};
}

Argument scenarios(std::vector<std::string>& names, int at_least, std::string meaning) {
    return {.names = {"scenarios"},
            .target = &names,
            .value = "SCENARIO",
            .meaning = std::move(meaning),
            .at_least = at_least,
            .required = true};
}

Argument settings(std::vector<std::string>& settings) {
    return {
        .names = {"--set"},
        .target = &settings,
        .value = "KEY=VALUE",
        .meaning =
            "Change the scenario, e.g. 'levers.pressure*=0.5' (half its course), "
            "levers.pressure=0 (held at 0) or parameters.belief_lag_years=0.7; may be repeated"};
}

Argument reading(std::string& name) {
    return {.names = {"--reading"},
            .target = &name,
            .value = "NAME",
            .meaning =
                "The reading of the record to run it under, see granary explain readings; a "
                "shipped one's name, a file, or all"};
}

Argument format(OutputOptions& output) {
    const auto names = names_of(output.known);
    return {.names = {"--format"},
            .target = &output.format,
            .choices = names,
            .meaning = enumerated(names, "or") + "; table is the default"};
}

Argument about(OutputOptions& output) {
    return {.names = {"--about"},
            .target = &output.about,
            .meaning =
                "How a CSV was made, in lines above it that begin with #; else a file of "
                "CSV has them beside it, in FILE.json",
            .excludes = "--quiet"};
}

Argument output_file(std::string& file, std::string meaning) {
    return {.names = {"-o", "--output"},
            .target = &file,
            .value = "FILE",
            .meaning = std::move(meaning)};
}

Argument output_file(OutputOptions& output) {
    return output_file(output.file, fmt::format("Write to FILE, whole or not at all; {} decide "
                                                "the format",
                                                enumerated(suffixes_of(output.known), "and")));
}

Argument flag(std::string name, bool& target, std::string meaning) {
    return {.names = {std::move(name)}, .target = &target, .meaning = std::move(meaning)};
}

Argument point(bool& point) {
    return flag("--point", point, "Leave out what other readings of the record make of the deaths");
}

template <class Row>
std::vector<Row> operator+(std::vector<Row> first, std::vector<Row> second) {
    for (auto& row : second) first.push_back(std::move(row));
    return first;
}

Arguments axes(GridOptions& grid) {
    return {{.names = {"--lever"},
             .target = &grid.levers,
             .value = "NAME[*]=FROM:TO:POINTS",
             .meaning = "With *=: a lever's own course times each of so many factors, e.g. "
                        "'pressure*=0:1.5:7'; with =: held at each value throughout, e.g. "
                        "export_mt=0:6:13"},
            {.names = {"--parameter"},
             .target = &grid.parameters,
             .value = "NAME=FROM:TO:POINTS",
             .meaning = "A constant of the model, e.g. belief_lag_years=0.2:1.5:14"},
            {.names = {"--levels"},
             .target = &grid.levels,
             .value = "FROM:TO",
             .meaning = "The number of reporting levels, e.g. 1:8"}};
}

// Commands, in the order of the lists

Arguments run_arguments(RunOptions& o) {
    return {scenario(o.scenario),
            format(o.output),
            output_file(o.output),
            {.names = {"--every"},
             .target = &o.every,
             .choices = {"year", "month"},
             .meaning = "A row each year (the default) or month"},
            settings(o.settings),
            reading(o.reading),
            flag("--quiet", o.quiet,
                 "The table without title, notes and finding; JSON is always whole"),
            point(o.point),
            about(o.output)};
}

Arguments compare_arguments(CompareOptions& o) {
    return {scenarios(o.scenarios, 2,
                      "Shipped scenarios' names, or files; the first is what the others differ "
                      "from"),
            format(o.output),
            output_file(o.output),
            settings(o.settings),
            reading(o.reading),
            flag("--quiet", o.quiet, "The tables without titles and finding; JSON is always whole"),
            point(o.point),
            about(o.output)};
}

Arguments plot_arguments(PlotOptions& o) {
    return Arguments{scenarios(o.scenarios, 1,
                               "Shipped scenarios' names, or files; lines of several are drawn "
                               "together"),
                     {.names = {"--kind"},
                      .target = &o.kind,
                      .value = "KIND",
                      .meaning = "Which chart, see below; overview by default, sweep where "
                                 "something is varied"},
                     output_file(o.file,
                                 "Write to FILE, whole or not at all; .svg and .png decide the "
                                 "format; without it SVG goes to the standard output"),
                     {.names = {"--year"},
                      .target = &o.grid.year,
                      .value = "YEAR",
                      .meaning = "Year of the ladder, of the waterfall, or of a sweep's figures"}} +
           axes(o.grid) +
           Arguments{{.names = {"--figure"},
                      .target = &o.grid.figures,
                      .value = "NAME",
                      .meaning = "Of a waterfall or a sweep: which figure, see attribute and "
                                 "sweep"},
                     {.names = {"--width"},
                      .target = &o.width,
                      .value = "PIXELS",
                      .limits = Limits{100, 10000, true},
                      .meaning = fmt::format("Pixels of a PNG, {} by default", default_png_width)},
                     settings(o.settings),
                     reading(o.reading)};
}

Arguments report_arguments(ReportOptions& o) {
    return {scenarios(o.scenarios, 1,
                      "Shipped scenarios' names, or files; the others are held against the first, "
                      "one alone against history"),
            output_file(o.file,
                        "Write HTML to FILE, whole or not at all; without it to the standard "
                        "output"),
            flag("--why", o.why, "Also what each of nine drivers did, as granary attribute has it"),
            settings(o.settings), reading(o.reading)};
}

Arguments list_arguments(ListOptions&) {
    return {};
}

Arguments explain_arguments(ExplainOptions& o) {
    return {{.names = {"words"},
             .target = &o.words,
             .value = "[KIND] NAME",
             .meaning = "A name, with or without its kind before it; a kind alone; or model"},
            format(o.output),
            output_file(o.output),
            {.names = {"--markdown"},
             .target = &o.markdown,
             .choices = markdown_page_names(),
             .meaning = "Print a page of the documentation",
             .excludes = "--format"}};
}

Arguments check_arguments(CheckOptions& o) {
    return {{.names = {"scenarios"},
             .target = &o.scenarios,
             .value = "SCENARIO|FILE",
             .meaning = "Shipped scenarios' names, or files",
             .required = true},
            {.names = {"--format"},
             .target = &o.format,
             .choices = {"text", "json"},
             .meaning = "text (the default), or json for editors "
                        "(docs/schema/check.schema.json)"}};
}

Arguments new_arguments(NewOptions& o) {
    return {{.names = {"file"},
             .target = &o.file,
             .value = "FILE",
             .meaning = "The file to write; .toml is added where it lacks",
             .required = true},
            {.names = {"--from"},
             .target = &o.from,
             .value = "SCENARIO",
             .meaning = "The scenario to change (default: historical)"}};
}

Arguments data_arguments(DataOptions& o) {
    return {{.names = {"name"},
             .target = &o.name,
             .value = "NAME",
             .meaning = "A variable, a column of the year table, excess_deaths_million, or "
                        "events"},
            flag("--list", o.list, "All variables, with unit and meaning"),
            {.names = {"--province"},
             .target = &o.province,
             .value = "PROVINCE",
             .meaning = "The record of one province"},
            format(o.output),
            output_file(o.output)};
}

Arguments calibrate_arguments(CalibrateOptions& o) {
    return {{.names = {"plan"},
             .target = &o.plan,
             .value = "FILE",
             .meaning = "what is fitted to what: a shipped plan's name or a TOML file",
             .shows_default = true},
            {.names = {"-o", "--output"},
             .target = &o.output,
             .value = "FILE",
             .meaning = "write the constants here, as a scenario's reading"},
            {.names = {"--report"},
             .target = &o.report,
             .value = "FILE",
             .meaning = "also examine the fit (false records, years not seen, what pins what) and "
                        "write the report in Markdown here"},
            {.names = {"--starts"},
             .target = &o.starts,
             .limits = Limits{0, 1000, true},
             .meaning = "further starts that tell whether there is one optimum",
             .shows_default = true},
            {.names = {"--seed"}, .target = &o.seed, .meaning = "of the starts; 1957 by default"}};
}

Arguments attribute_arguments(AttributeOptions& o) {
    return {scenario(o.scenario),
            flag("--interactions", o.interactions,
                 "Also how much each driver adds to what another does, pair by pair"),
            format(o.output),
            output_file(o.output),
            settings(o.settings),
            reading(o.reading),
            flag("--quiet", o.quiet, "The tables without title and notes; JSON is always whole"),
            about(o.output)};
}

Arguments sweep_arguments(SweepOptions& o) {
    return Arguments{scenario(o.scenario)} + axes(o.grid) +
           Arguments{
               {.names = {"--figure"},
                .target = &o.grid.figures,
                .value = "NAME",
                .meaning = "What to read off each run: lowest_ration_kg and "
                           "excess_deaths_million, or another figure of the run, or a column of "
                           "the year table with --year; may be repeated"},
               {.names = {"--year"},
                .target = &o.grid.year,
                .meaning = "The year of a year's figure"},
               {.names = {"--threads"},
                .target = &o.threads,
                .limits = Limits{0, 1024, true},
                .meaning = "At most so many; as many as cores if 0"},
               format(o.output),
               output_file(o.output),
               settings(o.settings),
               reading(o.reading),
               flag("--quiet", o.quiet,
                    "The table without title and notes; JSON and pictures are always whole"),
               about(o.output)};
}

Arguments search_arguments(SearchOptions& o) {
    return {
        scenario(o.scenario),
        {.names = {"--lever"},
         .target = &o.levers,
         .value = "NAME[*|=VALUE]",
         .meaning = "'NAME*': which multiple of its own course; NAME: held at which value "
                    "throughout; NAME=VALUE: held so from which date on (several make one "
                    "decision)"},
        {.names = {"--parameter"},
         .target = &o.parameter,
         .value = "NAME",
         .meaning = "A constant of the model"},
        {.names = {"--ration-above"},
         .target = &o.ration_above,
         .value = "KG",
         .meaning = "The lowest rural ration of a year must be above KG"},
        {.names = {"--deaths-below"},
         .target = &o.deaths_below,
         .value = "MILLION",
         .meaning = "The excess deaths of the run must be below MILLION"},
        {.names = {"--year"}, .target = &o.year, .meaning = "That year's ration or deaths alone"},
        format(o.output),
        output_file(o.output),
        settings(o.settings),
        reading(o.reading),
        flag("--quiet", o.quiet, "The answer without title and notes; JSON is always whole"),
        about(o.output)};
}

Argument ensemble_file(std::string& file) {
    return output_file(file,
                       "Write to FILE, whole or not at all; .nc (netCDF-4) and .csv decide the "
                       "format");
}

Arguments members(EnsembleOptions& o) {
    return {{.names = {"-n", "--members"},
             .target = &o.members,
             .value = "NUMBER",
             .limits = Limits{1, Points::most},
             .meaning = "How many members",
             .required = true},
            {.names = {"--seed"},
             .target = &o.seed,
             .value = "NUMBER",
             .limits = Limits{0, std::numeric_limits<std::uint64_t>::max()},
             .meaning = "Of the draws; 1 by default"},
            {.names = {"--vary"},
             .target = &o.vary,
             .value = "FILE",
             .meaning = "A TOML file of distributions; the prior of the fitted constants without "
                        "one"},
            {.names = {"--design"},
             .target = &o.design,
             .choices = {design_names.begin(), design_names.end()},
             .meaning = "How members are drawn: at random, by a Latin hypercube, or by a "
                        "scrambled Sobol' sequence; mc is the default"}};
}

Arguments ensemble_work(EnsembleOptions& o) {
    return {{.names = {"--lanes"},
             .target = &o.lanes,
             .value = "NUMBER",
             .choices = {"0", "1", "4", "8", "16"},
             .meaning = "Members side by side on a core: 1, 4, 8 or 16; what serves best if 0. No "
                        "figure depends on it"},
            {.names = {"--threads"},
             .target = &o.threads,
             .value = "NUMBER",
             .limits = Limits{0, 1024},
             .meaning = "At most so many; as many as cores if 0"},
            {.names = {"--block"},
             .target = &o.block,
             .value = "I/N",
             .meaning = "Only block I of N, counted from 1: a file for granary merge"}};
}

Arguments ensemble_arguments(EnsembleOptions& o) {
    return Arguments{scenario(o.scenario)} + members(o) +
           Arguments{{.names = {"--above"},
                      .target = &o.above,
                      .value = "FIGURE=VALUE",
                      .meaning = "Count the members whose figure lies above a value, e.g. "
                                 "rural_ration_kg=180; may be repeated"},
                     flag("--keep-members", o.keep_members,
                          "What each member was run with, and its figures, in the netCDF file too"),
                     {.names = {"--member"},
                      .target = &o.member,
                      .value = "NUMBER",
                      .limits = Limits{1, Points::most},
                      .meaning = "Run nothing; print the command that runs this member alone, "
                                 "counted from 1"}} +
           ensemble_work(o) +
           Arguments{ensemble_file(o.file), settings(o.settings), reading(o.reading),
                     flag("--quiet", o.quiet, "Print no table of the result")};
}

Arguments merge_arguments(MergeOptions& o) {
    return {{.names = {"parts"},
             .target = &o.parts,
             .value = "PART",
             .meaning = "The files of all blocks, in any order",
             .required = true},
            ensemble_file(o.file),
            flag("--quiet", o.quiet, "Print no table of the result")};
}

Arguments page_arguments(PageOptions& o) {
    return {output_file(o.file,
                        "Write to FILE, whole or not at all; without it to the standard output")};
}

Arguments serve_arguments(ServeOptions& o) {
    return {{.names = {"--port"},
             .target = &o.port,
             .value = "PORT",
             .limits = Limits{0, 65535, true},
             .meaning = "Port at 127.0.0.1, 8000 by default; 0 takes a free one"}};
}

Arguments schema_arguments(SchemaOptions& o) {
    return {{.names = {"what"},
             .target = &o.what,
             .choices = schema_names(),
             .meaning = "Whose schema",
             .shows_default = true},
            flag("--list", o.list, "The names of all schemas, and what each describes")};
}

Arguments help_arguments(HelpOptions& o) {
    return {
        {.names = {"command"}, .target = &o.command, .value = "COMMAND", .meaning = "The command"},
        {.names = {"--man"},
         .target = &o.manual,
         .meaning = "The manual page, in the macros of man",
         .hidden = true}};
}

Arguments completion_arguments(CompletionOptions& o) {
    return {{.names = {"shell"},
             .target = &o.shell,
             .choices = {"bash"},
             .meaning = "The shell",
             .required = true}};
}

/// `work` takes the options, and the program where it tells of it; it may return an exit code.
template <class Options, class Work>
int worked(const Options& options, const Program& program, Work work) {
    if constexpr (std::is_invocable_r_v<int, Work, const Options&>)
        return work(options);
    else if constexpr (std::is_invocable_v<Work, const Options&>)
        work(options);
    else
        work(options, program);
    return 0;
}

/// What is wrong with a reading is told as such, not as of a setting. A pipe is not read twice.
void require_reading(const std::string& name) {
    const auto status = std::filesystem::status(name);
    if (!std::filesystem::exists(status) || std::filesystem::is_regular_file(status))
        (void)load_reading(name);
}

/// A reading that is asked for is a setting, after the others, which keep their numbers. Only some
/// commands run all.
template <class Options>
Options with_reading(Options options) {
    if constexpr (requires { options.reading; }) {
        constexpr bool runs_all = !std::is_same_v<Options, SweepOptions>;
        if (options.reading == all_readings) {
            if (!runs_all) wrong("--reading all is not of sweep: one grid is of one reading");
        } else if (!options.reading.empty()) {
            if (options.reading == "-") options.reading = "/dev/stdin";
            require_reading(options.reading);
            options.settings.push_back(reading_setting(options.reading));
        }
    }
    return options;
}

template <class Options, class Work>
Command command(std::string name, std::string meaning, Arguments (*arguments)(Options&),
                Work work) {
    auto options = std::make_shared<Options>();
    return {std::move(name), std::move(meaning), arguments(*options),
            [options, work](const Program& program) {
                return worked(with_reading(*options), program, work);
            }};
}

Command with_more(Command command, std::string more) {
    command.more = std::move(more);
    return command;
}

Command hidden(Command command) {
    command.hidden = true;
    return command;
}

using Commands = std::vector<Command>;

Commands on_few_runs() {
    return {command("run", "Run a scenario and print its years beside the record", run_arguments,
                    run_scenario),
            command("compare", "Run scenarios and lay them side by side", compare_arguments,
                    compare_scenarios),
            with_more(command("plot", "Run scenarios and draw a chart of them", plot_arguments,
                              plot_scenarios),
                      chart_kinds_help()),
            command("report", "Run scenarios and tell of them in one page to print",
                    report_arguments, report_scenarios)};
}

Commands on_what_there_is() {
    return {
        command("list", "The shipped scenarios, each with its summary", list_arguments,
                list_scenarios),
        command("explain",
                "What a lever, parameter, scenario, event, stock, flow, figure or command is; or "
                "the model",
                explain_arguments, explain),
        command("check", "Say what is wrong with scenarios, if anything", check_arguments,
                check_scenarios),
        command("new", "Write a commented scenario file to begin from; a file that exists is kept",
                new_arguments, write_new_scenario),
        command("data", "The record: figures with evidence and source", data_arguments, show_data)};
}

Commands on_many_runs(const EnsembleCommands& ensembles) {
    return {
        command("calibrate", "Find the fitted constants from the record", calibrate_arguments,
                calibrate),
        with_more(command("attribute",
                          "What each of nine drivers did to ration, harvest and deaths (512 runs)",
                          attribute_arguments, attribute_scenario),
                  "What the drivers are counted against:\n" + driver_table().text()),
        command("sweep", "Run a scenario over a grid of one or two levers, constants or levels",
                sweep_arguments, sweep_scenario),
        command("search", "Find the least change, or the latest date of a decision, that is enough",
                search_arguments, search_scenario),
        command("ensemble",
                "Run many members of a scenario, drawn from what is not known for certain",
                ensemble_arguments, ensembles.run),
        command("merge", "Put the blocks of an ensemble together: the same figures as in one run",
                merge_arguments, ensembles.merge)};
}

Commands on_the_program() {
    return {command("page", "Write the classroom page, one HTML file", page_arguments, write_page),
            command("serve", "Show the classroom page to a browser on this machine",
                    serve_arguments, serve_page),
            command("schema", "The JSON Schema of scenario files, or of a command's JSON output",
                    schema_arguments, print_schema),
            command("help", "How a command is used", help_arguments, print_help),
            hidden(command("completion", "Completion for a shell", completion_arguments,
                           print_completion))};
}

constexpr std::string_view exit_codes = R"(Exit codes:
  0  done
  1  a fault of granary itself
  2  the command line is wrong
  3  a scenario, or a --set, has problems
  4  nothing of that name
  5  a file or the standard output cannot be read or written, or memory is used up
  6  the run left the range in which the equations hold
  7  the record is malformed)";

}  // namespace

Program program(const EnsembleCommands& ensembles) {
    return {"granary",
            "A simulation of China's grain economy and famine, 1957-62",
            {.names = {"-h", "--help"}, .meaning = "Print this help message and exit"},
            {.names = {"--version"}, .meaning = "Display program version information and exit"},
            std::string(exit_codes),
            on_few_runs() + on_what_there_is() + on_many_runs(ensembles) + on_the_program()};
}

}  // namespace granary::cli
