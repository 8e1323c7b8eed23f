#include "cli/output.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <optional>

#include "cli/published.hpp"
#include "granary/foundation/error.hpp"
#include "granary/write/output.hpp"
#include "granary/write/text.hpp"
#include "granary/write/version.hpp"
#include "granary/write/year_table.hpp"

namespace granary::cli {
namespace {

bool set_in_environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
}

bool dumb_terminal() {
    const char* term = std::getenv("TERM");
    return term == nullptr || std::string_view(term) == "dumb";
}

std::string_view suffix_of(std::string_view path) {
    const auto name = path.substr(path.rfind('/') + 1);
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : name.substr(dot);
}

std::optional<Format> format_of_file(const std::string& file) {
    const auto suffix = suffix_of(file);
    if (suffix.empty()) return std::nullopt;
    if (suffix == ".csv") return Format::csv;
    if (suffix == ".txt") return Format::table;
    throw Error(
        ErrorClass::usage,
        fmt::format("{}: no format has the suffix {}; known are .csv and .txt", file, suffix));
}

}  // namespace

Format OutputOptions::chosen() const {
    const auto by_file = format_of_file(file);
    const Format by_name = format == "csv" ? Format::csv : Format::table;
    if (by_file && !format.empty() && *by_file != by_name)
        throw Error(ErrorClass::usage,
                    fmt::format("--format {} does not go with the suffix of {}", format, file));
    return by_file.value_or(by_name);
}

bool OutputOptions::strong() const {
    return file.empty() && ::isatty(STDOUT_FILENO) == 1 && !set_in_environment("NO_COLOR") &&
           !dumb_terminal();
}

void add_output_options(CLI::App& command, OutputOptions& options) {
    command.add_option("--format", options.format, "table (the default) or csv")
        ->check(CLI::IsMember({"table", "csv"}));
    command
        .add_option("-o,--output", options.file,
                    "Write to FILE, whole or not at all; .csv and .txt decide the format")
        ->type_name("FILE");
}

void add_settings(CLI::App& command, std::vector<std::string>& settings) {
    command
        .add_option(
            "--set", settings,
            "Change the scenario, e.g. levers.pressure=0 or parameters.belief_lag_years=0.7; "
            "may be repeated")
        ->type_name("KEY=VALUE")
        ->allow_extra_args(false);
}

void emit(const OutputOptions& options, std::string_view text) {
    if (options.file.empty()) return emit(text);
    write_file(options.file, text);
}

void emit(std::string_view text) {
    write_standard_output(text);
}

void add_provenance(const std::vector<std::string>& settings, Csv& csv) {
    for (const auto& setting : settings) csv.comment("set: " + setting);
    csv.comment(fmt::format("granary {}", version()));
    csv.comment(units_note);
    const auto published = published_estimates();
    csv.comment(fmt::format("published estimates of the famine's excess deaths: {} ({})",
                            published.range(), published.authors()));
}

}  // namespace granary::cli
