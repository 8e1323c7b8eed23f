#include "granary/analysis/places.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "granary/foundation/real.hpp"
#include "granary/run.hpp"

namespace granary {
namespace {

constexpr std::size_t points = 801;
constexpr double reach = 8;  ///< standard deviations on either side

/// A place by its quantile, with the share of the people in such places.
struct Place {
    double z, weight;
};

/// From the worst off to the best; the weights sum to one.
std::vector<Place> places() {
    std::vector<Place> all;
    double sum = 0;
    for (std::size_t i = 0; i < points; ++i) {
        const double z = -reach + 2 * reach * static_cast<double>(i) / (points - 1);
        all.push_back({z, exp(-0.5 * z * z)});
        sum += all.back().weight;
    }
    for (auto& place : all) place.weight /= sum;
    return all;
}

/// What a month does to all places.
struct Month {
    double nutrition, variance;
};

class Year {
  public:
    Year(const Trajectory<double>& run, int year, std::size_t region)
        : run_(run), year_(year), region_(region) {
        for (int month = 1; month <= 12; ++month) {
            const auto from = run.row(month_start(year, month));
            const auto to =
                run.row(month == 12 ? Instant{year + 1, 0} : month_start(year, month + 1));
            const double years = years_between(run.times()[from], run.times()[to]);
            months_.push_back({bare(run.stock(stock::nutrition_rural, from, region)),
                               run.sum(flow::access_variance, from, to, region).value() / years});
        }
    }

    /// Deaths by hunger a villager and year in a place.
    double hunger(double z) const {
        const auto& constants = run_.constants();
        double sum = 0;
        for (const auto& [nutrition, variance] : months_) {
            const double access = sqrt(variance) * z - 0.5 * variance;
            const double shortfall =
                log(constants[parameter::hunger_midpoint] / nutrition) - access;
            sum += normal_cdf(shortfall / constants[parameter::hunger_width]);
        }
        return sum / 12 * constants[parameter::hunger_death_rate_per_year].value();
    }

    /// The villagers' death rate without hunger.
    double base() const {
        const auto from = run_.row(Instant{year_, 0}), to = run_.row(Instant{year_ + 1, 0});
        return bare(run_.sum(flow::deaths_rural_base, from, to, region_)) /
               bare(run_.sum(flow::person_years_rural, from, to, region_));
    }

  private:
    const Trajectory<double>& run_;
    int year_;
    std::size_t region_;
    std::vector<Month> months_;
};

}  // namespace

PlaceSpread spread_between_places(const Trajectory<double>& run, int year, std::size_t region) {
    const Year of(run, year, region);
    const double base = of.base();
    double mean = 0, square = 0, worst = 0, people = 0, hundredth = 0;
    for (const auto& [z, weight] : places()) {
        const double hunger = of.hunger(z);
        mean += weight * hunger;
        square += weight * hunger * hunger;
        if (people + weight <= 0.1) worst += weight * hunger;
        if (people <= 0.01) hundredth = hunger;
        people += weight;
    }
    return {1e3 * (base + mean), 1e3 * sqrt(std::max(square - mean * mean, 0.0)),
            mean > 0 ? worst / mean : 0.0, 1e3 * (base + hundredth)};
}

}  // namespace granary
