#pragma once
/// What a room sees: one region's stocks, the nation, the levers, the season and the constants at
/// one time, all read by key; and the flows it and the rooms before it declared.

#include <cstddef>

#include "granary/foundation/units.hpp"
#include "granary/state/flows.hpp"
#include "granary/state/now.hpp"
#include "granary/state/stocks.hpp"

namespace granary {

/// Sums over the regions that national rules rest on.
template <Real T>
struct NationSums {
    People<T> urban_population;
    GrainRate<T> believed_harvest, procurement_memory;
    GrainRate<T> assessed_harvest;  ///< what quotas are set on; of no meaning before room 4 says
};

/// The centre's view: state granary, sums, national levers.
template <Real T>
class Centre : public Now<T> {
  public:
    Centre(const Now<T>& now, const T* stocks, const NationSums<T>& totals)
        : Now<T>(now), sums(totals), stocks_(stocks) {}

    using Now<T>::operator[];
    /// A stock of the state.
    template <class D>
    quantity<T, D> operator[](Key<NationStock, D> key) const {
        return quantity<T, D>(stocks_[key.index]);
    }

    NationSums<T> sums;

  private:
    const T* stocks_;
};

/// A region's view; levers are those that the region has.
template <Real T>
class Here : public Now<T> {
  public:
    Here(const Now<T>& now, const T* stocks, const T* exaggeration, std::size_t reporting_levels,
         const Centre<T>& nation)
        : Now<T>(now),
          centre(nation),
          levels(reporting_levels),
          stocks_(stocks),
          exaggeration_(exaggeration) {}

    using Now<T>::operator[];
    /// A stock of the region.
    template <class D>
    quantity<T, D> operator[](Key<RegionStock, D> key) const {
        return quantity<T, D>(stocks_[key.index]);
    }
    /// A stock of the state.
    template <class D>
    quantity<T, D> operator[](Key<NationStock, D> key) const {
        return centre[key];
    }

    /// Exaggeration passed on by level 0 (the field itself: none) to `levels` (log ratio).
    T exaggeration(std::size_t level) const {
        return level == 0 ? T(0.0) : exaggeration_[level - 1];
    }

    const Centre<T>& centre;
    std::size_t levels;

  private:
    const T* stocks_;
    const T* exaggeration_;
};

/// A block of flows: a room sets its own and may read those of the rooms before it.
template <Real T, class Kind>
class FlowBlock {
  public:
    explicit FlowBlock(T* flows) : flows_(flows) {}

    /// A flow's rate as a room has set it; of no meaning before that.
    template <class D>
    quantity<T, D> operator[](Key<Kind, D> key) const {
        return quantity<T, D>(flows_[key.index]);
    }
    /// Declares a flow's rate, in the unit of its row.
    template <class D>
    void set(Key<Kind, D> key, const quantity<T, D>& value) {
        flows_[key.index] = bare(value);
    }

  private:
    T* flows_;
};

/// The flows of the centre.
template <Real T>
using NationFlows = FlowBlock<T, NationFlow>;

/// A region's flows, with what its rooms tell one another besides.
template <Real T>
class RegionFlows : public FlowBlock<T, RegionFlow> {
  public:
    RegionFlows(T* flows, T* exaggeration_change)
        : FlowBlock<T, RegionFlow>(flows), exaggeration_change_(exaggeration_change) {}

    /// Change of the exaggeration passed on by level 1 to L, a year.
    void set_exaggeration_change(std::size_t level, const PerYear<T>& change) {
        exaggeration_change_[level - 1] = change.value();
    }

    ActualOutput<T> potential;              ///< Y*: the harvest that the year's inputs would give
    ReportedOutput<T> claim;                ///< the running claim of the last level
    GrainRate<T> assessed_harvest;          ///< H: what the quota is set on
    PerYear<T> hunger_rural, hunger_urban;  ///< further death rates by hunger
    T carried_out{1.0};  ///< share of pressure and quota that is carried out where people die
    T asked_for{1.0};    ///< share of the quota that full stores still ask for
    GrainRate<T> resale_want, relief_on_sight_want;
    GrainRate<T> visible_need;  ///< weight of the region when relief is split
    /// Trade grain eaten a head and year: in towns, by villagers, by crews over all villagers.
    T town_kg{}, eaten_kg{}, crew_kg{};

  private:
    T* exaggeration_change_;
};

/// A region with its flows, as the rooms of the centre see it.
template <Real T>
struct Site {
    Here<T> here;
    RegionFlows<T> flows;
};

}  // namespace granary
