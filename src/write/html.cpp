#include "granary/write/html.hpp"

#include <string>
#include <vector>

#include "granary/foundation/split.hpp"
#include "write/svg.hpp"

namespace granary::html {
namespace {

using Markup = Literal<InHtml>;

Markup column_class(const TextTable::Column& column) {
    return column.align == Align::left ? Markup("") : Markup(" class=\"n\"");
}

HtmlText group_row(const TextTable& table) {
    if (table.groups().empty()) return {};
    HtmlText row = Markup("<tr>");
    for (const auto& group : table.groups())
        row += filled<InHtml>("<th scope=\"colgroup\" colspan=\"{}\">{}</th>", group.columns,
                              escaped(group.title));
    return row + "</tr>\n";
}

HtmlText unit_line(const TextTable::Column& column) {
    if (column.unit.empty()) return {};
    return filled<InHtml>("<br><small>{}</small>", escaped(column.unit));
}

/// Name and unit in one cell, so that both are read with every figure below.
HtmlText head_row(const TextTable& table) {
    HtmlText row = Markup("<tr>");
    for (const auto& column : table.columns())
        row += filled<InHtml>("<th scope=\"col\"{}>{}{}</th>", column_class(column),
                              escaped(column.name), unit_line(column));
    return row + "</tr>\n";
}

HtmlText body_row(const TextTable& table, const std::vector<std::string>& cells) {
    HtmlText row = Markup("<tr>");
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto& column = table.columns()[i];
        const bool names_row = i == 0 && column.align == Align::left;
        row += names_row ? filled<InHtml>("<th scope=\"row\">{}</th>", escaped(cells[i]))
                         : filled<InHtml>("<td{}>{}</td>", column_class(column), escaped(cells[i]));
    }
    return row + "</tr>\n";
}

}  // namespace

HtmlText escaped(std::string_view words) {
    std::string text;
    for (const char c : xml_escaped(words).text()) {
        if (c == '"')
            text += "&quot;";
        else if (c == '\'')
            text += "&#39;";
        else
            text += c;
    }
    return HtmlText::vouched(std::move(text));
}

HtmlText element(Markup name, std::string_view words) {
    return filled<InHtml>("<{0}>{1}</{0}>\n", name, escaped(words));
}

HtmlText preformatted(std::string_view lines) {
    HtmlText text = Markup("<pre>");
    for (const auto line : split(lines, '\n')) text += escaped(line) + "\n";
    return text + "</pre>\n";
}

HtmlText paragraph(std::string_view words) {
    return words.empty() ? HtmlText() : element("p", words);
}

HtmlText table(const TextTable& table, std::string_view caption) {
    HtmlText text = Markup("<div class=\"wide\" tabindex=\"0\"><table>\n");
    if (!caption.empty()) text += element("caption", caption);
    text += "<thead>\n" + group_row(table) + head_row(table) + "</thead>\n<tbody>\n";
    for (const auto& row : table.rows()) text += body_row(table, row);
    return text + "</tbody></table></div>\n";
}

HtmlText figure(const SvgText& svg) {
    return HtmlText::vouched(
        fmt::format("<figure class=\"wide\" tabindex=\"0\">\n{}</figure>\n", svg.text()));
}

HtmlText section(Markup id, std::string_view heading, const HtmlText& body) {
    return filled<InHtml>(
        "<section id=\"{0}\" aria-labelledby=\"{0}-heading\">\n"
        "<h2 id=\"{0}-heading\">{1}</h2>\n{2}</section>\n",
        id, escaped(heading), body);
}

HtmlText page(std::string_view title, Markup style, const HtmlText& body) {
    return filled<InHtml>(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" "
        "content=\"default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; "
        "base-uri 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
        escaped(title), style, body);
}

}  // namespace granary::html
