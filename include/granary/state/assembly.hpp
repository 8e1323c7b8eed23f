#pragma once
/// From the flat state to the rooms' views, and from the flows they declare back to rates of
/// change.

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
        sites.reserve(layout_.regions);
    }

    /// Where each value of the state stands.
    const Layout& layout() const { return layout_; }
    /// The constants of the run.
    const Constants<T>& constants() const { return constants_; }
    /// What region r was at the start.
    const RegionStart<T>& start(std::size_t r) const { return starts_[r]; }

    /// Urban population and reference output of all regions at the start.
    const NationSums<T>& start_sums() const { return start_sums_; }

    /// The state at the start; `conceived` is the conception share at adequate nutrition.
    std::vector<T> initial_state(const T& conceived) const {
        std::vector<T> x(layout_.size(), T(0.0));
        x[stock::state_grain.index] = constants_[parameter::state_grain_start_mt].value();
        for (std::size_t r = 0; r < layout_.regions; ++r) fill_region(r, conceived, x);
        return x;
    }

    std::vector<Site<T>> sites;  ///< room for the frame's views, kept so that no step allocates

  private:
    void add_region(double share, double shares) {
        starts_.push_back({share / shares,
                           share * constants_[parameter::rural_population_start_million],
                           share * constants_[parameter::reference_output_mt]});
        shares_.push_back(share);
        start_sums_.reference_output += starts_.back().reference_output;
        start_sums_.urban_population_start +=
            share * constants_[parameter::urban_population_start_million];
    }

    void fill_region(std::size_t r, const T& conceived, std::vector<T>& x) const {
        const T share(shares_[r]);
        const auto& start = starts_[r];
        const auto set = [&]<class D>(Key<RegionStock, D> key, const quantity<T, D>& value) {
            x[layout_.region(r) + key.index] = bare(value);
        };
        set(stock::rural_population, start.rural_population);
        set(stock::urban_population, share * constants_[parameter::urban_population_start_million]);
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
    std::vector<RegionStart<T>> starts_;
    NationSums<T> start_sums_{};
};

/// One evaluation: opens views on a state and its rate of change, and closes the stocks when all
/// rooms have declared their flows.
template <Real T>
class Frame {
  public:
    Frame(Assembly<T>& assembly, const std::vector<T>& x, std::vector<T>& dxdt,
          const Forcing<T>& forcing)
        : centre(x.data(), sums(assembly, x), forcing.national, forcing.seasons,
                 assembly.constants()),
          sites(assembly.sites),
          nation(dxdt.data() + assembly.layout().nation_flows()),
          layout_(assembly.layout()),
          dxdt_(dxdt.data()) {
        sites.clear();
        for (std::size_t r = 0; r < layout_.regions; ++r)
            sites.push_back(
                {Here<T>(x.data() + layout_.region(r), x.data() + layout_.exaggeration(r),
                         layout_.levels, forcing.regional[r], centre, assembly.start(r),
                         forcing.years_elapsed),
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
        constexpr std::size_t region_stocks = RegionStock::table.size();
        for (std::size_t i = 0; i < NationStock::table.size(); ++i) dxdt_[i] = T(0.0);
        apply<NationFlow>(dxdt_ + layout_.nation_flows(), nullptr);
        for (std::size_t r = 0; r < layout_.regions; ++r) {
            T* stocks = dxdt_ + layout_.region(r);
            for (std::size_t i = 0; i < region_stocks; ++i) stocks[i] = T(0.0);
            apply<RegionFlow>(dxdt_ + layout_.region_flows(r), stocks);
        }
    }

    Centre<T> centre;
    std::vector<Site<T>>& sites;
    NationFlows<T> nation;

  private:
    static NationSums<T> sums(const Assembly<T>& assembly, const std::vector<T>& x) {
        NationSums<T> sums = assembly.start_sums();
        for (std::size_t r = 0; r < assembly.layout().regions; ++r) {
            const T* stocks = x.data() + assembly.layout().region(r);
            sums.urban_population += People<T>(stocks[stock::urban_population.index]);
            sums.believed_harvest += GrainRate<T>(stocks[stock::believed_harvest.index]);
            sums.procurement_memory += GrainRate<T>(stocks[stock::procurement_memory.index]);
        }
        return sums;
    }

    template <class Kind>
    void apply(const T* flows, T* region_stocks) {
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (apply_one<Kind, I>(flows[I], region_stocks), ...);
        }
        (std::make_index_sequence<Kind::table.size()>{});
    }

    template <class Kind, std::size_t I>
    void apply_one(const T& flow, T* region_stocks) {
        constexpr Ends ends = flow_ends<Kind>()[I];
        if constexpr (ends.region_from != Ends::none) region_stocks[ends.region_from] -= flow;
        if constexpr (ends.region_to != Ends::none) region_stocks[ends.region_to] += flow;
        if constexpr (ends.nation_from != Ends::none) dxdt_[ends.nation_from] -= flow;
        if constexpr (ends.nation_to != Ends::none) dxdt_[ends.nation_to] += flow;
    }

    const Layout& layout_;
    T* dxdt_;
};

}  // namespace granary
