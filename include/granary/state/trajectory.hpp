#pragma once
/// What a run leaves behind: its recording, and the figures of any period of it.

#include <optional>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/state/account.hpp"
#include "granary/state/recording.hpp"

namespace granary {

/// A run. Periods begin and end at recorded instants: month starts, and what the scenario observes.
template <Real T>
class GRANARY_API Trajectory : public Recording<T> {
  public:
    using Recording<T>::Recording;

    /// Figures of the period between two recorded instants. Throws NotFound, also where it ends
    /// before it begins or there is no such region.
    Figures<T> figures(const Instant& from, const Instant& to, Area area = whole_nation) const {
        return Account<T>(*this, this->row(from), this->row(to), area).figures();
    }
    /// Figures of a calendar year, or of the part of it that was run. Throws NotFound.
    Figures<T> annual(int year, Area area = whole_nation) const {
        const Instant first = this->first(), last = this->last();
        const Instant begin{year, 0}, end{year + 1, 0};
        return figures(begin < first && first < end ? first : begin,
                       last < end && begin < last ? last : end, area);
    }
    /// Figures of a grain year, April of `year` to March: as the record counts procurement.
    Figures<T> grain_year(int year, Area area = whole_nation) const {
        return figures(month_start(year, 4), month_start(year + 1, 4), area);
    }
    /// The calendar years run, in order.
    std::vector<int> years() const {
        std::vector<int> years;
        for (int year = this->first().year; Instant{year, 0} < this->last(); ++year)
            years.push_back(year);
        return years;
    }

    /// Deaths above the rates without hunger, over the whole run.
    T excess_deaths_million(Area area = whole_nation) const {
        return figures(this->first(), this->last(), area).excess_deaths_million;
    }
};

}  // namespace granary
