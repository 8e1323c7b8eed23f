/// What is needed to make the same report again.

#include <fmt/format.h>

#include <set>

#include "document/report/sections.hpp"
#include "granary/document/provenance/checksum.hpp"
#include "granary/document/provenance/source_files.hpp"
#include "granary/document/run_csv.hpp"
#include "granary/record/embedded.hpp"
#include "granary/write/html.hpp"
#include "granary/write/version.hpp"

namespace granary::report {
namespace {

/// What `granary run` prints of each scenario: equal checksums are equal runs.
void add_runs(const ReportContent& content, TextTable& table) {
    for (std::size_t i = 0; i < content.compared.size(); ++i) {
        const auto& run = content.compared[i];
        const auto csv = run_csv({run.scenario, run.argument, content.settings},
                                 content.runs[i].run, Every::year);
        table.add({fmt::format("the CSV of {}", run.argument), sha256(csv.text())});
    }
}

TextTable checksums(const ReportContent& content) {
    TextTable table({{"file", "", Align::left}, {"SHA-256", "", Align::left}});
    std::set<std::string> names;
    for (const auto& [path, text] : embedded_files()) {
        const bool shared = path.starts_with("data/") || path.starts_with("readings/");
        if (!shared) continue;
        names.insert(std::string(path));
        table.add({std::string(path), sha256(text)});
    }
    for (const auto& run : content.compared)
        for (const auto& source : source_files(run.scenario))
            if (names.insert(source.file).second) table.add({source.file, sha256(source.text)});
    add_runs(content, table);
    return table;
}

/// Each scenario's own lines, but for the first where the others only differ from it.
HtmlText texts(const ReportContent& content) {
    HtmlText html;
    std::set<std::string> names;
    for (std::size_t i = content.compared.size() > 1 ? 1 : 0; i < content.compared.size(); ++i)
        for (const auto& source : source_files(content.compared[i].scenario))
            if (names.insert(source.file).second)
                html += html::element("h3", source.file) + html::preformatted(source.text);
    return html;
}

}  // namespace

HtmlText repeat(const ReportContent& content) {
    return html::section(
        "repeat", "To make this again",
        html::preformatted(content.command) +
            html::paragraph(fmt::format(
                "granary {}. The CSV of a scenario is what granary run prints of it with --format "
                "csv{}.",
                version(), content.settings.empty() ? "" : " and the same settings")) +
            html::table(checksums(content), "") + texts(content));
}

}  // namespace granary::report
