/// What each driver did: the picture and the tables of an attribution.

#include <fmt/format.h>

#include "document/report/sections.hpp"
#include "granary/document/study/why_tables.hpp"
#include "granary/write/html.hpp"
#include "granary/write/study/attribution_table.hpp"
#include "granary/write/study/waterfall.hpp"

namespace granary::report {
namespace {

HtmlText waterfalls(const Scenario& scenario, const Attribution& attribution,
                    const ReportContent& content) {
    HtmlText text;
    for (const std::string figure : {"rural_ration_kg", "excess_deaths_million"})
        text += html::figure(waterfall_svg(scenario, attribution, {figure, {}, content.settings}));
    return text;
}

HtmlText tables(const std::vector<TitledTable>& titled) {
    HtmlText text;
    for (const auto& [title, table] : titled) text += html::table(table, title);
    return text;
}

}  // namespace

HtmlText why(const ReportContent& content) {
    HtmlText text = html::paragraph(granary::why::method);
    for (std::size_t i = 0; i < content.compared.size(); ++i) {
        const auto& scenario = content.compared[i].scenario;
        const auto& attribution = content.attributions[i];
        text += html::element("h3", name_of(content, i)) +
                waterfalls(scenario, attribution, content) +
                tables(attribution_tables(attribution));
        if (const auto star = granary::why::star_note(attribution); !star.empty())
            text += html::paragraph(star);
        const auto published = granary::why::published_tables(scenario, attribution);
        text += tables(published);
        if (!published.empty()) text += html::paragraph(granary::why::published_note());
    }
    return html::section("why", "What each driver did",
                         text + html::table(driver_table(), "The drivers and their references") +
                             html::paragraph(granary::why::all_else));
}

}  // namespace granary::report
