#pragma once
/// What a chart shows, in the units of its data: a plot is drawn by a panel and knows nothing of
/// the picture. Time is in years: 1958.5 is the first of July 1958.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "write/chart/palette.hpp"
#include "write/chart/scale.hpp"
#include "write/svg.hpp"

namespace granary::chart {

struct Line {
    SvgPoints points;
    Ink ink;
    double width = 2.6;
    std::string label{};  ///< stands beside its last point
    bool markers = false;
};

/// The area between two lines over the same places.
struct Area {
    SvgPoints upper, lower;
    SvgFill fill;
};

struct Bar {
    double left, right, bottom, top;
    SvgFill fill;
    std::string inside{};  ///< left out where it does not fit
};

/// A figure of the record. Hollow: from another source than the one used, or without a source seen
/// in print.
struct Dot {
    double x, y;
    bool hollow = false;
    bool small = false;
};

/// Words beside a place, such as a value.
struct Tag {
    double x, y;
    std::string words;
    bool strong = false;
    bool above = false;        ///< straight above the place, or left out
    SvgPoints or_beside = {};  ///< further places that the words may stand beside
};

/// Words at the right edge, pointing to a place.
struct EndLabel {
    double x, y;
    std::string words;
    Ink ink{grey};
};

/// A dated event; `label` is short.
struct EventMark {
    double x;
    std::string label;
};

/// The horizontal axis: names centred at places, ticks between them.
struct XAxis {
    Range range;
    std::vector<std::pair<double, std::string>> names;
    std::vector<double> ticks;
    std::string label{};  ///< what the places mean, where that is not plain
};

struct Plot {
    std::string title;  ///< of the panel where there are several; else empty
    std::string unit;   ///< of the vertical axis, in words
    XAxis x;
    Range y;
    std::vector<EventMark> events;
    std::vector<Area> areas;
    std::vector<Bar> bars;
    std::vector<Line> lines;
    std::vector<std::pair<double, Range>> spans;  ///< upright lines: what sources differ by
    std::vector<Dot> dots;
    std::vector<EndLabel> end_labels;
    std::vector<Tag> tags;
    std::string words;  ///< what it shows, for those who cannot see it
};

/// Makes the range of `y` hold all that is drawn.
void include_all(Plot& plot);

/// An axis of the calendar years `first` to `last`.
XAxis year_axis(int first, int last);

}  // namespace granary::chart
