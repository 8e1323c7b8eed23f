#include "write/chart/page.hpp"

#include <algorithm>

#include "write/chart/panel.hpp"
#include "write/chart/text_size.hpp"

namespace granary::chart {
namespace {

constexpr double page_width = 800, margin = 18, gutter = 22;
constexpr double title_size = 20, subtitle_size = 14, note_size = 11.5;

/// Lines of text from the top down.
struct Block {
    std::vector<std::string> lines;
    double size;
    Colour colour;
    bool strong = false;

    double height() const { return line_height(size) * static_cast<double>(lines.size()); }

    double draw(Svg& svg, double top) const {
        for (const auto& line : lines) {
            svg.text(margin, top + 0.95 * size, line, size, Anchor::start, colour, strong);
            top += line_height(size);
        }
        return top;
    }
};

Block block(const std::string& words, double size, Colour colour, bool strong = false) {
    return {lines_of(words, page_width - 2 * margin, size, strong), size, colour, strong};
}

/// A title whose lines are about equally long: as narrow as its number of lines allows.
Block balanced(Block title, const std::string& words) {
    for (double width = page_width - 2 * margin; width > 0.5 * page_width; width -= 10) {
        auto lines = lines_of(words, width, title.size, title.strong);
        if (lines.size() > title.lines.size()) break;
        title.lines = std::move(lines);
    }
    return title;
}

std::vector<Block> note_blocks(const PageWords& page) {
    std::vector<Block> blocks;
    for (const auto& note : page.notes) blocks.push_back(block(note, note_size, grey));
    return blocks;
}

/// The panels of one look keep their axes in line, one below the other.
Look look_of(const Page& page) {
    if (page.plots.size() == 1) return {15};
    Look look{page.columns > 2 ? 13.0 : 14.0, true};
    return look;
}

double panel_width(const Page& page) {
    const auto columns = static_cast<double>(page.columns);
    return (page_width - 2 * margin - gutter * (columns - 1)) / columns;
}

/// All of one height, at least that of the page and enough for the labels of each.
double height_of_panels(const Page& page) {
    double height = page.panel_height;
    for (const auto& plot : page.plots)
        height = std::max(height, least_height(plot, look_of(page), panel_width(page)));
    return height;
}

std::string panels_in_words(const Page& page) {
    std::string words;
    for (const auto& plot : page.plots) {
        if (!words.empty()) words += ' ';
        if (!plot.title.empty()) words += plot.title + ": ";
        words += plot.words;
    }
    return words;
}

std::string description(const PageWords& words, const std::string& drawn) {
    std::string text = words.subtitle + ". " + drawn;
    for (const auto& note : words.notes) text += " " + note;
    return text;
}

void draw_panels(Svg& svg, const Page& page, const Box& box, double panel_height) {
    const double width = panel_width(page);
    for (std::size_t i = 0; i < page.plots.size(); ++i) {
        const std::size_t row = i / page.columns;
        const double left = box.left + static_cast<double>(i % page.columns) * (width + gutter);
        const double top = box.top + static_cast<double>(row) * (panel_height + gutter);
        draw(svg, page.plots[i], {left, top, left + width, top + panel_height}, look_of(page));
    }
}

}  // namespace

SvgText svg_of(const PageWords& words, const Drawing& drawing) {
    const auto title = balanced(block(words.title, title_size, black, true), words.title);
    const auto subtitle = block(words.subtitle, subtitle_size, grey);
    const auto notes = note_blocks(words);
    double notes_height = 0;
    for (const auto& note : notes) notes_height += note.height() + 2;
    const double drawn_top = margin + title.height() + subtitle.height() + 12;
    const double drawn_bottom = drawn_top + drawing.height;

    Svg svg(page_width, drawn_bottom + 12 + notes_height + margin, words.title,
            description(words, drawing.words));
    subtitle.draw(svg, title.draw(svg, margin) + 2);
    drawing.draw(svg, {margin, drawn_top, page_width - margin, drawn_bottom});
    double top = drawn_bottom + 12;
    for (const auto& note : notes) top = note.draw(svg, top) + 2;
    return svg.finish();
}

SvgText svg_of(const Page& page) {
    const std::size_t rows = (page.plots.size() + page.columns - 1) / page.columns;
    const double panel_height = height_of_panels(page);
    const double height = static_cast<double>(rows) * (panel_height + gutter) - gutter;
    const auto draw_all = [&](Svg& svg, const Box& box) {
        draw_panels(svg, page, box, panel_height);
    };
    return svg_of(page, Drawing{height, draw_all, panels_in_words(page)});
}

}  // namespace granary::chart
