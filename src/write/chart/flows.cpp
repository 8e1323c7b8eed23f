#include "write/chart/flows.hpp"

#include <fmt/format.h>

#include "granary/analysis/grain_uses.hpp"
#include "granary/write/number.hpp"

namespace granary::chart {
namespace {

struct Use {
    std::string_view name;
    double GrainUses::*mt;
    SvgFill fill;
};

/// From the ground up: what stayed in villages, then what the state had.
constexpr Use uses[] = {
    {"villages", &GrainUses::served, {"#cfe6f6"}},
    {"seed and feed", &GrainUses::seed_feed_spoilage, {"#a9dccb", 1, Hatch::dots, "#00543d"}},
    {"work crews", &GrainUses::crews, {"#e6e6e6", 1, Hatch::upright, "#1a1a1a"}},
    {"towns", &GrainUses::towns, {"#f5cf86", 1, Hatch::rising, "#8a5f00"}},
    {"army, industry", &GrainUses::other, {"#eed8e4", 1, Hatch::crossed, "#8f5578"}},
    {"exports", &GrainUses::exports, {"#b34700"}},
    {"into stores", &GrainUses::into_stores, {"#ffffff", 1, Hatch::level, "#7a7a7a"}},
};

constexpr double half_width = 0.36, least_labelled_mt = 0.05;

/// A thin stroke across the bar, heavy where it stands out on both sides.
void mark_harvest(Plot& plot, double x, double mt) {
    constexpr double out = half_width + 0.09;
    plot.lines.push_back({{{x - out, mt}, {x + out, mt}}, {black}, 1});
    plot.lines.push_back({{{x - out, mt}, {x - half_width, mt}}, {black}, 4});
    plot.lines.push_back({{{x + half_width, mt}, {x + out, mt}}, {black}, 4});
}

void add_bar(Plot& plot, double x, const GrainUses& year) {
    double height = 0;
    for (const auto& use : uses) {
        const double mt = year.*use.mt;
        if (mt <= 0) continue;
        plot.bars.push_back(
            {x - half_width, x + half_width, height, height + mt, use.fill, fixed(mt, 0)});
        height += mt;
    }
    mark_harvest(plot, x, year.harvest);
    plot.tags.push_back({x, height, fixed(year.harvest, 0), true, true});
}

/// Each use is named at the last year that has it, mostly beside the last bar.
void add_names(Plot& plot, double x, const GrainUses& last) {
    double height = 0;
    for (const auto& use : uses) {
        const double mt = last.*use.mt;
        if (mt >= least_labelled_mt)
            plot.end_labels.push_back({x + half_width, height + 0.5 * mt, std::string(use.name)});
        height += mt;
    }
}

std::string words_of(int year, const GrainUses& u) {
    std::string text = fmt::format("{}: harvest {} Mt", year, fixed(u.harvest, 0));
    for (const auto& use : uses) text += fmt::format(", {} {}", use.name, fixed(u.*use.mt, 1));
    return text + ". ";
}

}  // namespace

Plot flows_plot(const ChartRun& run, const ChartOptions& options, Sources&) {
    Plot plot = time_plot({&run, 1}, options, "Grain used in the year, Mt");
    plot.y.include(0);
    GrainUses last;
    double x = 0;
    for (const auto& period : comparable_periods(run.run)) {
        last = grain_uses(run.run, period.from, period.to);
        x = period.year + 0.5;
        add_bar(plot, x, last);
        plot.words += words_of(period.year, last);
    }
    add_names(plot, x, last);
    plot.end_labels.push_back({x + half_width, last.harvest, "harvest", {black}});
    return plot;
}

Notes flows_notes(Runs, const ChartOptions&, const Sources&) {
    return {
        "The stroke and the bold figure are the year's harvest, in Mt; what stands above the "
        "stroke came from stores or from abroad. Villages: as served. Seed and feed: with what "
        "spoiled. Upright hatching: state grain eaten by work crews in the countryside."};
}

}  // namespace granary::chart
