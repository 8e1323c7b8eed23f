#pragma once
/// A small writer of SVG: text stays text, shapes are greyscale-safe, and what the picture says is
/// inside as title and description.

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace granary {

/// Points in the picture's own units, from the upper left.
using SvgPoints = std::vector<std::pair<double, double>>;

enum class Anchor { start, middle, end };

/// Lines within an area, which tell it from its neighbours where colours are lost.
enum class Hatch { none, rising, falling, level, upright, crossed, dots };

struct SvgFill {
    std::string_view colour;  ///< "#rrggbb"
    double opacity = 1;
    Hatch hatch = Hatch::none;
    std::string_view hatch_colour = "#000000";
};

enum class Marker { none, circle, square, triangle, diamond, inverted };

/// Text as XML wants it: markup escaped; control characters, which XML 1.0 has not, as spaces; what
/// is not UTF-8 as U+FFFD.
std::string xml_escaped(std::string_view words);

class Svg {
  public:
    Svg(double width, double height, std::string_view title, std::string_view description);

    void line(const SvgPoints& points, std::string_view colour, double width,
              std::string_view dashes = "");
    void dot(double x, double y, double radius, std::string_view colour);
    void text(double x, double y, std::string_view text, double size, Anchor anchor,
              std::string_view colour = "#222", bool strong = false);

    /// Text with a white rim, to be read over lines.
    void rimmed_text(double x, double y, std::string_view text, double size, Anchor anchor,
                     std::string_view colour = "#222", bool strong = false);
    void area(const SvgPoints& outline, const SvgFill& fill);
    void rectangle(double left, double top, double right, double bottom, const SvgFill& fill,
                   std::string_view stroke = "none");
    /// A filled shape; `hollow` leaves it white with a rim of the colour.
    void marker(double x, double y, double radius, Marker shape, std::string_view colour,
                bool hollow = false);

    /// The whole file.
    std::string finish() const { return text_ + "</svg>\n"; }

  private:
    std::string hatched(const SvgFill& fill);
    void words(double x, double y, std::string_view words, double size, Anchor anchor,
               std::string_view colour, bool strong, std::string_view further);

    std::string text_;
    std::set<std::string> patterns_;
};

}  // namespace granary
