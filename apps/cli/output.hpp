#pragma once
/// The options of commands that print a table, and the way out for all text.

#include <string>
#include <string_view>
#include <vector>

namespace granary::cli {

enum class Format { table, csv, json, svg, png };

struct OutputOptions {
    std::string format, file;
    std::vector<Format> known{Format::table, Format::csv, Format::json};  ///< of the command

    /// The format asked for, by name or by the file's suffix. Throws a usage error where the suffix
    /// is unknown to the command or the two disagree.
    Format chosen() const;
    /// Whether headings may be set off: on a terminal that was not asked to be plain.
    bool strong() const;
};

/// "table", "csv"; ".txt", ".csv".
std::vector<std::string> names_of(const std::vector<Format>& formats);
std::vector<std::string> suffixes_of(const std::vector<Format>& formats);

/// "table, csv or json"; "table or json".
std::string enumerated(const std::vector<std::string>& words, std::string_view conjunction);

/// To the file, or to the standard output; a reader who left is no fault. No character of a text
/// steers a terminal.
void emit(const OutputOptions& options, std::string_view text);
void emit(std::string_view text);

}  // namespace granary::cli
