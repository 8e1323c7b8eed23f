#include "write/chart/text_size.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "granary/foundation/plain_text.hpp"
#include "granary/foundation/split.hpp"
#include "granary/foundation/utf8.hpp"

namespace granary::chart {
namespace {

/// Advance widths of U+0020 to U+007E in thousandths of the size.
// clang-format off
constexpr int plain_widths[] = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838};
constexpr int bold_widths[] = {
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696,
    696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683,
    683, 821, 837, 372, 372, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771,
    724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665,
    343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838};
// clang-format on

constexpr std::string_view ellipsis = "\u2026";

/// Beyond ASCII letters are taken as wide as most are, and all from U+0800 on as full squares:
/// Chinese is, and little else is met. Marks over a letter add nothing.
double width_of(char32_t code, bool strong) {
    constexpr char32_t first_square = 0x800;
    if (code < 0x80) {
        const auto& widths = strong ? bold_widths : plain_widths;
        return code < 0x20 || code > 0x7E ? 0 : widths[code - 0x20] / 1000.0;
    }
    if (columns_of(code) == 0) return 0;
    return code < first_square ? 0.75 : 1.0;
}

/// Drops the last character of UTF-8.
void drop_last(std::string& text) {
    while (!text.empty() && is_continuation(text.back())) text.pop_back();
    if (!text.empty()) text.pop_back();
}

}  // namespace

double text_width(std::string_view words, double size, bool strong) {
    double ems = 0;
    for (std::size_t i = 0; i < words.size();) {
        const auto character = character_at(words, i);
        ems += width_of(character.code, strong);
        i += character.bytes;
    }
    return ems * size;
}

Box text_box(double x, double y, std::string_view words, double size, Anchor anchor, bool strong) {
    const double width = text_width(words, size, strong);
    const double left = anchor == Anchor::start    ? x
                        : anchor == Anchor::middle ? x - 0.5 * width
                                                   : x - width;
    return {left, y - 0.76 * size, left + width, y + 0.24 * size};
}

std::string shortened(std::string_view words, double width, double size, bool strong) {
    if (text_width(words, size, strong) <= width) return std::string(words);
    std::string text(words);
    while (!text.empty() && text_width(text + std::string(ellipsis), size, strong) > width)
        drop_last(text);
    while (text.ends_with(' ')) text.pop_back();
    return text + std::string(ellipsis);
}

std::vector<std::string> lines_of(std::string_view words, double width, double size, bool strong) {
    std::vector<std::string> lines;
    if (const auto end = words.find('\n'); end != std::string_view::npos) {
        lines = lines_of(words.substr(0, end), width, size, strong);
        for (auto& line : lines_of(words.substr(end + 1), width, size, strong))
            lines.push_back(std::move(line));
        return lines;
    }
    for (const auto word : words_of(words)) {
        const std::string fitting = shortened(word, width, size, strong);
        const std::string longer = lines.empty() ? fitting : lines.back() + ' ' + fitting;
        if (!lines.empty() && text_width(longer, size, strong) <= width)
            lines.back() = longer;
        else
            lines.push_back(fitting);
    }
    return lines;
}

}  // namespace granary::chart
