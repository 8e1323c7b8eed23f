#include "granary/document/report/report.hpp"

#include <fmt/format.h>

#include "document/report/sections.hpp"
#include "document/report/style.hpp"
#include "granary/document/heading.hpp"
#include "granary/write/html.hpp"
#include "granary/write/version.hpp"

namespace granary {
namespace report {
namespace {

std::string title(const ReportContent& content) {
    std::string text = title_of(content.compared.back().scenario);
    if (content.compared.size() == 2)
        text += " against " + title_of(content.compared.front().scenario);
    else if (content.compared.size() > 2)
        text = fmt::format("{} and {} others", title_of(content.compared.front().scenario),
                           content.compared.size() - 1);
    return text;
}

std::vector<HtmlText (*)(const ReportContent&)> parts_of(bool with_why) {
    std::vector<HtmlText (*)(const ReportContent&)> parts{question, answer, pictures, year_by_year};
    if (with_why) parts.push_back(why);
    parts.insert(parts.end(), {changed_lines, flows, record, limits, repeat});
    return parts;
}

}  // namespace
}  // namespace report

HtmlText report_html(const ReportContent& content) {
    HtmlText body = "<header>\n" + html::element("h1", report::title(content)) +
                    html::paragraph("China's grain and famine, 1957-62, as the model granary " +
                                    std::string(version()) +
                                    " has it. The famine killed some "
                                    "tens of millions of people.") +
                    "</header>\n<main>\n";
    for (const auto part : report::parts_of(!content.attributions.empty())) body += part(content);
    return html::page(report::title(content), report::style, body + "</main>\n");
}

}  // namespace granary
