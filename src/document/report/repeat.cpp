/// What is needed to make the same report again.

#include <fmt/format.h>

#include <set>

#include "granary/document/provenance/checksum.hpp"
#include "granary/document/provenance/source_files.hpp"
#include "granary/document/report/sections.hpp"
#include "granary/document/run_csv.hpp"
#include "granary/record/embedded.hpp"
#include "granary/write/html.hpp"
#include "granary/write/version.hpp"

namespace granary::report {
namespace {

/// What `granary run` prints of each scenario: equal checksums are equal runs.
void add_runs(const Told& told, TextTable& table) {
    for (std::size_t i = 0; i < told.compared.size(); ++i) {
        const auto& run = told.compared[i];
        const auto csv =
            run_csv({run.scenario, run.argument, told.settings}, told.runs[i].run, Every::year);
        table.add({fmt::format("the CSV of {}", run.argument), sha256(csv)});
    }
}

TextTable checksums(const Told& told) {
    TextTable table({{"file", "", Align::left}, {"SHA-256", "", Align::left}});
    std::set<std::string> names;
    for (const auto& [path, text] : embedded_files()) {
        const bool shared = path.starts_with("data/") || path == "scenarios/fitted.toml";
        if (!shared) continue;
        names.insert(std::string(path));
        table.add({std::string(path), sha256(text)});
    }
    for (const auto& run : told.compared)
        for (const auto& [name, text] : source_files(run.scenario))
            if (names.insert(name).second) table.add({name, sha256(text)});
    add_runs(told, table);
    return table;
}

/// Each scenario's own lines, but for the first where the others only differ from it.
std::string texts(const Told& told) {
    std::string html;
    std::set<std::string> names;
    for (std::size_t i = told.compared.size() > 1 ? 1 : 0; i < told.compared.size(); ++i)
        for (const auto& [name, text] : source_files(told.compared[i].scenario))
            if (names.insert(name).second)
                html += html::element("h3", name) + html::preformatted(text);
    return html;
}

}  // namespace

std::string repeat(const Told& told) {
    return html::section(
        "repeat", "To make this again",
        html::preformatted(told.command) +
            html::paragraph(fmt::format(
                "granary {}. The CSV of a scenario is what granary run prints of it with --format "
                "csv{}.",
                version(), told.settings.empty() ? "" : " and the same settings")) +
            html::table(checksums(told), "") + texts(told));
}

}  // namespace granary::report
