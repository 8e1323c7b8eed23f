#pragma once
/// One thing about a scenario that a sweep or a search turns: how high a lever stands, how much of
/// its own schedule is left, from when on a decision holds, a constant, the number of levels.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary {

/// A lever set to a value.
struct Decision {
    std::size_t lever;  ///< row of the lever table
    double value;
};

/// What is turned. Made by its functions, one for each kind. Of a row that is not there everything
/// is NotFound.
struct GRANARY_API Variation {
    /// What the value means.
    enum class Of {
        lever,      ///< held at the value throughout, in every region
        scale,      ///< the lever's own schedule times the value, in every region
        date,       ///< the decisions hold from the value on: a date in years, 1959.5 = mid-1959
        parameter,  ///< a constant of the model
        levels,     ///< reporting levels
    };

    Of of;
    std::size_t row = 0;              ///< of the lever or parameter table
    std::vector<Decision> decisions;  ///< of a date

    /// A lever's height, in its unit.
    static Variation lever(std::size_t row) { return {Of::lever, row, {}}; }
    /// A factor on a lever's schedule.
    static Variation scale(std::size_t row) { return {Of::scale, row, {}}; }
    /// A constant, in its unit.
    static Variation parameter(std::size_t row) { return {Of::parameter, row, {}}; }
    /// The number of reporting levels.
    static Variation levels() { return {Of::levels, 0, {}}; }
    /// The date from which decisions hold, in years.
    static Variation date(std::vector<Decision> decisions) {
        return {Of::date, 0, std::move(decisions)};
    }

    /// "export_mt held", "scale of export_mt", "date of pressure = 0", "reporting_levels".
    std::string name() const;
    /// The lever, constant or key that is varied, however: "export_mt".
    std::string_view what() const;
    /// Whether both are of one lever, held or scaled, or of one constant.
    bool is_of_the_same(const Variation& other) const { return what() == other.what(); }
    /// The setting that gives the same: "levers.export_mt=2", "levers.export_mt*=0.5",
    /// "parameters.belief_lag_years=0.4", "reporting_levels=5". Of a date nothing.
    std::string setting(double value) const;
    /// "Mt/yr", "1", "yr".
    std::string unit() const;
};

/// Sets the variation to `value` in the scenario itself. No range is checked.
GRANARY_API void vary(Scenario& scenario, const Variation& variation, double value);

/// The scenario with the variation at `value`. No range is checked.
GRANARY_API Scenario varied(const Scenario& scenario, const Variation& variation, double value);

/// Values from `low` to `high`, both allowed.
struct ValueRange {
    double low, high;
};

/// What the lever and parameter tables allow; of a scale as far as every height stays in the
/// lever's range, of a date the run's span. Nothing where a scale would change nothing.
GRANARY_API std::optional<ValueRange> range_of(const Scenario& scenario,
                                               const Variation& variation);

/// Why a factor on a lever's course is refused; nothing where every height stays in its range.
GRANARY_API std::optional<std::string> scale_problem(const Scenario& scenario,
                                                     std::size_t lever_row, double factor);
/// "a factor from 0 to 2, as far as pressure stays a number from 0 to 2 (...)".
GRANARY_API std::string scale_expected(std::size_t lever_row, const ValueRange& range);

/// Where the scenario itself stands: a lever's mean over the span (nation), 1 for a scale, the
/// end of the span for a date.
GRANARY_API double present_value(const Scenario& scenario, const Variation& variation);

/// A date as a number of years and back: 1959.5 is the middle of 1959. A number of years tells
/// dates apart to less than a millisecond.
GRANARY_API double years_of(const Instant& at);
/// The converse of `years_of`.
GRANARY_API Instant instant_at(double years);

}  // namespace granary
