#include "cli/output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <utility>

#include "granary/foundation/error.hpp"
#include "granary/foundation/file_name.hpp"
#include "granary/record/published.hpp"
#include "granary/write/output.hpp"
#include "granary/write/text.hpp"
#include "granary/write/version.hpp"
#include "granary/write/year_table.hpp"
#include "write/terminal.hpp"

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
    const auto suffix = small_suffix(file);
    if (suffix.empty()) return std::nullopt;
    if (const auto format = called(known, suffix, &FormatNames::suffix)) return format;
    throw Error(ErrorClass::usage,
                fmt::format("{}: no format has the suffix {}; known are {}", file, suffix,
                            enumerated(suffixes_of(known), "and")));
}

void emit_csv(const OutputOptions& options, const Csv& csv) {
    if (options.about)
        put_bytes(options.file, csv.text_below_about());
    else if (is_standard_output(options.file))
        terminal::pass_on(csv.text());
    else
        write_csv_file(options.file, csv);
}

}  // namespace

Format OutputOptions::chosen() const {
    const auto named_format = named();
    if (about && named_format != Format::csv)
        throw Error(ErrorClass::usage, "--about goes with CSV: give --format csv or -o FILE.csv");
    return named_format;
}

Format OutputOptions::named() const {
    const auto by_file = format_of_file(file, known);
    const auto by_name = called(known, format, &FormatNames::name);
    if (by_file && by_name && *by_file != *by_name)
        throw Error(ErrorClass::usage,
                    fmt::format("--format {} does not go with the suffix of {}", format, file));
    return by_file.value_or(by_name.value_or(Format::table));
}

bool OutputOptions::strong() const {
    return is_standard_output(file) && terminal::is_output() && !set_in_environment("NO_COLOR") &&
           !dumb_terminal();
}

bool is_standard_output(const std::string& file) {
    return file.empty() || file == "-";
}

void require_no_terminal(const std::string& file, std::string_view suffix) {
    if (!file.empty() || !terminal::is_output()) return;
    throw Error(ErrorClass::usage,
                fmt::format("this is not for a terminal: -o FILE{} writes it to a file, | passes "
                            "it on, and -o - prints it all the same",
                            suffix));
}

Written written(const Csv& csv, bool quiet) {
    if (quiet) return csv.text();
    return csv;
}

Written one_below_the_other(std::vector<Written> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : "\n") + std::get<std::string>(part);
    return text;
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

void emit(const OutputOptions& options, const Written& written) {
    if (const auto* csv = std::get_if<Csv>(&written)) return emit_csv(options, *csv);
    const auto& text = std::get<std::string>(written);
    const bool is_text = options.chosen() != Format::png;
    put_bytes(options.file, is_text ? shown_lines(text) : text);
}

void emit(std::string_view text) {
    terminal::show(text);
}

void put(const std::string& file, const HtmlText& page) {
    put_bytes(file, page.text());
}

void put(const std::string& file, const SvgText& picture) {
    put_bytes(file, picture.text());
}

void put_bytes(const std::string& file, std::string_view bytes) {
    if (is_standard_output(file))
        terminal::pass_on(bytes);
    else
        write_file(file, bytes);
}

}  // namespace granary::cli
