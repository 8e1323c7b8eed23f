#pragma once
/// The state at every month start and observed instant of a run, and the sums of flows between
/// them.

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "granary/foundation/calendar.hpp"
#include "granary/foundation/error.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/state/layout.hpp"

namespace granary {

/// States by time. Rows count from 0 in the order of time; values are in the units of the tables.
/// A row, region or level that is not there is NotFound.
template <Real T>
class Recording {
  public:
    Recording(const Scenario& scenario, const Constants<T>& constants, const Layout& layout)
        : layout_(layout), constants_(constants), reading_(scenario.reading) {
        for (const auto& region : scenario.regions) names_.push_back(region.name);
    }

    /// Makes room for so many rows at once, because states are large where T is.
    void reserve(std::size_t rows) {
        times_.reserve(rows);
        states_.reserve(rows * layout_.size());
    }
    /// Adds a row; times must come in order, and states be of the layout's size.
    void record(const Instant& at, const std::vector<T>& state) {
        if (state.size() != layout_.size() || (!times_.empty() && !(times_.back() < at)))
            throw Error(ErrorClass::internal,
                        "a state of another size, or out of order, at " + date_text(at));
        times_.push_back(at);
        states_.insert(states_.end(), state.begin(), state.end());
    }

    /// Which value of a row is what.
    const Layout& layout() const { return layout_; }
    /// The constants the run was made with.
    const Constants<T>& constants() const { return constants_; }
    /// The time of each row.
    const std::vector<Instant>& times() const { return times_; }
    /// The regions in their order.
    const std::vector<std::string>& region_names() const { return names_; }
    /// The reading of the record that the run's constants are of; empty where they are of none.
    const std::string& reading() const { return reading_; }
    /// All recorded states, one row per time, `layout().size()` values each.
    const std::vector<T>& states() const { return states_; }
    /// The `layout().size()` values of a row.
    const T* state(std::size_t row) const {
        return states_.data() + checked("row", row, times_.size()) * layout_.size();
    }

    /// The first instant recorded. Throws NotFound where there is none.
    const Instant& first() const { return times_[checked("row", 0, times_.size())]; }
    /// The last instant recorded. Throws NotFound where there is none.
    const Instant& last() const {
        return times_[checked("row", 0, times_.size()) + times_.size() - 1];
    }

    /// The row recorded at exactly `at`. Throws NotFound.
    std::size_t row(const Instant& at) const {
        for (std::size_t i = 0; i < times_.size(); ++i)
            if (times_[i] == at) return i;
        throw NotFound(date_text(at) + " was not recorded: month starts from " +
                       date_text(first()) + " to " + date_text(last()) +
                       " are, and what the scenario observes");
    }

    /// A national stock in a row.
    template <class D>
    quantity<T, D> stock(Key<NationStock, D> key, std::size_t row) const {
        return quantity<T, D>(state(row)[key.index]);
    }
    /// A region's stock in a row.
    template <class D>
    quantity<T, D> stock(Key<RegionStock, D> key, std::size_t row, std::size_t region) const {
        return quantity<T, D>(state(row)[layout_.region(region) + key.index]);
    }
    /// Exaggeration passed on by `level`, 1 to L (log ratio).
    T exaggeration(std::size_t level, std::size_t row, std::size_t region) const {
        return state(
            row)[layout_.exaggeration(region) + checked("level", level, layout_.levels, 1) - 1];
    }

    /// The sum of a flow between two rows: its rate's unit times years.
    template <class D>
    quantity<T, product_t<D, unit::years>> sum(Key<RegionFlow, D> key, std::size_t from,
                                               std::size_t to, std::size_t region) const {
        const std::size_t i = layout_.region_flows(region) + key.index;
        return quantity<T, product_t<D, unit::years>>(state(to)[i] - state(from)[i]);
    }
    /// The same for a flow of the centre.
    template <class D>
    quantity<T, product_t<D, unit::years>> sum(Key<NationFlow, D> key, std::size_t from,
                                               std::size_t to) const {
        const std::size_t i = layout_.nation_flows() + key.index;
        return quantity<T, product_t<D, unit::years>>(state(to)[i] - state(from)[i]);
    }

  private:
    Layout layout_;
    Constants<T> constants_;
    std::string reading_;
    std::vector<std::string> names_;
    std::vector<Instant> times_;
    std::vector<T> states_;
};

}  // namespace granary
