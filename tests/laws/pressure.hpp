#pragma once
/// More pressure: the historical schedule times a larger factor, radicalism constant in time.

#include <string>

#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"

namespace granary::laws {

inline const Schedule& historical_pressure() {
    static const Schedule pressure = load_scenario("historical").levers[lever::pressure.index];
    return pressure;
}

inline Scenario with_pressure(const Scenario& scenario, double factor) {
    return scenario.with(lever::pressure, historical_pressure().scaled(factor));
}

/// What pressure moves in one way only, whatever the other levers and the constants are.
struct Chain {
    double claim_1958, belief_1958, procurement_1958, served_1958_to_61;
};

inline Chain chain_of(const Trajectory<double>& run) {
    const auto f = run.annual(1958);
    double served = 0;
    for (std::size_t r = 0; r < run.layout().regions; ++r)
        served +=
            run.sum(flow::served, run.row(Instant{1958, 0}), run.row(Instant{1962, 0}), r).value();
    return {f.output_reported_mt, f.output_believed_mt, f.procurement_gross_mt, served};
}

/// What the famine made of it: near the record more pressure lowers the ration of 1959 and raises
/// the rural excess deaths.
struct Famine {
    double ration_1959_kg, rural_excess_deaths_million;
};

inline Famine famine_of(const Trajectory<double>& run) {
    const auto whole = run.figures(run.times().front(), run.times().back());
    return {run.annual(1959).rural_ration_kg, whole.excess_deaths_rural_million};
}

/// Whether more pressure made the famine no smaller; a thousandth of a kilogram does not count.
inline bool no_smaller(const Famine& more, const Famine& less) {
    constexpr double slack_kg = 1e-3, slack_million = 1e-6;
    return more.ration_1959_kg <= less.ration_1959_kg + slack_kg &&
           more.rural_excess_deaths_million >= less.rural_excess_deaths_million - slack_million;
}

}  // namespace granary::laws
