#pragma once
/// A small writer of SVG: text stays text, shapes are greyscale-safe, and what the picture says is
/// inside as title and description.

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "granary/write/safe_text.hpp"

namespace granary {

/// Points in the picture's own units, from the upper left.
using SvgPoints = std::vector<std::pair<double, double>>;

enum class Anchor { start, middle, end };

/// Lines within an area, which tell it from its neighbours where colours are lost.
enum class Hatch { none, rising, falling, level, upright, crossed, dots };

/// "#rrggbb", or a word that SVG knows.
class Colour {
  public:
    using format = InSvg;

    template <std::size_t N>
    consteval Colour(const char (&text)[N])  // NOLINT(google-explicit-constructor)
        : bytes_{}, length_(N - 1) {
        for (std::size_t i = 0; i < length_; ++i) bytes_[i] = text[i];
    }
    Colour(std::uint8_t red, std::uint8_t green, std::uint8_t blue);

    constexpr std::string_view text() const { return {bytes_.data(), length_}; }

  private:
    std::array<char, 8> bytes_;
    std::size_t length_;
};

struct SvgFill {
    Colour colour;
    double opacity = 1;
    Hatch hatch = Hatch::none;
    Colour hatch_colour = "#000000";
};

enum class Marker { none, circle, square, triangle, diamond, inverted };

/// Text as XML wants it: markup escaped; characters that steer, some of which XML 1.0 has not, as
/// spaces; what is not UTF-8 as U+FFFD.
SvgText xml_escaped(std::string_view words);

class Svg {
  public:
    Svg(double width, double height, std::string_view title, std::string_view description);

    void line(const SvgPoints& points, Colour colour, double width, Literal<InSvg> dashes = "");
    void dot(double x, double y, double radius, Colour colour);
    void text(double x, double y, std::string_view text, double size, Anchor anchor,
              Colour colour = "#222", bool strong = false);

    /// Text with a white rim, to be read over lines.
    void rimmed_text(double x, double y, std::string_view text, double size, Anchor anchor,
                     Colour colour = "#222", bool strong = false);
    void area(const SvgPoints& outline, const SvgFill& fill);
    void rectangle(double left, double top, double right, double bottom, const SvgFill& fill,
                   Colour stroke = "none");
    /// A filled shape; `hollow` leaves it white with a rim of the colour.
    void marker(double x, double y, double radius, Marker shape, Colour colour,
                bool hollow = false);

    /// The whole file.
    SvgText finish() const { return text_ + "</svg>\n"; }

  private:
    SvgText hatched(const SvgFill& fill);
    void words(double x, double y, std::string_view words, double size, Anchor anchor,
               Colour colour, bool strong, Literal<InSvg> further);

    SvgText text_;
    std::set<std::string> patterns_;
};

}  // namespace granary
