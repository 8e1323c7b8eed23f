#include "write/svg.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>

#include "granary/foundation/plain_text.hpp"

namespace granary {
namespace {

/// The bytes of the character that begins the text; 0 where it is not UTF-8, or one of the two
/// characters that XML leaves out.
std::size_t character_length(std::string_view text) {
    const auto code = character_at(text, 0).code;
    return code == 0xFFFE || code == 0xFFFF ? 0 : utf8_character(text);
}

/// ">" too: "]]>" may not stand in XML.
void append_escaped(std::string_view character, std::string& text) {
    const char c = character.front();
    if (c == '&')
        text += "&amp;";
    else if (c == '<')
        text += "&lt;";
    else if (c == '>')
        text += "&gt;";
    else if (steers(character_at(character, 0).code))
        text += ' ';
    else
        text += character;
}

Literal<InSvg> name(Anchor anchor) {
    if (anchor == Anchor::start) return "start";
    if (anchor == Anchor::middle) return "middle";
    return "end";
}

/// The lines of a tile of 8 by 8.
Literal<InSvg> tile(Hatch hatch) {
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

SvgText path_of(const SvgPoints& points) {
    SvgText text;
    for (const auto& [x, y] : points) {
        if (!text.empty()) text += " ";
        text += filled<InSvg>("{:.1f},{:.1f}", x, y);
    }
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

SvgText xml_escaped(std::string_view words) {
    std::string text;
    while (!words.empty()) {
        const auto length = character_length(words);
        if (length == 0)
            text += "\uFFFD";
        else
            append_escaped(words.substr(0, length), text);
        words.remove_prefix(length == 0 ? 1 : length);
    }
    return SvgText::vouched(std::move(text));
}

Colour::Colour(std::uint8_t red, std::uint8_t green, std::uint8_t blue) : bytes_{}, length_(7) {
    fmt::format_to_n(bytes_.data(), bytes_.size(), "#{:02x}{:02x}{:02x}", red, green, blue);
}

Svg::Svg(double width, double height, std::string_view title, std::string_view description)
    : text_(filled<InSvg>(
          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
          "width=\"{0:.0f}\" height=\"{1:.0f}\" font-family=\"sans-serif\" role=\"img\">\n"
          "<title>{2}</title>\n<desc>{3}</desc>\n"
          "<rect width=\"{0:.0f}\" height=\"{1:.0f}\" fill=\"white\"/>\n",
          width, height, xml_escaped(title), xml_escaped(description))) {}

void Svg::line(const SvgPoints& points, Colour colour, double width, Literal<InSvg> dashes) {
    text_ +=
        filled<InSvg>("<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"",
                      path_of(points), colour, width);
    if (!dashes.text().empty()) text_ += filled<InSvg>(" stroke-dasharray=\"{}\"", dashes);
    text_ += "/>\n";
}

void Svg::dot(double x, double y, double radius, Colour colour) {
    text_ += filled<InSvg>("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\" fill=\"{}\"/>\n", x, y,
                           radius, colour);
}

constexpr Literal<InSvg> bold = " font-weight=\"bold\"";

void Svg::words(double x, double y, std::string_view words, double size, Anchor anchor,
                Colour colour, bool strong, Literal<InSvg> further) {
    text_ += filled<InSvg>(
        "<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{}\" text-anchor=\"{}\" fill=\"{}\"{}{}>{}"
        "</text>\n",
        x, y, size, name(anchor), colour, strong ? bold : Literal<InSvg>(""), further,
        xml_escaped(words));
}

void Svg::text(double x, double y, std::string_view text, double size, Anchor anchor, Colour colour,
               bool strong) {
    words(x, y, text, size, anchor, colour, strong, "");
}

void Svg::rimmed_text(double x, double y, std::string_view text, double size, Anchor anchor,
                      Colour colour, bool strong) {
    words(x, y, text, size, anchor, colour, strong,
          " stroke=\"white\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
}

/// The name of the pattern. It tells its colours, so that pictures within one page may share it.
SvgText Svg::hatched(const SvgFill& fill) {
    auto id = SvgText::vouched(fmt::format("hatch-{}-{}", static_cast<int>(fill.hatch),
                                           fill.hatch_colour.text().substr(1)));
    if (patterns_.insert(id.text()).second)
        text_ += filled<InSvg>(
            "<defs><pattern id=\"{}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
            "<path d=\"{}\" stroke=\"{}\" stroke-width=\"{}\" fill=\"none\"/></pattern></defs>\n",
            id, tile(fill.hatch), fill.hatch_colour, fill.hatch == Hatch::dots ? 1.6 : 0.9);
    return id;
}

void Svg::area(const SvgPoints& outline, const SvgFill& fill) {
    const auto points = path_of(outline);
    text_ += filled<InSvg>("<polygon points=\"{}\" fill=\"{}\" fill-opacity=\"{}\"/>\n", points,
                           fill.colour, fill.opacity);
    if (fill.hatch == Hatch::none) return;
    const auto id = hatched(fill);
    text_ += filled<InSvg>("<polygon points=\"{}\" fill=\"url(#{})\"/>\n", points, id);
}

void Svg::rectangle(double left, double top, double right, double bottom, const SvgFill& fill,
                    Colour stroke) {
    const auto place = filled<InSvg>("x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"",
                                     left, top, right - left, bottom - top);
    text_ += filled<InSvg>("<rect {} fill=\"{}\" fill-opacity=\"{}\" stroke=\"{}\"/>\n", place,
                           fill.colour, fill.opacity, stroke);
    if (fill.hatch == Hatch::none) return;
    const auto id = hatched(fill);
    text_ += filled<InSvg>("<rect {} fill=\"url(#{})\"/>\n", place, id);
}

void Svg::marker(double x, double y, double radius, Marker shape, Colour colour, bool hollow) {
    const auto look = filled<InSvg>("fill=\"{}\" stroke=\"{}\" stroke-width=\"{}\"",
                                    hollow ? Colour("white") : colour,
                                    hollow ? colour : Colour("white"), hollow ? 1.6 : 1.0);
    if (shape == Marker::circle) {
        text_ += filled<InSvg>("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\" {}/>\n", x, y, radius,
                               look);
        return;
    }
    auto points = corners(shape);
    if (points.empty()) return;
    for (auto& [px, py] : points) {
        px = x + radius * px;
        py = y + radius * py;
    }
    text_ += filled<InSvg>("<polygon points=\"{}\" {}/>\n", path_of(points), look);
}

}  // namespace granary
