#include <fmt/format.h>

#include "document/report/sections.hpp"
#include "granary/write/html.hpp"

namespace granary::report {
namespace {

/// Kinds that hold a panel for each scenario grow with their number.
constexpr std::size_t most_with_panels = 4;

std::vector<std::string_view> kinds_for(std::size_t scenarios) {
    if (scenarios == 1)
        return {"overview", "ration", "harvest", "flows", "stores", "people", "ladder"};
    if (scenarios <= most_with_panels)
        return {"ration", "people", "harvest", "flows", "stores", "ladder"};
    return {"multiples", "people"};
}

}  // namespace

HtmlText pictures(const ReportContent& content) {
    ChartOptions options;
    options.settings = content.settings;
    HtmlText text;
    for (const auto kind : kinds_for(content.runs.size()))
        text += html::figure(chart_svg(kind, content.runs, options));
    if (content.runs.size() > most_with_panels)
        text += html::paragraph(fmt::format(
            "Harvest, flows, stores and the ladder of reports are drawn for up to {} scenarios.",
            most_with_panels));
    return html::section("pictures", "Pictures", text);
}

}  // namespace granary::report
