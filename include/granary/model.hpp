#pragma once
/// The model on one screen: its rooms in the order in which a year's grain passes through them.
/// This is the only file that knows them all.

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "granary/foundation/functions.hpp"
#include "granary/rooms/access.hpp"
#include "granary/rooms/belief.hpp"
#include "granary/rooms/capital.hpp"
#include "granary/rooms/forbearance.hpp"
#include "granary/rooms/full_stores.hpp"
#include "granary/rooms/harvest.hpp"
#include "granary/rooms/migration.hpp"
#include "granary/rooms/nutrition.hpp"
#include "granary/rooms/procurement.hpp"
#include "granary/rooms/reporting.hpp"
#include "granary/rooms/resale.hpp"
#include "granary/rooms/state_granary.hpp"
#include "granary/rooms/village.hpp"
#include "granary/rooms/vital_rates.hpp"
#include "granary/state/assembly.hpp"

namespace granary {

/// The rooms as one type. To replace one, derive from Rooms, hide its function, and pass the
/// derived type to `simulate`: `struct Mine : Rooms { template <Real T> static void belief(...);
/// };`
struct Rooms : Functions {
    /// The field.
    template <Real T>
    static void harvest(const Here<T>& here, RegionFlows<T>& flows) {
        rooms::harvest(here, flows);
    }
    /// The harvest that quotas are set on.
    template <Real T>
    static void assessment(const Here<T>& here, RegionFlows<T>& flows) {
        rooms::assessment(here, flows);
    }
    /// Unequal access, and hunger.
    template <Real T>
    static void access(const Here<T>& here, RegionFlows<T>& flows) {
        rooms::access(here, flows);
    }
    /// Pressing less where people die.
    template <Real T>
    static void forbearance(const Here<T>& here, RegionFlows<T>& flows) {
        rooms::forbearance(here, flows);
    }
    /// Asking for less while stores are full.
    template <Real T>
    static void full_stores(const Here<T>& here, RegionFlows<T>& flows) {
        rooms::full_stores(here, flows);
    }
    /// What each level claims.
    template <Real T>
    static void reporting(const Here<T>& here, RegionFlows<T>& flows) {
        rooms::reporting(here, flows);
    }
    /// What the centre believes.
    template <Real T>
    static void belief(const Here<T>& here, RegionFlows<T>& flows) {
        rooms::belief(here, flows);
    }
    /// Quotas and what is collected.
    template <Real T>
    static void procurement(const Here<T>& here, RegionFlows<T>& flows) {
        rooms::procurement(here, flows);
    }
    /// What villages ask back.
    template <Real T>
    static void resale(const Here<T>& here, RegionFlows<T>& flows) {
        rooms::resale_and_relief(here, flows);
    }
    /// The one store that all regions draw on.
    template <Real T>
    static void state_granary(const Centre<T>& centre, std::span<Site<T>> sites,
                              NationFlows<T>& nation) {
        rooms::state_granary(centre, sites, nation);
    }
    /// Seed, feed, spoilage and what is served.
    template <Real T>
    static void village(const Here<T>& here, RegionFlows<T>& flows) {
        rooms::village(here, flows);
    }
    /// The reserve of the body.
    template <Real T>
    static void nutrition(const Here<T>& here, RegionFlows<T>& flows) {
        rooms::nutrition(here, flows);
    }
    /// Births and deaths.
    template <Real T>
    static void vital_rates(const Here<T>& here, RegionFlows<T>& flows) {
        rooms::vital_rates(here, flows);
    }
    /// Animals, manure and tools.
    template <Real T>
    static void capital(const Here<T>& here, RegionFlows<T>& flows) {
        rooms::capital(here, flows);
    }
    /// Between villages and towns.
    template <Real T>
    static void migration(const Here<T>& here, RegionFlows<T>& flows) {
        rooms::migration(here, flows);
    }
};

/// The right-hand side: state in, its rate of change out. Owns its scratch space, so each run has a
/// model of its own and threads share nothing.
template <Real T, class R = Rooms, class ForcingTable = TabulatedForcing<T>>
class Model {
  public:
    /// The flat state, as Layout describes it.
    using State = std::vector<T>;

    Model(const Scenario& scenario, const Constants<T>& constants)
        : Model(scenario, constants, Courses<T>(scenario, constants)) {}
    /// With the levers of `courses`, which may differ between the members of a pack.
    Model(const Scenario& scenario, const Constants<T>& constants, Courses<T> courses)
        : assembly_(scenario, constants), forcing_(scenario, constants, std::move(courses)) {}

    /// Goes to a piece of the span, which the times then count from.
    void enter(const Piece& piece) { forcing_.enter(piece); }
    /// Where each value of the state stands.
    const Layout& layout() const { return assembly_.layout(); }
    /// The state at the start of the span.
    State initial_state() const {
        return assembly_.initial_state(rooms::conception_share(assembly_.constants(), T(1.0)));
    }

    /// dxdt at `years` after the beginning of the piece entered.
    [[gnu::flatten]] void operator()(const State& x, State& dxdt, double years) {
        Frame<T> now(assembly_, x, dxdt, forcing_.at(years));
        for (auto& [here, flows] : now.sites) {
            R::harvest(here, flows);
            R::assessment(here, flows);
        }
        now.add_up_assessments();
        for (auto& [here, flows] : now.sites) {
            R::access(here, flows);
            R::forbearance(here, flows);
            R::full_stores(here, flows);
            R::reporting(here, flows);
            R::belief(here, flows);
            R::procurement(here, flows);
            R::resale(here, flows);
        }
        R::state_granary(now.centre, std::span(now.sites), now.nation);
        for (auto& [here, flows] : now.sites) {
            R::village(here, flows);
            R::nutrition(here, flows);
            R::vital_rates(here, flows);
            R::capital(here, flows);
            R::migration(here, flows);
        }
        now.close();
    }

  private:
    Assembly<T> assembly_;
    ForcingTable forcing_;
};

}  // namespace granary
