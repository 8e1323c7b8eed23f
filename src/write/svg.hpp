#pragma once
/// A small writer of SVG: text stays text, shapes are greyscale-safe, and what the picture says is
/// inside as title and description.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace granary {

/// Points in the picture's own units, from the upper left.
using SvgPoints = std::vector<std::pair<double, double>>;

enum class Anchor { start, middle, end };

class Svg {
  public:
    Svg(double width, double height, std::string_view title, std::string_view description);

    void line(const SvgPoints& points, std::string_view colour, double width,
              std::string_view dashes = "");
    void dot(double x, double y, double radius, std::string_view colour);
    void text(double x, double y, std::string_view words, double size, Anchor anchor,
              std::string_view colour = "#222", bool strong = false);

    /// The whole file.
    std::string finish() const { return text_ + "</svg>\n"; }

  private:
    std::string text_;
};

}  // namespace granary
