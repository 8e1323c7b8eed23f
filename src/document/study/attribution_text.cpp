#include "granary/document/study/attribution_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "granary/analysis/tolls.hpp"
#include "granary/document/csv_provenance.hpp"
#include "granary/document/heading.hpp"
#include "granary/document/study/why_tables.hpp"
#include "granary/write/study/attribution_table.hpp"
#include "granary/write/text.hpp"

namespace granary {
namespace {

/// Each under its title, an empty line between two.
std::string text_of(std::span<const TitledTable> tables, bool strong) {
    std::string text;
    for (const auto& [title, table] : tables)
        text += fmt::format("{}{}\n{}", text.empty() ? "" : "\n", title, table.text(strong));
    return text;
}

}  // namespace

std::string attribution_text(const RunDescription& what, const Attribution& attribution,
                             const TextStyle& style) {
    auto tables = text_of(attribution_tables(attribution), style.strong);
    if (const auto star = why::star_note(attribution); !star.empty())
        tables += fmt::format("{}\n", star);
    if (style.quiet) return tables;
    auto text = heading(what.scenario, what.settings, style.strong) + '\n' + wrapped(why::method) +
                "\n\n" + tables + '\n' + driver_table().text(style.strong) +
                wrapped(why::all_else) + '\n' + wrapped(reading_note(what.scenario.reading)) + '\n';
    const auto published = why::published_tables(what.scenario, attribution);
    if (published.empty()) return text;
    return text + '\n' + text_of(published, style.strong) + why::published_note() + '\n';
}

Csv attribution_csv(const RunDescription& what, const Attribution& attribution) {
    Csv csv;
    add_scenario(what, csv);
    csv.comment(why::method);
    csv.comment(why::all_else);
    add_provenance(what.settings, csv);
    add_attribution(attribution, csv);
    return csv;
}

}  // namespace granary
