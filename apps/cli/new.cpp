/// granary new FILE --from SCENARIO

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/usage.hpp"
#include "granary/document/heading.hpp"
#include "granary/document/reference/explanation.hpp"
#include "granary/foundation/error.hpp"
#include "granary/foundation/plain_text.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/write/json.hpp"
#include "granary/write/number.hpp"
#include "granary/write/output.hpp"

namespace granary::cli {
namespace {

namespace fs = std::filesystem;

/// A folder as the kernel sees it: "..", which a relative path begins with, does not go back
/// through a link.
fs::path folder_of(const fs::path& file) {
    return fs::weakly_canonical(fs::absolute(file).parent_path());
}

/// The parent as the new file names it: a shipped scenario, or a path from the new file's folder.
std::string name_for(const Scenario& parent, const fs::path& file) {
    const auto last = std::find_if(parent.sources.rbegin(), parent.sources.rend(),
                                   [](const SourceText& each) { return !each.of_constants; });
    if (last == parent.sources.rend() || last->from != SourceText::From::disk) return parent.name;
    const fs::path own(last->file);
    if (!fs::is_regular_file(own))
        wrong(
            fmt::format("--from {}: a pipe cannot be extended, for it is read once: write its text "
                        "to a file",
                        last->file));
    return (folder_of(own) / own.filename()).lexically_relative(folder_of(file)).string();
}

/// The text as a value of TOML, whose quotes are those of JSON for all that is fit to be shown.
std::string in_quotes(std::string_view text) {
    return Json(plain_text(text)).text();
}

/// When the changes in the comments begin: a year into the span, where it is that long.
std::string change_date(const Scenario& scenario) {
    const Instant later{scenario.start.year + 1, scenario.start.season};
    return date_text(later < scenario.end ? later : scenario.start);
}

double default_of(const LeverRow& row) {
    const auto parameter = find_row<Parameter>(row.parameter);
    return parameter ? Parameter::table[*parameter].value : row.value;
}

/// What a lever is, and a line that changes it once its "#" is taken away.
std::string lever_lines(const LeverRow& row, const Schedule& schedule, const std::string& date) {
    const auto unit = row.unit == "1" ? std::string() : fmt::format(" {}", row.unit);
    const bool is_constant = schedule.segments().size() == 1;
    const auto value = shortest(default_of(row));
    return fmt::format(
        "\n# {}: {}{}.\n# {} = {}\n", row.meaning, range_text(row.low, row.high, "1"), unit,
        row.name, is_constant ? value : fmt::format("{{ from = \"{}\", set = {} }}", date, value));
}

std::string file_text(const Scenario& parent, const std::string& from, const std::string& file) {
    const auto date = change_date(parent);
    const auto& example = Parameter::table[parameter::belief_lag_years.index];
    std::string text = fmt::format(
        "# A scenario for granary. Whatever this file does not say is as in the scenario it "
        "extends.\n"
        "#   granary check {0}\n#   granary compare {1} {0}\n\n"
        "title = {2}\n"
        "summary = \"Not yet changed: say here in a sentence what is decided otherwise.\"\n"
        "extends = {3}\n\n"
        "# Levers are what a person decides. Take the \"# \" before a line away and change its "
        "value:\n"
        "#   a number holds throughout;\n"
        "#   {{ from = \"{4}\", set = NUMBER }} holds from that day on;\n"
        "#   {{ scale = 0.5 }} is half of what the parent has;\n"
        "#   {{ points = [[\"{4}\", NUMBER], [DATE, NUMBER]] }} runs in straight lines.\n"
        "[levers]\n",
        plain_text(file), plain_text(from),
        in_quotes(fmt::format("A change to \"{}\"", title_of(parent))),
        in_quotes(name_for(parent, file)), date);
    for (std::size_t i = 0; i < Lever::table.size(); ++i)
        text += lever_lines(Lever::table[i], parent.levers[i], date);
    return text +
           fmt::format(
               "\n# Parameters are constants of the model; `granary explain parameters` lists "
               "them.\n[parameters]\n\n# {}: {} {}.\n"
               "# {} = {{ value = {}, source = \"assumed: why\" }}\n",
               example.meaning, range_text(example.low, example.high, "1"), example.unit,
               example.name, shortest(parent.constants.values[parameter::belief_lag_years.index]));
}

fs::path file_called(const std::string& name) {
    fs::path file(name);
    const auto last = file.filename();
    if (last.empty() || last == "." || last == "..")
        throw Error(ErrorClass::usage, fmt::format("\"{}\" is no name for a file", name));
    if (file.extension() != scenario_suffix) file += scenario_suffix;
    return file;
}

}  // namespace

void write_new_scenario(const NewOptions& options) {
    const auto file = file_called(options.file);
    const auto parent = load_scenario(options.from);
    const auto text = file_text(parent, options.from, file.string());
    write_new_file(file.string(), text);
    emit(fmt::format("wrote {}, which extends {}\n", plain_text(file.string()),
                     plain_text(options.from)));
}

}  // namespace granary::cli
