#include <fmt/format.h>

#include "granary/document/heading.hpp"
#include "granary/document/report/sections.hpp"
#include "granary/document/report/style.hpp"
#include "granary/write/html.hpp"
#include "granary/write/version.hpp"

namespace granary::report {
namespace {

std::string title(const Told& told) {
    std::string text = title_of(told.compared.back().scenario);
    if (told.compared.size() == 2)
        text += " against " + title_of(told.compared.front().scenario);
    else if (told.compared.size() > 2)
        text = fmt::format("{} and {} others", title_of(told.compared.front().scenario),
                           told.compared.size() - 1);
    return text;
}

std::vector<std::string (*)(const Told&)> parts_of(bool with_why) {
    std::vector<std::string (*)(const Told&)> parts{question, answer, pictures, year_by_year};
    if (with_why) parts.push_back(why);
    parts.insert(parts.end(), {changed_lines, flows, record, limits, repeat});
    return parts;
}

}  // namespace

std::string report_html(const Told& told) {
    std::string body = "<header>\n" + html::element("h1", title(told)) +
                       html::paragraph("China's grain and famine, 1957-62, as the model granary " +
                                       std::string(version()) +
                                       " has it. The famine killed some "
                                       "tens of millions of people.") +
                       "</header>\n<main>\n";
    for (const auto part : parts_of(!told.attributions.empty())) body += part(told);
    return html::page(title(told), style, body + "</main>\n");
}

}  // namespace granary::report
