#pragma once
/// The options of commands that print a table, and the way out for all text.

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "granary/write/csv.hpp"
#include "granary/write/safe_text.hpp"

namespace granary::cli {

enum class Format { table, csv, json, svg, png };

struct OutputOptions {
    std::string format, file;  ///< "-" is the standard output too
    std::vector<Format> known{Format::table, Format::csv, Format::json};  ///< of the command
    bool about = false;  ///< what is said about CSV stands above it

    /// The format asked for, by name or by the file's suffix. Throws a usage error where the suffix
    /// is unknown to the command or the two disagree.
    Format chosen() const;
    /// Whether headings may be set off: on a terminal that was not asked to be plain.
    bool strong() const;

  private:
    Format named() const;
};

/// A text, or CSV with what is said about it.
using Written = std::variant<std::string, Csv>;

/// `quiet` without what is said about it.
Written written(const Csv& csv, bool quiet);

/// One alone, or texts with an empty line between two.
Written one_below_the_other(std::vector<Written> parts);

/// Whether no file is named, or "-".
bool is_standard_output(const std::string& file);

/// Throws a usage error where no file is named and a terminal would get what fills it for minutes.
void require_no_terminal(const std::string& file, std::string_view suffix);

/// "table", "csv"; ".txt", ".csv".
std::vector<std::string> names_of(const std::vector<Format>& formats);
std::vector<std::string> suffixes_of(const std::vector<Format>& formats);

/// "table, csv or json"; "table or json".
std::string enumerated(const std::vector<std::string>& words, std::string_view conjunction);

/// To the file, or to the standard output; a reader who left is no fault. No character of a text
/// steers a terminal. What is said about CSV stands above it where that is asked for; else a file
/// has it beside it.
void emit(const OutputOptions& options, const Written& written);
void emit(std::string_view text);

/// The same for a document whose format has escaped what a user wrote.
void put(const std::string& file, const HtmlText& page);
void put(const std::string& file, const SvgText& picture);

/// The same for what is no text, as it is.
void put_bytes(const std::string& file, std::string_view bytes);

}  // namespace granary::cli
