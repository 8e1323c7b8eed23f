#include "granary/write/study/chart_kinds.hpp"

namespace granary {
namespace {

constexpr ChartKind kinds_of_many_runs[] = {
    {"waterfall",
     "what each driver did to the ration of a year, or with --figure to harvest or deaths (512 "
     "runs)",
     ChartSubject::attribution, 1, 1, 1},
    {"sweep", "curves or a heat map over --lever, --parameter or --levels", ChartSubject::sweep, 1,
     1, ChartKind::any},
};

}  // namespace

std::span<const ChartKind> all_chart_kinds() {
    static const auto kinds = [] {
        std::vector<ChartKind> listed(chart_kinds().begin(), chart_kinds().end());
        listed.insert(listed.end(), std::begin(kinds_of_many_runs), std::end(kinds_of_many_runs));
        return listed;
    }();
    return kinds;
}

}  // namespace granary
