#include "write/svg.hpp"

#include <fmt/format.h>

namespace granary {
namespace {

std::string escaped(std::string_view words) {
    std::string text;
    for (const char c : words) {
        if (c == '&')
            text += "&amp;";
        else if (c == '<')
            text += "&lt;";
        else
            text += c;
    }
    return text;
}

std::string_view name(Anchor anchor) {
    return anchor == Anchor::start ? "start" : anchor == Anchor::middle ? "middle" : "end";
}

}  // namespace

Svg::Svg(double width, double height, std::string_view title, std::string_view description)
    : text_(fmt::format(
          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
          "width=\"{0:.0f}\" height=\"{1:.0f}\" font-family=\"sans-serif\" role=\"img\">\n"
          "<title>{2}</title>\n<desc>{3}</desc>\n"
          "<rect width=\"{0:.0f}\" height=\"{1:.0f}\" fill=\"white\"/>\n",
          width, height, escaped(title), escaped(description))) {}

void Svg::line(const SvgPoints& points, std::string_view colour, double width,
               std::string_view dashes) {
    text_ += "<polyline points=\"";
    for (std::size_t i = 0; i < points.size(); ++i)
        text_ +=
            fmt::format("{}{:.1f},{:.1f}", i == 0 ? "" : " ", points[i].first, points[i].second);
    text_ += fmt::format("\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"", colour, width);
    if (!dashes.empty()) text_ += fmt::format(" stroke-dasharray=\"{}\"", dashes);
    text_ += "/>\n";
}

void Svg::dot(double x, double y, double radius, std::string_view colour) {
    text_ += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\" fill=\"{}\"/>\n", x, y,
                         radius, colour);
}

void Svg::text(double x, double y, std::string_view words, double size, Anchor anchor,
               std::string_view colour, bool strong) {
    text_ += fmt::format(
        "<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{}\" text-anchor=\"{}\" fill=\"{}\"{}>{}"
        "</text>\n",
        x, y, size, name(anchor), colour, strong ? " font-weight=\"bold\"" : "", escaped(words));
}

}  // namespace granary
