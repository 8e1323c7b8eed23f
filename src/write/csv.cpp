#include "granary/write/csv.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "granary/foundation/error.hpp"
#include "granary/foundation/file_name.hpp"
#include "granary/foundation/finite_number.hpp"
#include "granary/foundation/plain_text.hpp"
#include "granary/write/json.hpp"
#include "granary/write/output.hpp"
#include "granary/write/refuse_to_replace.hpp"
#include "granary/write/text.hpp"
#include "granary/write/version.hpp"

namespace granary {
namespace {

std::string quoted_cell(std::string_view cell) {
    std::string text = "\"";
    for (const char c : cell) {
        if (c == '"') text += '"';
        text += c;
    }
    return text + '"';
}

bool is_number(std::string_view cell) {
    if (cell.starts_with('+')) cell.remove_prefix(1);
    return finite_number(std::string(cell)).has_value();
}

/// A table calculates what begins like this, unless it is a number or a sign alone.
bool is_formula(std::string_view cell) {
    return cell.size() > 1 && std::string_view("=+-@").find(cell[0]) != std::string_view::npos &&
           !is_number(cell);
}

std::string cell_text(std::string_view cell) {
    const auto plain = (is_formula(cell) ? "'" : "") + plain_lines(cell);
    const bool is_clear = plain.find_first_of(",\"#\n") == std::string::npos;
    return is_clear ? plain : quoted_cell(plain);
}

constexpr std::string_view about_key = "about_csv", about_format = "granary-about-csv-1";

std::string about_json(const std::string& file, const Csv& csv) {
    return json_text(JsonObject()
                         .add(about_key, file_name(file))
                         .add("format", about_format)
                         .add("granary", version())
                         .add("about", json_list(csv.about())));
}

bool is_device(const std::string& file) {
    std::error_code fault;
    if (file.starts_with("/dev/")) return true;  // which may lead to a regular file
    return std::filesystem::exists(file, fault) && !std::filesystem::is_regular_file(file, fault);
}

}  // namespace

void Csv::comment(std::string_view line) {
    about_.push_back(one_line(line));
}

std::string Csv::text_below_about() const {
    std::string text;
    for (const auto& line : about_) text += "# " + line + '\n';
    return text + text_;
}

std::string about_file(const std::string& csv_file) {
    return csv_file + ".json";
}

void require_own_about_file(const std::string& csv_file) {
    if (!is_device(csv_file))
        require_own(about_file(csv_file), about_key, "what is to be said about the CSV");
}

void write_csv_file(const std::string& file, const Csv& csv) {
    if (csv.about().empty() || is_device(file)) return write_file(file, csv.text());
    require_own_about_file(file);
    write_file(file, csv.text());
    write_file(about_file(file), about_json(file, csv));
}

void Csv::row(std::span<const std::string> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text_ += ',';
        text_ += cell_text(cells[i]);
    }
    text_ += '\n';
}

}  // namespace granary
