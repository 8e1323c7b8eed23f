#pragma once
/// Access: how unevenly food is shared between places, and who dies of hunger for it.
/// Sources: Meng, Qian & Yared 2015 (inequality of access); Ashton et al. 1984 (mortality).

#include <limits>

#include "granary/state/here.hpp"
#include "granary/state/store.hpp"

namespace granary::rooms {

/// What a year's harvest leaves when `taken` is gone: Y* (l_Y + (1 - l_Y - taken/Y*)+), never less
/// than the share l_Y, which no collector finds.
template <Real T>
GrainRate<T> left_of(const Here<T>& here, const GrainRate<T>& harvest, const GrainRate<T>& taken) {
    const T least = here[parameter::least_share_left];
    return harvest * (least + hinge(1.0 - least - taken / harvest, here[parameter::hinge_width]));
}

/// Lies that differ by place: (M/Y_left) (ln(H/Y*))+. Where the claims of places differ by some
/// spread of their logarithm, so do the quotas set on them, and what is left by M/Y_left times
/// that; the spread is taken to go with the lie itself.
template <Real T>
T unevenness_by_lies(const Here<T>& here, const RegionFlows<T>& flows) {
    const auto taken = here[stock::procurement_memory];
    const T lie = log(flows.assessed_harvest / flows.potential.rate);
    return taken / left_of(here, flows.potential.rate, taken) *
           hinge(lie, here[parameter::hinge_width]);
}

/// A burden above that of the start: (Q/Q_ref - 1)+ with Q = taken/left.
template <Real T>
T unevenness_by_burden(const Here<T>& here, const GrainRate<T>& harvest, const GrainRate<T>& taken,
                       const T& burden_at_start) {
    const T burden = taken / left_of(here, harvest, taken);
    return hinge(burden / burden_at_start - 1.0, here[parameter::hinge_width]);
}

/// Which forms of unequal access are at work, and what they are held against.
template <Real T>
struct AccessTerms {
    bool by_lies, by_burden, by_net_burden;  ///< in any member
    T burden_at_start, net_burden_at_start;  ///< Q_ref = r/(1 - r), with r = rho, or rho (1 - x0)

    explicit AccessTerms(const Always<T>& always)
        : by_lies(at_work(always[parameter::inequality_by_lies])),
          by_burden(at_work(always[parameter::inequality_by_burden])),
          by_net_burden(at_work(always[parameter::inequality_by_net_burden])) {
        const T rate = always[parameter::quota_rate_level];
        const T net_rate = rate * (1.0 - always[parameter::resale_share]);
        burden_at_start = rate / (1.0 - rate);
        net_burden_at_start = net_rate / (1.0 - net_rate);
    }

  private:
    static bool at_work(const T& constant) {
        return !all(constant < T(std::numeric_limits<double>::denorm_min()));
    }
};

/// (c t)^2, and nothing of a member whose constant is 0, whatever the members beside it have.
template <Real T>
T square_where_at_work(const T& constant, const T& unevenness) {
    const T part = constant * unevenness;
    return select(constant > T(0.0), part * part, T(0.0));
}

/// Variance of the log of access to food: sig0^2 + sum over forms (c_j t_j)^2. A form whose
/// constant is 0 adds nothing, and so does its slope in that constant. The net burden counts what
/// is given back, X.
template <Real T>
T access_variance(const Here<T>& here, const RegionFlows<T>& flows) {
    const auto& forms = terms<AccessTerms>(here);
    const auto harvest = flows.potential.rate;
    const auto gross = here[stock::procurement_memory];
    const T base = here[parameter::inequality_base];
    T variance = base * base;
    if (forms.by_lies)
        variance += square_where_at_work(here[parameter::inequality_by_lies],
                                         unevenness_by_lies(here, flows));
    if (forms.by_burden)
        variance +=
            square_where_at_work(here[parameter::inequality_by_burden],
                                 unevenness_by_burden(here, harvest, gross, forms.burden_at_start));
    if (forms.by_net_burden)
        variance += square_where_at_work(
            here[parameter::inequality_by_net_burden],
            unevenness_by_burden(here, harvest, gross - here[stock::return_memory],
                                 forms.net_burden_at_start));
    return variance;
}

/// Further death rate by hunger: mu_x Phi((ln(n50/N) + sig^2/2)/sqrt(w^2 + sig^2)), the exact mean
/// of a probit in log access over a lognormal access of mean 1.
template <Real T>
PerYear<T> hunger_death_rate(const Here<T>& here, const T& nutrition, const T& variance) {
    const T width = here[parameter::hunger_width];
    const T z = (log(here[parameter::hunger_midpoint] / nutrition) + 0.5 * variance) /
                sqrt(width * width + variance);
    return normal_cdf(z) * here[parameter::hunger_death_rate_per_year];
}

/// The further death rates of villages and towns.
template <Real T>
void access(const Here<T>& here, RegionFlows<T>& flows) {
    const T variance = access_variance(here, flows);
    flows.set(flow::access_variance, variance);
    flows.hunger_rural = hunger_death_rate(here, here[stock::nutrition_rural], variance);
    flows.hunger_urban = hunger_death_rate(here, here[stock::nutrition_urban], variance);
}

}  // namespace granary::rooms
