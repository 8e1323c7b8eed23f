#include "write/chart/panel.hpp"

#include <algorithm>
#include <cmath>

#include "write/chart/events.hpp"
#include "write/chart/labels.hpp"
#include "write/chart/text_size.hpp"

namespace granary::chart {
namespace {

constexpr double leader = 18;         ///< from the plot's edge to the label of a line
constexpr double tick_distance = 38;  ///< least distance of two ticks of the vertical axis, at 14

/// Those of the lines, and the plot's own.
std::vector<EndLabel> all_end_labels(const Plot& plot) {
    auto labels = plot.end_labels;
    for (const auto& line : plot.lines)
        if (!line.label.empty() && !line.points.empty())
            labels.push_back(
                {line.points.back().first, line.points.back().second, line.label, line.ink});
    return labels;
}

using Text = std::vector<std::string>;

std::vector<Text> label_texts(const std::vector<EndLabel>& labels, double room, double size) {
    std::vector<Text> texts;
    for (const auto& label : labels)
        texts.push_back(lines_of(label.words, room - leader - 4, size));
    return texts;
}

double height_of(const Text& text, double size) {
    return line_height(size) * static_cast<double>(text.size());
}

/// Of axis names, units, events and the labels of lines.
double label_size_of(const Look& look) {
    return 0.86 * look.text;
}

class Panel {
  public:
    Panel(Svg& svg, const Plot& plot, const Box& box, const Look& look)
        : svg_(svg), plot_(plot), box_(box), look_(look) {
        head();
        const auto rows = event_rows(plot.events, x_guess(), label_size(), box.right);
        frame(rows);
        axes();
        events(rows);
        marks();
        end_labels();
        tags();
    }

    Drawn drawn() const { return {frame_, {x_.low, x_.high}, {y_.low, y_.high}}; }

  private:
    double size() const { return look_.text; }
    double label_size() const { return label_size_of(look_); }
    double weight() const { return look_.small ? 0.8 : 1.0; }

    void words(double x, double y, const std::string& text, double size, Anchor anchor,
               Colour colour, bool strong = false) {
        svg_.text(x, y, text, size, anchor, colour, strong);
        taken_.add(text_box(x, y, text, size, anchor, strong));
    }

    void head() {
        top_ = box_.top;
        if (!plot_.title.empty())
            for (const auto& line : lines_of(plot_.title, box_.width(), size(), true)) {
                top_ += line_height(size());
                words(box_.left, top_ - 0.3 * size(), line, size(), Anchor::start, black, true);
            }
        for (const auto& line : lines_of(plot_.unit, box_.width(), label_size())) {
            top_ += line_height(label_size());
            words(box_.left, top_ - 0.3 * label_size(), line, label_size(), Anchor::start, grey);
        }
    }

    /// The ticks depend on the height, the left edge on the widest of their labels.
    void frame(const EventRows& rows) {
        frame_.top = top_ + 0.9 * size() + rows.count * line_height(label_size());
        frame_.bottom = box_.bottom - (plot_.x.label.empty() ? 1.5 : 2.5) * line_height(size());
        const double distance = (look_.small ? 0.7 : 1.0) * tick_distance * size() / 14;
        ticks_ = ticks_for(plot_.y, static_cast<int>(frame_.height() / distance));
        frame_.left = box_.left + left_room();
        frame_.right = box_.right - right_room();
        x_ = {plot_.x.range.low, plot_.x.range.high, frame_.left, frame_.right};
        y_ = {ticks_.low, top_value(), frame_.bottom, frame_.top};
    }

    /// The axis begins at a tick and ends where the data do, with room above for words there.
    double top_value() const {
        const double span = plot_.y.high - ticks_.low;
        if (!(span > 0)) return ticks_.high();
        double top = plot_.y.high + 0.03 * span;
        const double words = 2.1 * label_size() / frame_.height() * span;
        for (const auto& tag : plot_.tags)
            if (tag.above) top = std::max(top, tag.y + words);
        return top;
    }

    double left_room() const {
        if (look_.y_room > 0) return look_.y_room;
        double widest = 0;
        for (const double value : ticks_.values())
            widest = std::max(widest, text_width(ticks_.label(value), label_size()));
        return widest + 10;
    }
    double right_room() const {
        return look_.end_room > 0 ? look_.end_room : end_room(plot_, look_, box_.width());
    }
    /// Where events lie, before the vertical axis is known; its labels are narrow.
    Scale x_guess() const {
        const double left = look_.y_room > 0 ? look_.y_room : 3 * label_size();
        return {plot_.x.range.low, plot_.x.range.high, box_.left + left, box_.right - right_room()};
    }

    void axes() {
        for (const double value : ticks_.values()) {
            if (value > y_.high) continue;
            const bool zero = std::fabs(value) < 1e-9 * ticks_.step;
            svg_.line({{frame_.left, y_(value)}, {frame_.right, y_(value)}}, zero ? grey : faint,
                      1);
            words(frame_.left - 6, y_(value) + 0.35 * label_size(), ticks_.label(value),
                  label_size(), Anchor::end, grey);
        }
        svg_.line({{frame_.left, frame_.bottom}, {frame_.right, frame_.bottom}}, grey, 1);
        for (const double tick : plot_.x.ticks)
            svg_.line({{x_(tick), frame_.bottom}, {x_(tick), frame_.bottom + 5}}, grey, 1);
        x_names();
        if (!plot_.x.label.empty())
            words(0.5 * (frame_.left + frame_.right),
                  frame_.bottom + 5 + label_size() + line_height(size()), plot_.x.label,
                  label_size(), Anchor::middle, grey);
    }

    /// Every name, or every second, ... so that none touches the next.
    void x_names() {
        double widest = 0;
        for (const auto& name : plot_.x.names)
            widest = std::max(widest, text_width(name.second, label_size()));
        const double room = frame_.width() / static_cast<double>(plot_.x.names.size());
        const auto every = static_cast<std::size_t>(std::ceil((widest + 3) / room));
        for (std::size_t i = 0; i < plot_.x.names.size(); i += std::max<std::size_t>(every, 1))
            words(x_(plot_.x.names[i].first), frame_.bottom + 5 + label_size(),
                  plot_.x.names[i].second, label_size(), Anchor::middle, grey);
    }

    void events(const EventRows& rows) {
        for (const auto& mark : rows.marks) {
            const double base = frame_.top - 0.35 * size() - mark.row * line_height(label_size());
            svg_.line(
                {{x_(mark.x), base + (mark.label.empty() ? 0 : 2)}, {x_(mark.x), frame_.bottom}},
                pale, 0.9, "1 3");
            if (mark.label.empty()) continue;
            svg_.line({{x_(mark.x), base - 0.7 * label_size()}, {x_(mark.x), base + 2}}, pale, 0.9);
            words(x_(mark.x) + 3, base, mark.label, label_size(), Anchor::start, grey);
        }
    }

    SvgPoints placed(const SvgPoints& points) const {
        SvgPoints result;
        for (const auto& [x, y] : points)
            if (std::isfinite(y)) result.emplace_back(x_(x), y_(y));
        return result;
    }

    void marks() {
        for (const auto& area : plot_.areas) {
            auto outline = placed(area.upper);
            const auto lower = placed(area.lower);
            outline.insert(outline.end(), lower.rbegin(), lower.rend());
            svg_.area(outline, area.fill);
        }
        for (const auto& bar : plot_.bars) draw_bar(bar);
        for (const auto& line : plot_.lines) draw_line(line);
        for (const auto& bar : plot_.bars) name_bar(bar);
        for (const auto& [x, range] : plot_.spans) {
            const SvgPoints span = placed({{x, range.low}, {x, range.high}});
            svg_.line(span, black, 1.2);
            taken_.add_line(span);
        }
        for (const auto& dot : plot_.dots) draw_dot(dot);
    }

    void draw_bar(const Bar& bar) {
        svg_.rectangle(x_(bar.left), y_(bar.top), x_(bar.right), y_(bar.bottom), bar.fill, "white");
    }

    void name_bar(const Bar& bar) {
        const double x = x_(0.5 * (bar.left + bar.right)), y = y_(0.5 * (bar.bottom + bar.top));
        const Box box =
            text_box(x, y + 0.35 * label_size(), bar.inside, label_size(), Anchor::middle);
        const bool fits = y_(bar.bottom) - y_(bar.top) > 1.05 * label_size() &&
                          x_(bar.right) - x_(bar.left) > box.width() + 2;
        if (bar.inside.empty() || !fits) return;
        svg_.rimmed_text(x, y + 0.35 * label_size(), bar.inside, label_size(), Anchor::middle,
                         black);
        taken_.add(box);
    }

    void draw_line(const Line& line) {
        const auto points = placed(line.points);
        if (points.empty()) return;
        svg_.line(points, line.ink.colour, line.width * weight(), line.ink.dashes);
        taken_.add_line(points);
        if (!line.markers) return;
        for (const auto& [x, y] : points)
            svg_.marker(x, y, 4.6 * weight(), line.ink.marker, line.ink.colour);
    }

    void draw_dot(const Dot& dot) {
        const double radius = (dot.small ? 3 : 4.6) * weight();
        const double x = x_(dot.x), y = y_(dot.y);
        svg_.marker(x, y, radius, Marker::circle, black, dot.hollow);
        taken_.add({x - radius, y - radius, x + radius, y + radius});
    }

    void end_labels() {
        const auto labels = all_end_labels(plot_);
        const auto texts = label_texts(labels, right_room(), label_size());
        std::vector<double> wanted, heights;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            wanted.push_back(y_(labels[i].y));
            heights.push_back(height_of(texts[i], label_size()));
        }
        const auto centres = spread(wanted, heights, frame_.top - 0.5 * label_size(),
                                    frame_.bottom + 0.5 * label_size());
        for (std::size_t i = 0; i < labels.size(); ++i)
            end_label(labels[i], texts[i], centres[i], heights[i]);
    }

    void end_label(const EndLabel& label, const std::vector<std::string>& text, double centre,
                   double height) {
        const double from = std::max(x_(label.x), frame_.left);
        const double to = frame_.right + leader - 4;
        const SvgPoints pointer{
            {from + 3, y_(label.y)}, {frame_.right + 4, y_(label.y)}, {to, centre}};
        svg_.line(pointer, label.ink.colour, 1.1);
        taken_.add_line(pointer);
        if (label.ink.marker != Marker::none)
            svg_.marker(to - 1, centre, 3.4, label.ink.marker, label.ink.colour);
        double y = centre - 0.5 * height + 0.95 * label_size();
        for (const auto& line : text) {
            words(frame_.right + leader + 2, y, line, label_size(), Anchor::start, black);
            y += line_height(label_size());
        }
    }

    void tags() {
        for (const auto& tag : plot_.tags) {
            const Words size{text_width(tag.words, label_size(), tag.strong), 1.1 * label_size(),
                             7};
            const Box bounds{frame_.left + 2, frame_.top - 4, frame_.right + leader,
                             frame_.bottom - 1};
            SvgPoints places{{x_(tag.x), y_(tag.y)}};
            for (const auto& [x, y] : tag.or_beside) places.emplace_back(x_(x), y_(y));
            const auto box = (tag.above ? place_above : place_beside)(places, size, bounds, taken_);
            if (!box) continue;
            const double y = box->bottom - 0.27 * label_size();
            svg_.rimmed_text(box->left, y, tag.words, label_size(), Anchor::start, black,
                             tag.strong);
            taken_.add(*box);
        }
    }

    Svg& svg_;
    const Plot& plot_;
    Box box_, frame_;
    Look look_;
    double top_ = 0;
    Ticks ticks_;
    Scale x_{}, y_{};
    Taken taken_;
};

}  // namespace

double end_room(const Plot& plot, const Look& look, double width) {
    const double size = label_size_of(look);
    const double most = (look.small ? 0.335 : 0.26) * width;
    double widest = 0;
    const auto include = [&](const std::string& words) {
        if (!words.empty()) widest = std::max(widest, text_width(words, size) + leader + 6);
    };
    for (const auto& label : plot.end_labels) include(label.words);
    for (const auto& line : plot.lines) include(line.label);
    return std::max(std::min(widest, most), 10.0);
}

double least_height(const Plot& plot, const Look& look, double width) {
    const double size = label_size_of(look);
    double labels = 0;
    for (const auto& text : label_texts(all_end_labels(plot), end_room(plot, look, width), size))
        labels += height_of(text, size);
    const auto head = height_of(lines_of(plot.title, width, look.text, true), look.text) +
                      height_of(lines_of(plot.unit, width, size), size);
    const double event_rows = plot.events.empty() ? 0 : 4;
    return head + labels + event_rows * line_height(size) + 3 * look.text;
}

Drawn draw(Svg& svg, const Plot& plot, const Box& box, const Look& look) {
    return Panel(svg, plot, box, look).drawn();
}

}  // namespace granary::chart
