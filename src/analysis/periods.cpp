#include "granary/analysis/periods.hpp"

#include <algorithm>
#include <iterator>

#include "granary/run.hpp"

namespace granary {
namespace {

bool starts_month(const Instant& at) {
    for (int month = 1; month <= months_per_year; ++month)
        if (at == month_start(at.year, month)) return true;
    return false;
}

bool divides(const Instant& at, Every every) {
    return every == Every::year ? at.season == 0 : starts_month(at);
}

Period period(const Instant& from, const Instant& to, Every every) {
    const bool whole_year = from == Instant{from.year, 0} && to == Instant{from.year + 1, 0};
    const std::string label =
        every == Every::year ? std::to_string(from.year) : date_text(from).substr(0, 7);
    return {from.year, label, from, to, whole_year, divides(from, every) && divides(to, every)};
}

}  // namespace

std::vector<Period> periods(const Trajectory<double>& run, Every every) {
    const Instant end = run.times().back();
    std::vector<Period> found;
    Instant from = run.times().front();
    for (const auto& at : run.times()) {
        if (!(from < at) || !(divides(at, every) || at == end)) continue;
        found.push_back(period(from, at, every));
        from = at;
    }
    return found;
}

std::vector<Period> comparable_periods(const Trajectory<double>& run) {
    const auto all = periods(run, Every::year);
    std::vector<Period> whole;
    std::copy_if(all.begin(), all.end(), std::back_inserter(whole),
                 [](const Period& period) { return period.whole_year; });
    return whole.empty() ? all : whole;
}

std::vector<YearFigures> yearly(const Trajectory<double>& run, Area area) {
    std::vector<YearFigures> years;
    for (const auto& p : periods(run, Every::year))
        years.push_back({p.year, p.whole_year, run.figures(p.from, p.to, area)});
    return years;
}

}  // namespace granary
