#include "granary/write/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "granary/foundation/split.hpp"
#include "write/svg.hpp"

namespace granary::html {
namespace {

std::string_view column_class(const TextTable::Column& column) {
    return column.align == Align::left ? "" : " class=\"n\"";
}

std::string group_row(const TextTable& table) {
    if (table.groups().empty()) return {};
    std::string row = "<tr>";
    for (const auto& group : table.groups())
        row += fmt::format("<th scope=\"colgroup\" colspan=\"{}\">{}</th>", group.columns,
                           escaped(group.title));
    return row + "</tr>\n";
}

/// Name and unit in one cell, so that both are read with every figure below.
std::string head_row(const TextTable& table) {
    std::string row = "<tr>";
    for (const auto& column : table.columns())
        row +=
            fmt::format("<th scope=\"col\"{}>{}{}{}</th>", column_class(column),
                        escaped(column.name), column.unit.empty() ? "" : "<br>",
                        column.unit.empty() ? "" : "<small>" + escaped(column.unit) + "</small>");
    return row + "</tr>\n";
}

std::string body_row(const TextTable& table, const std::vector<std::string>& cells) {
    std::string row = "<tr>";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool names_row = i == 0 && table.columns()[i].align == Align::left;
        row += names_row ? fmt::format("<th scope=\"row\">{}</th>", escaped(cells[i]))
                         : fmt::format("<td{}>{}</td>", column_class(table.columns()[i]),
                                       escaped(cells[i]));
    }
    return row + "</tr>\n";
}

}  // namespace

std::string escaped(std::string_view words) {
    std::string text;
    for (const char c : xml_escaped(words)) {
        if (c == '>')
            text += "&gt;";
        else if (c == '"')
            text += "&quot;";
        else if (c == '\'')
            text += "&#39;";
        else
            text += c;
    }
    return text;
}

std::string element(std::string_view name, std::string_view words) {
    return fmt::format("<{0}>{1}</{0}>\n", name, escaped(words));
}

std::string preformatted(std::string_view lines) {
    std::string text = "<pre>";
    for (const auto line : split(lines, '\n')) text += escaped(line) + '\n';
    return text + "</pre>\n";
}

std::string paragraph(std::string_view words) {
    return words.empty() ? std::string() : element("p", words);
}

std::string table(const TextTable& table, std::string_view caption) {
    std::string text = "<div class=\"wide\" tabindex=\"0\"><table>\n";
    if (!caption.empty()) text += element("caption", caption);
    text += "<thead>\n" + group_row(table) + head_row(table) + "</thead>\n<tbody>\n";
    for (const auto& row : table.rows()) text += body_row(table, row);
    return text + "</tbody></table></div>\n";
}

std::string figure(std::string_view svg) {
    return fmt::format("<figure class=\"wide\" tabindex=\"0\">\n{}</figure>\n", svg);
}

std::string section(std::string_view id, std::string_view heading, std::string_view body) {
    return fmt::format(
        "<section id=\"{0}\" aria-labelledby=\"{0}-heading\">\n"
        "<h2 id=\"{0}-heading\">{1}</h2>\n{2}</section>\n",
        id, escaped(heading), body);
}

std::string page(std::string_view title, std::string_view style, std::string_view body) {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" "
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
        escaped(title), style, body);
}

}  // namespace granary::html
