#pragma once
/// From the flat state to the rooms' views, and from the flows they declare back to rates of
/// change.

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "granary/scenario/scenario.hpp"
#include "granary/state/forcing.hpp"
#include "granary/state/here.hpp"
#include "granary/state/layout.hpp"

namespace granary {

/// What stays the same through a run: the layout, the constants, the start of each region.
template <Real T>
class Assembly {
  public:
    Assembly(const Scenario& scenario, const Constants<T>& constants)
        : layout_{scenario.regions.size(), scenario.reporting_levels}, constants_(constants) {
        double shares = 0;
        for (const auto& region : scenario.regions) shares += region.share;
        for (const auto& region : scenario.regions) add_region(region.share, shares);
        shelves_.resize(layout_.regions + 1);
        sites.reserve(layout_.regions);
    }
    Assembly(const Assembly&) = delete;
    Assembly& operator=(const Assembly&) = delete;
    Assembly(Assembly&&) = default;

    /// Where each value of the state stands.
    const Layout& layout() const { return layout_; }
    /// The constants of the run.
    const Constants<T>& constants() const { return constants_; }
    /// What region r was at the start.
    const Start<T>& start(std::size_t r) const { return starts_[r]; }
    /// What all regions together were.
    const Start<T>& nation_start() const { return nation_start_; }

    /// The levers and seasons of `forcing` as region r has them.
    Now<T> now(std::size_t r, const Forcing<T>& forcing) {
        return now({constants_, starts_[r], shelves_[r]}, forcing.regional[r], forcing);
    }
    /// As the centre has them.
    Now<T> nation_now(const Forcing<T>& forcing) {
        return now({constants_, nation_start_, shelves_.back()}, forcing.national, forcing);
    }

    /// The state at the start; `conceived` is the conception share at adequate nutrition.
    std::vector<T> initial_state(const T& conceived) const {
        std::vector<T> x(layout_.size(), T(0.0));
        x[stock::state_grain.index] = constants_[parameter::state_grain_start_mt].value();
        for (std::size_t r = 0; r < layout_.regions; ++r) fill_region(r, conceived, x);
        return x;
    }

    std::vector<Site<T>> sites;  ///< room for the frame's views, kept so that no step allocates

  private:
    static Now<T> now(const Always<T>& always, const Levers<T>& levers, const Forcing<T>& forcing) {
        return {always, levers, forcing.seasons, forcing.years_elapsed, forcing.row};
    }

    void add_region(double share, double shares) {
        const Start<T> start{share / shares,
                             share * constants_[parameter::rural_population_start_million],
                             share * constants_[parameter::urban_population_start_million],
                             share * constants_[parameter::reference_output_mt]};
        nation_start_.rural_population += start.rural_population;
        nation_start_.urban_population += start.urban_population;
        nation_start_.reference_output += start.reference_output;
        starts_.push_back(start);
        shares_.push_back(share);
    }

    void fill_region(std::size_t r, const T& conceived, std::vector<T>& x) const {
        const T share(shares_[r]);
        const auto& start = starts_[r];
        const auto set = [&]<class D>(Key<RegionStock, D> key, const quantity<T, D>& value) {
            x[layout_.region(r) + key.index] = bare(value);
        };
        set(stock::rural_population, start.rural_population);
        set(stock::urban_population, start.urban_population);
        set(stock::standing_summer_crop,
            share * constants_[parameter::standing_summer_crop_start_mt]);
        set(stock::village_grain, share * constants_[parameter::village_grain_start_mt]);
        for (const auto key : {stock::nutrition_rural, stock::nutrition_urban, stock::farm_capital})
            set(key, T(1.0));
        set(stock::believed_harvest, start.reference_output);
        const auto procured = constants_[parameter::quota_rate_level] * start.reference_output;
        set(stock::procurement_memory, procured);
        set(stock::return_memory, constants_[parameter::resale_share] * procured);
        for (const auto key : {stock::conception_1, stock::conception_2, stock::conception_3})
            set(key, conceived);
    }

    Layout layout_;
    Constants<T> constants_;
    std::vector<double> shares_;
    std::vector<Start<T>> starts_;
    Start<T> nation_start_;
    std::vector<TermShelf> shelves_;  ///< of each region, and behind them the centre's
};

/// One evaluation: opens views on a state and its rate of change, and closes the stocks when all
/// rooms have declared their flows.
template <Real T>
class Frame {
  public:
    Frame(Assembly<T>& assembly, const std::vector<T>& x, std::vector<T>& dxdt,
          const Forcing<T>& forcing)
        : centre(assembly.nation_now(forcing), x.data(), sums(assembly.layout(), x)),
          sites(assembly.sites),
          nation(dxdt.data() + assembly.layout().nation_flows()),
          layout_(assembly.layout()),
          dxdt_(dxdt.data()) {
        sites.clear();
        for (std::size_t r = 0; r < layout_.regions; ++r)
            sites.push_back(
                {Here<T>(assembly.now(r, forcing), x.data() + layout_.region(r),
                         x.data() + layout_.exaggeration(r), layout_.levels, centre),
                 RegionFlows<T>(dxdt_ + layout_.region_flows(r), dxdt_ + layout_.exaggeration(r))});
    }
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;

    /// Sums up over the regions what the quotas of all of them rest on.
    void add_up_assessments() {
        for (const auto& site : sites) centre.sums.assessed_harvest += site.flows.assessed_harvest;
    }

    /// Stocks change by the flows between them and by nothing else.
    void close() {
        NationChange nation_change{};
        RegionChange none{};
        apply<NationFlow>(dxdt_ + layout_.nation_flows(), none, nation_change);
        for (std::size_t r = 0; r < layout_.regions; ++r) {
            RegionChange change{};
            apply<RegionFlow>(dxdt_ + layout_.region_flows(r), change, nation_change);
            std::copy(change.begin(), change.end(), dxdt_ + layout_.region(r));
        }
        std::copy(nation_change.begin(), nation_change.end(), dxdt_);
    }

    Centre<T> centre;
    std::vector<Site<T>>& sites;
    NationFlows<T> nation;

  private:
    static NationSums<T> sums(const Layout& layout, const std::vector<T>& x) {
        NationSums<T> sums;
        for (std::size_t r = 0; r < layout.regions; ++r) {
            const T* stocks = x.data() + layout.region(r);
            sums.urban_population += People<T>(stocks[stock::urban_population.index]);
            sums.believed_harvest += GrainRate<T>(stocks[stock::believed_harvest.index]);
            sums.procurement_memory += GrainRate<T>(stocks[stock::procurement_memory.index]);
        }
        return sums;
    }

    // Changes are summed apart from the state, so that they need not be stored flow by flow.
    using NationChange = std::array<T, NationStock::table.size()>;
    using RegionChange = std::array<T, RegionStock::table.size()>;

    template <class Kind>
    static void apply(const T* flows, RegionChange& region, NationChange& nation) {
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (apply_one<Kind, I>(flows[I], region, nation), ...);
        }
        (std::make_index_sequence<Kind::table.size()>{});
    }

    template <class Kind, std::size_t I>
    static void apply_one(const T& flow, RegionChange& region, NationChange& nation) {
        constexpr Ends ends = flow_ends<Kind>()[I];
        if constexpr (ends.region_from != Ends::none) region[ends.region_from] -= flow;
        if constexpr (ends.region_to != Ends::none) region[ends.region_to] += flow;
        if constexpr (ends.nation_from != Ends::none) nation[ends.nation_from] -= flow;
        if constexpr (ends.nation_to != Ends::none) nation[ends.nation_to] += flow;
    }

    const Layout& layout_;
    T* dxdt_;
};

}  // namespace granary
