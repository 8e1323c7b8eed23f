#pragma once
/// What a fit is worth: could the model be bent to any record, does it foretell years it was not
/// fitted to, and what do the data pin.

#include <Eigen/Core>
#include <cstddef>
#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/study/calibration.hpp"

namespace granary {

/// A plan whose targets are altered: a history that did not happen.
struct FalseRecord {
    std::string name;
    CalibrationPlan plan;
};

/// The four false records: 1959 and 1960 exchanged in ration, output, procurement, rates and
/// claims; the rural ration flat at 190 kg; at 170 kg in 1960; lowered by 10% in 1960-61.
/// `claim_of_1960` (Mt) takes the place of the claim of 1959 in the exchange. One that would alter
/// none of the plan's targets is left out.
GRANARY_API std::vector<FalseRecord> false_records(const CalibrationPlan& plan,
                                                   double claim_of_1960);

/// One target that a fit did not see, beside two naive forecasts from the years it saw.
struct Forecast {
    Target target;
    double model = 0;
    double last_value = 0;     ///< the last year seen persists
    double straight_line = 0;  ///< least squares through the years seen
};

/// A fit to the targets that end by `until`, and what it says of the later ones.
struct HeldOut {
    std::string name;
    Fit fit;
    CalibrationPlan plan;  ///< what was fitted to what
    std::vector<Forecast> forecasts;
};

/// `waves_fixed` leaves the two wave heights at their prior.
GRANARY_API HeldOut hold_out(const CalibrationPlan& plan, const Instant& until, bool waves_fixed);

/// What the data see: singular values of the Jacobian in units of tolerance and prior (above 1 the
/// data say more than the prior), and the directions, one column each, in the constants.
struct Sight {
    Eigen::VectorXd singular_values;
    Eigen::MatrixXd directions;
};
/// The sight of the plan's data at an optimum.
GRANARY_API Sight sight(const CalibrationPlan& plan, const Fit& fit);

/// Two constants whose posterior errors go together.
struct CorrelatedPair {
    std::size_t first, second;  ///< places in the plan's fitted list
    double correlation;
};
/// The pairs whose posterior correlation is larger than `beyond` in size, the largest first.
GRANARY_API std::vector<CorrelatedPair> correlated_pairs(const Fit& fit, double beyond);

/// A target's figure and how far a constant moves it: by one prior standard deviation of the
/// constant, to first order.
struct Influence {
    Target target;
    double change;
};

/// A constant as the plan fits it, or where it does not, as the table has it. Throws NotFound.
GRANARY_API FittedConstant constant_of(const CalibrationPlan& plan, std::size_t parameter_row);

/// The influences of one constant on the plan's targets, the largest in tolerances first.
GRANARY_API std::vector<Influence> influences(const CalibrationPlan& plan,
                                              std::size_t parameter_row);

/// One height of a lever's schedule and how far it moves a figure.
struct KnotEffect {
    std::size_t lever;
    Knot knot;
    double change;  ///< of the figure, when the height rises by a tenth of the lever's range
};

/// The effect of every knot of the scenario on its rural ration of `year`, kg.
GRANARY_API std::vector<KnotEffect> knot_effects(const Scenario& scenario, int year);

}  // namespace granary
