#include "cli/output.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>

#include "granary/foundation/error.hpp"
#include "granary/foundation/file_name.hpp"
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

const FormatNames& row_of(Format format) {
    return *std::find_if(std::begin(all_names), std::end(all_names),
                         [&](const FormatNames& names) { return names.format == format; });
}

std::vector<std::string> words_of(const std::vector<Format>& formats,
                                  std::string_view FormatNames::*word) {
    std::vector<std::string> words;
    for (const auto format : formats) words.emplace_back(row_of(format).*word);
    return words;
}

std::optional<Format> called(const std::vector<Format>& formats, std::string_view word,
                             std::string_view FormatNames::*kind) {
    for (const auto format : formats)
        if (row_of(format).*kind == word) return format;
    return std::nullopt;
}

std::optional<Format> format_of_file(const std::string& file, const std::vector<Format>& known) {
    const auto suffix = file_suffix(file);
    if (suffix.empty()) return std::nullopt;
    if (const auto format = called(known, suffix, &FormatNames::suffix)) return format;
    throw Error(ErrorClass::usage,
                fmt::format("{}: no format has the suffix {}; known are {}", file, suffix,
                            enumerated(suffixes_of(known), "and")));
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

std::vector<std::string> names_of(const std::vector<Format>& formats) {
    return words_of(formats, &FormatNames::name);
}

std::vector<std::string> suffixes_of(const std::vector<Format>& formats) {
    return words_of(formats, &FormatNames::suffix);
}

std::string enumerated(const std::vector<std::string>& words, std::string_view conjunction) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? fmt::format(" {} ", conjunction) : ", ";
        text += words[i];
    }
    return text;
}

void emit(const OutputOptions& options, std::string_view text) {
    const bool is_text = options.chosen() != Format::png;
    const auto shown = is_text ? shown_lines(text) : std::string(text);
    if (!options.file.empty()) return write_file(options.file, shown);
    write_standard_output(shown);
}

void emit(std::string_view text) {
    write_standard_output(shown_lines(text));
}

}  // namespace granary::cli
