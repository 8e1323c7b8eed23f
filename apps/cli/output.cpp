#include "cli/output.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>

#include "granary/foundation/error.hpp"
#include "granary/record/published.hpp"
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

struct FormatNames {
    Format format;
    std::string_view name, suffix;
};

/// The first is the default.
constexpr FormatNames all_names[] = {{Format::table, "table", ".txt"},
                                     {Format::csv, "csv", ".csv"},
                                     {Format::json, "json", ".json"},
                                     {Format::svg, "svg", ".svg"},
                                     {Format::png, "png", ".png"}};

const FormatNames& names_of(Format format) {
    return *std::find_if(std::begin(all_names), std::end(all_names),
                         [&](const FormatNames& names) { return names.format == format; });
}

/// "table, csv or json"; "table or json".
std::string enumerated(const std::vector<Format>& formats, std::string_view FormatNames::*word,
                       std::string_view conjunction) {
    std::string text;
    for (std::size_t i = 0; i < formats.size(); ++i) {
        if (i > 0) text += i + 1 == formats.size() ? fmt::format(" {} ", conjunction) : ", ";
        text += names_of(formats[i]).*word;
    }
    return text;
}

std::optional<Format> called(const std::vector<Format>& formats, std::string_view word,
                             std::string_view FormatNames::*kind) {
    for (const auto format : formats)
        if (names_of(format).*kind == word) return format;
    return std::nullopt;
}

std::optional<Format> format_of_file(const std::string& file, const std::vector<Format>& known) {
    const auto suffix = suffix_of(file);
    if (suffix.empty()) return std::nullopt;
    if (const auto format = called(known, suffix, &FormatNames::suffix)) return format;
    throw Error(ErrorClass::usage,
                fmt::format("{}: no format has the suffix {}; known are {}", file, suffix,
                            enumerated(known, &FormatNames::suffix, "and")));
}

}  // namespace

Format OutputOptions::chosen() const {
    const auto by_file = format_of_file(file, known);
    const auto by_name = called(known, format, &FormatNames::name);
    if (by_file && by_name && *by_file != *by_name)
        throw Error(ErrorClass::usage,
                    fmt::format("--format {} does not go with the suffix of {}", format, file));
    return by_file.value_or(by_name.value_or(Format::table));
}

bool OutputOptions::strong() const {
    return file.empty() && ::isatty(STDOUT_FILENO) == 1 && !set_in_environment("NO_COLOR") &&
           !dumb_terminal();
}

void add_output_options(CLI::App& command, OutputOptions& options) {
    std::vector<std::string> names;
    for (const auto format : options.known) names.emplace_back(names_of(format).name);
    command
        .add_option("--format", options.format,
                    enumerated(options.known, &FormatNames::name, "or") + "; table is the default")
        ->check(CLI::IsMember(names));
    command
        .add_option("-o,--output", options.file,
                    fmt::format("Write to FILE, whole or not at all; {} decide the format",
                                enumerated(options.known, &FormatNames::suffix, "and")))
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

}  // namespace granary::cli
