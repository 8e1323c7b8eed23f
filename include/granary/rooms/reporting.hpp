#pragma once
/// The reports: each level of the hierarchy adds its exaggeration to the one below.
/// Sources: Fan, Xiong & Zhou 2016; Kung & Chen 2011 (incentives).

#include "granary/state/here.hpp"

namespace granary::rooms {

/// What a level adds under the pressure of now, and how fast it does.
template <Real T>
struct ReportingTerms {
    T added;  ///< e_l p r
    PerYear<T> passing_on;

    explicit ReportingTerms(const Now<T>& now)
        : added(now[parameter::exaggeration_per_level] * now[lever::pressure] *
                now[lever::radicalism]),
          passing_on(1.0 / now[parameter::report_lag_years]) {}
};

/// dI_l/dt = (I_{l-1} + e_l p r f - I_l)/tau_r with I_0 = 0 and f what of the pressure is carried
/// out; the running claim is Y* e^{I_L}.
template <Real T>
void reporting(const Here<T>& here, RegionFlows<T>& flows) {
    const auto& report = terms<ReportingTerms>(here);
    const T added = report.added * flows.carried_out;
    for (std::size_t level = 1; level <= here.levels; ++level) {
        const T passed_on = here.exaggeration(level - 1) + added;
        flows.set_exaggeration_change(level,
                                      (passed_on - here.exaggeration(level)) * report.passing_on);
    }
    flows.claim = reported(flows.potential, here.exaggeration(here.levels));
}

}  // namespace granary::rooms
