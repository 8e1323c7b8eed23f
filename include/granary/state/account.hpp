#pragma once
/// The figures of an area over a period, from the running sums of its flows.

#include <cstddef>
#include <limits>
#include <optional>

#include "granary/state/figures.hpp"
#include "granary/state/recording.hpp"

namespace granary {

/// The nation, or one region by its place in the scenario.
using Area = std::optional<std::size_t>;
/// All regions together.
inline constexpr Area whole_nation = std::nullopt;

/// One area between two rows of a recording; every value bare, in Mt and million. A region or row
/// that is not there is NotFound.
template <Real T>
class Account {
  public:
    Account(const Recording<T>& run, std::size_t from, std::size_t to, Area area)
        : run_(run),
          from_(from),
          to_(to),
          national_(!area),
          first_(area ? checked("region", *area, run.layout().regions) : 0),
          last_(area ? first_ + 1 : run.layout().regions) {
        const auto rows = run.times().size();
        if (checked("row", to, rows) < checked("row", from, rows))
            throw NotFound("there is no period from " + date_text(run.times()[from]) + " to " +
                           date_text(run.times()[to]) + ": it ends before it begins");
    }

    /// All figures; what has no meaning for the area is not a number.
    Figures<T> figures() const {
        Figures<T> f;
        grain(f);
        trade(f);
        people(f);
        deaths(f);
        condition(f);
        return f;
    }

  private:
    void grain(Figures<T>& f) const {
        f.output_actual_mt = harvested();
        f.output_reported_mt = published_claim();
        f.output_believed_mt = at_end(stock::believed_harvest);
        f.procurement_gross_mt = sum(flow::procurement);
        f.resale_mt = sum(flow::resale);
        f.procurement_net_mt = f.procurement_gross_mt - f.resale_mt;
        f.relief_mt = sum(flow::relief);
        f.left_in_village_mt = f.output_actual_mt - f.procurement_net_mt + f.relief_mt;
        f.town_supply_mt = sum(flow::town_supply);
        f.crew_grain_mt = sum(flow::crew_supply);
        f.seed_mt = sum(flow::seed);
        f.feed_mt = sum(flow::feed);
        f.spoilage_mt = sum(flow::spoilage);
        f.rot_mt = sum(flow::rot_summer) + sum(flow::rot_autumn);
        f.village_grain_mt = at_end(stock::village_grain);
        f.rural_ration_kg = per_head(sum(flow::served), sum(flow::person_years_rural));
        f.eaten_kg = per_head(sum(flow::eaten), sum(flow::person_years_rural));
        f.urban_ration_kg = per_head(f.town_supply_mt, sum(flow::person_years_urban));
    }

    void trade(Figures<T>& f) const {
        f.export_mt = national(flow::exports);
        f.import_mt = national(flow::imports);
        f.other_use_mt = national(flow::other_use);
        f.state_grain_mt = national_ ? bare(run_.stock(stock::state_grain, to_)) : undefined();
    }

    void people(Figures<T>& f) const {
        const T rural = sum(flow::person_years_rural);
        const T urban = sum(flow::person_years_urban);
        f.population_rural_million = at_end(stock::rural_population);
        f.population_urban_million = at_end(stock::urban_population);
        f.person_years_million = rural + urban;
        f.births_million = sum(flow::births_rural) + sum(flow::births_urban);
        f.deaths_million = sum(flow::deaths_rural) + sum(flow::deaths_urban);
        f.births_lost_million = sum(flow::births_full) - f.births_million;
        f.crude_birth_rate_per_1000 = per_1000(f.births_million, f.person_years_million);
        f.crude_death_rate_per_1000 = per_1000(f.deaths_million, f.person_years_million);
        f.crude_death_rate_rural_per_1000 = per_1000(sum(flow::deaths_rural), rural);
        f.crude_death_rate_urban_per_1000 = per_1000(sum(flow::deaths_urban), urban);
    }

    void deaths(Figures<T>& f) const {
        f.excess_deaths_rural_million = sum(flow::deaths_rural) - sum(flow::deaths_rural_base);
        f.excess_deaths_urban_million = sum(flow::deaths_urban) - sum(flow::deaths_urban_base);
        f.excess_deaths_million = f.excess_deaths_rural_million + f.excess_deaths_urban_million;
    }

    void condition(Figures<T>& f) const {
        f.nutrition_rural = mean(stock::nutrition_rural, stock::rural_population);
        f.nutrition_urban = mean(stock::nutrition_urban, stock::urban_population);
        f.farm_capital = mean(stock::farm_capital, stock::rural_population);
    }

    T harvested(std::size_t r) const {
        return bare(run_.sum(flow::harvest_summer, from_, to_, r) +
                    run_.sum(flow::harvest_autumn, from_, to_, r));
    }
    T harvested() const {
        T total(0.0);
        for (std::size_t r = first_; r < last_; ++r) total += harvested(r);
        return total;
    }

    /// The harvest times e^{I_L} of the last level at the end of the period; the nation's is the
    /// sum of the regions'.
    T published_claim() const {
        const std::size_t last_level = run_.layout().levels;
        T total(0.0);
        for (std::size_t r = first_; r < last_; ++r) {
            const ActualOutput<T> harvest{GrainRate<T>(harvested(r))};
            total += bare(reported(harvest, run_.exaggeration(last_level, to_, r)).rate);
        }
        return total;
    }

    template <class D>
    T sum(Key<RegionFlow, D> key) const {
        T total(0.0);
        for (std::size_t r = first_; r < last_; ++r) total += bare(run_.sum(key, from_, to_, r));
        return total;
    }
    template <class D>
    T at_end(Key<RegionStock, D> key) const {
        T total(0.0);
        for (std::size_t r = first_; r < last_; ++r) total += bare(run_.stock(key, to_, r));
        return total;
    }
    template <class D>
    T national(Key<NationFlow, D> key) const {
        return national_ ? bare(run_.sum(key, from_, to_)) : undefined();
    }

    /// Mean of an index over the regions, weighted by people.
    T mean(Key<RegionStock, unit::number> index, Key<RegionStock, unit::million> people) const {
        T total(0.0);
        for (std::size_t r = first_; r < last_; ++r)
            total += run_.stock(index, to_, r) * run_.stock(people, to_, r).value();
        return total / at_end(people);
    }

    T per_head(const T& grain_mt, const T& person_years) const {
        return defined(
            ration_kg(grain_mt, person_years, run_.constants()[parameter::grain_to_trade]),
            person_years);
    }
    static T per_1000(const T& events, const T& person_years) {
        return defined(1000.0 * (events / person_years), person_years);
    }
    static T defined(const T& figure, const T& person_years) {
        constexpr double fewest_million = 1e-3;
        return select(person_years > T(fewest_million), figure, undefined());
    }
    static T undefined() { return T(std::numeric_limits<double>::quiet_NaN()); }

    const Recording<T>& run_;
    std::size_t from_, to_;
    bool national_;
    std::size_t first_, last_;
};

}  // namespace granary
