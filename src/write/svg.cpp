#include "write/svg.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>

#include "granary/foundation/utf8.hpp"

namespace granary {
namespace {

/// The bytes of the character that begins the text; 0 where it is not UTF-8, or one of the two
/// characters that XML leaves out.
std::size_t character_length(std::string_view text) {
    const auto code = character_at(text, 0).code;
    return code == 0xFFFE || code == 0xFFFF ? 0 : utf8_character(text);
}

void append_escaped(std::string_view character, std::string& text) {
    const char c = character.front();
    if (c == '&')
        text += "&amp;";
    else if (c == '<')
        text += "&lt;";
    else if (character.size() == 1 && (static_cast<unsigned char>(c) < 0x20 || c == 0x7F))
        text += ' ';
    else
        text += character;
}

std::string_view name(Anchor anchor) {
    return anchor == Anchor::start ? "start" : anchor == Anchor::middle ? "middle" : "end";
}

/// The lines of a tile of 8 by 8.
std::string_view tile(Hatch hatch) {
    switch (hatch) {
        case Hatch::rising:
            return "M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6";
        case Hatch::falling:
            return "M-2,6 L2,10 M0,0 L8,8 M6,-2 L10,2";
        case Hatch::level:
            return "M0,4 L8,4";
        case Hatch::upright:
            return "M4,0 L4,8";
        case Hatch::crossed:
            return "M0,8 L8,0 M0,0 L8,8";
        case Hatch::dots:
            return "M1,2 L3,2 M5,6 L7,6";
        case Hatch::none:
            break;
    }
    return "";
}

std::string path_of(const SvgPoints& points) {
    std::string text;
    for (const auto& [x, y] : points)
        text += fmt::format("{}{:.1f},{:.1f}", text.empty() ? "" : " ", x, y);
    return text;
}

/// A shape about the origin with room for a circle of radius 1, so that all look equally large.
SvgPoints corners(Marker shape) {
    switch (shape) {
        case Marker::square:
            return {{-0.9, -0.9}, {0.9, -0.9}, {0.9, 0.9}, {-0.9, 0.9}};
        case Marker::triangle:
            return {{0, -1.2}, {1.15, 0.9}, {-1.15, 0.9}};
        case Marker::inverted:
            return {{0, 1.2}, {1.15, -0.9}, {-1.15, -0.9}};
        case Marker::diamond:
            return {{0, -1.3}, {1.3, 0}, {0, 1.3}, {-1.3, 0}};
        case Marker::circle:
        case Marker::none:
            break;
    }
    return {};
}

}  // namespace

std::string xml_escaped(std::string_view words) {
    std::string text;
    while (!words.empty()) {
        const auto length = character_length(words);
        if (length == 0)
            text += "\uFFFD";
        else
            append_escaped(words.substr(0, length), text);
        words.remove_prefix(length == 0 ? 1 : length);
    }
    return text;
}

Svg::Svg(double width, double height, std::string_view title, std::string_view description)
    : text_(fmt::format(
          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
          "width=\"{0:.0f}\" height=\"{1:.0f}\" font-family=\"sans-serif\" role=\"img\">\n"
          "<title>{2}</title>\n<desc>{3}</desc>\n"
          "<rect width=\"{0:.0f}\" height=\"{1:.0f}\" fill=\"white\"/>\n",
          width, height, xml_escaped(title), xml_escaped(description))) {}

void Svg::line(const SvgPoints& points, std::string_view colour, double width,
               std::string_view dashes) {
    text_ += fmt::format("<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"",
                         path_of(points), colour, width);
    if (!dashes.empty()) text_ += fmt::format(" stroke-dasharray=\"{}\"", dashes);
    text_ += "/>\n";
}

void Svg::dot(double x, double y, double radius, std::string_view colour) {
    text_ += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\" fill=\"{}\"/>\n", x, y,
                         radius, colour);
}

void Svg::words(double x, double y, std::string_view words, double size, Anchor anchor,
                std::string_view colour, bool strong, std::string_view further) {
    text_ += fmt::format(
        "<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{}\" text-anchor=\"{}\" fill=\"{}\"{}{}>{}"
        "</text>\n",
        x, y, size, name(anchor), colour, strong ? " font-weight=\"bold\"" : "", further,
        xml_escaped(words));
}

void Svg::text(double x, double y, std::string_view text, double size, Anchor anchor,
               std::string_view colour, bool strong) {
    words(x, y, text, size, anchor, colour, strong, "");
}

void Svg::rimmed_text(double x, double y, std::string_view text, double size, Anchor anchor,
                      std::string_view colour, bool strong) {
    words(x, y, text, size, anchor, colour, strong,
          " stroke=\"white\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
}

/// The name of the pattern. It tells its colours, so that pictures within one page may share it.
std::string Svg::hatched(const SvgFill& fill) {
    std::string id =
        fmt::format("hatch-{}-{}", static_cast<int>(fill.hatch), fill.hatch_colour.substr(1));
    if (patterns_.insert(id).second)
        text_ += fmt::format(
            "<defs><pattern id=\"{}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
            "<path d=\"{}\" stroke=\"{}\" stroke-width=\"{}\" fill=\"none\"/></pattern></defs>\n",
            id, tile(fill.hatch), fill.hatch_colour, fill.hatch == Hatch::dots ? 1.6 : 0.9);
    return id;
}

void Svg::area(const SvgPoints& outline, const SvgFill& fill) {
    const auto points = path_of(outline);
    text_ += fmt::format("<polygon points=\"{}\" fill=\"{}\" fill-opacity=\"{}\"/>\n", points,
                         fill.colour, fill.opacity);
    if (fill.hatch == Hatch::none) return;
    const auto id = hatched(fill);
    text_ += fmt::format("<polygon points=\"{}\" fill=\"url(#{})\"/>\n", points, id);
}

void Svg::rectangle(double left, double top, double right, double bottom, const SvgFill& fill,
                    std::string_view stroke) {
    const auto place = fmt::format("x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"",
                                   left, top, right - left, bottom - top);
    text_ += fmt::format("<rect {} fill=\"{}\" fill-opacity=\"{}\" stroke=\"{}\"/>\n", place,
                         fill.colour, fill.opacity, stroke);
    if (fill.hatch == Hatch::none) return;
    const auto id = hatched(fill);
    text_ += fmt::format("<rect {} fill=\"url(#{})\"/>\n", place, id);
}

void Svg::marker(double x, double y, double radius, Marker shape, std::string_view colour,
                 bool hollow) {
    const auto look = fmt::format("fill=\"{}\" stroke=\"{}\" stroke-width=\"{}\"",
                                  hollow ? std::string_view("white") : colour,
                                  hollow ? colour : std::string_view("white"), hollow ? 1.6 : 1.0);
    if (shape == Marker::circle) {
        text_ +=
            fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\" {}/>\n", x, y, radius, look);
        return;
    }
    auto points = corners(shape);
    if (points.empty()) return;
    for (auto& [px, py] : points) {
        px = x + radius * px;
        py = y + radius * py;
    }
    text_ += fmt::format("<polygon points=\"{}\" {}/>\n", path_of(points), look);
}

}  // namespace granary
