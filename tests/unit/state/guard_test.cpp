#include "granary/state/guard.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "granary/foundation/dual.hpp"
#include "granary/simulate.hpp"

namespace granary {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

constexpr Layout layout{2, 4};
const Piece march{month_start(1959, 3), month_start(1959, 4), 8};

std::vector<double> sound_state() {
    return std::vector<double>(layout.size(), 1.0);
}

/// What the guard says of a state halfway through the piece; empty where it lets it pass.
std::string complaint(const std::vector<double>& x, const Scenario& scenario = {}) {
    try {
        Guard<double>(scenario, scenario.constants, layout, march, EndTheRun())(
            x, 0.5 * march.years());
    } catch (const IntegrationError& error) {
        return error.what();
    }
    return {};
}

TEST(Guard, LetsASoundStatePass) {
    EXPECT_EQ(complaint(sound_state()), "");
}

TEST(Guard, ForgivesWhatRoundingLeavesBelowZero) {
    auto x = sound_state();
    x[layout.region(1) + stock::village_grain.index] = -0.9e-9;
    EXPECT_EQ(complaint(x), "");
}

TEST(Guard, NamesTimeRoomStockAndAStepToTry) {
    auto x = sound_state();
    x[layout.region(1) + stock::village_grain.index] = -1.1e-9;
    EXPECT_THAT(complaint(x), AllOf(HasSubstr("1959-03-16"), HasSubstr("village_grain"),
                                    HasSubstr("room village"), HasSubstr("0.010417"),
                                    HasSubstr("largest_step_years = 0.005208")));
}

TEST(Guard, NamesTheValuesThatAreOutOfTheirRangeBeforeTheStep) {
    auto x = sound_state();
    x[stock::state_grain.index] = -1;
    const auto said =
        complaint(x, Scenario{}.with(parameter::belief_lag_years, 0).with(lever::pressure, 50));
    EXPECT_THAT(said, HasSubstr("(room state_granary): belief_lag_years = 0 is out of range: "));
    EXPECT_THAT(said, HasSubstr("; or pressure = 50 is out of range: "));
    EXPECT_THAT(said, HasSubstr("; or a step of 0.010417 years is too long"));
}

/// What a run with this lag says, which is given apart from the scenario.
template <Real T>
std::string complaint_of_lag(const T& lag) {
    const Scenario scenario;
    Constants<T> constants;
    for (std::size_t i = 0; i < constants.values.size(); ++i)
        constants.values[i] = T(scenario.constants.values[i]);
    constants.values[parameter::belief_lag_years.index] = lag;
    try {
        simulate<Rooms>(scenario, constants);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

TEST(Guard, NamesAConstantThatIsGivenApartFromTheScenario) {
    for (const auto& said : {complaint_of_lag(-1.0), complaint_of_lag(Dual<1>(-1.0))})
        EXPECT_THAT(said, AllOf(HasSubstr("belief_lag_years = -1 is out of range: "),
                                testing::Not(HasSubstr("step"))));
    for (const auto& said : {complaint_of_lag(0.0), complaint_of_lag(Dual<1>(0.0))})
        EXPECT_THAT(said, AllOf(HasSubstr("): belief_lag_years = 0 is out of range: "),
                                HasSubstr("; or a step of ")));
}

TEST(Guard, RunsWithConstantsOfItsOwnWhateverThoseOfTheScenarioAre) {
    const auto scenario = Scenario{}.with(parameter::belief_lag_years, -1);
    EXPECT_NO_THROW((simulate<Rooms, double>(scenario, default_constants())));
}

TEST(Guard, WatchesTheStateGranary) {
    auto x = sound_state();
    x[stock::state_grain.index] = -1;
    EXPECT_THAT(complaint(x), AllOf(HasSubstr("state_grain"), HasSubstr("room state_granary")));
}

TEST(Guard, RefusesWhatIsNotFinite) {
    for (const double value :
         {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        auto x = sound_state();
        x[layout.region(0) + stock::nutrition_rural.index] = value;
        EXPECT_THAT(complaint(x), HasSubstr("nutrition_rural"));
    }
}

TEST(Guard, LeavesSumsOfFlowsAlone) {
    auto x = sound_state();
    x[layout.region_flows(0)] = -5;
    x[layout.nation_flows()] = -5;
    EXPECT_EQ(complaint(x), "");
}

/// Feed taken from the store at a constant rate, whatever is left of it.
struct Reckless : Rooms {
    template <Real T>
    static void village(const Here<T>& here, RegionFlows<T>& flows) {
        Rooms::village(here, flows);
        flows.set(flow::feed, GrainRate<T>(T(400.0)));
    }
};

TEST(Guard, StopsARunWhoseRoomEmptiesAStoreBelowZero) {
    try {
        simulate<Reckless>(Scenario{});
        FAIL() << "the run should have been stopped";
    } catch (const IntegrationError& error) {
        EXPECT_THAT(error.what(), AllOf(HasSubstr("1957-0"), HasSubstr("village_grain"),
                                        HasSubstr("room village")));
        EXPECT_EQ(error.error_class, ErrorClass::integration);
    }
}

/// A rate far too fast for any step: the reserve leaves its range within a few steps.
struct Stiff : Rooms {
    template <Real T>
    static void nutrition(const Here<T>& here, RegionFlows<T>& flows) {
        Rooms::nutrition(here, flows);
        const T away = here[stock::nutrition_rural] - 0.5;
        flows.set(flow::nutrition_change_rural, PerYear<T>(-1e4 * away));
    }
};

TEST(Guard, NamesAStepThatMendsARunWithAFastRate) {
    EXPECT_THROW(simulate<Stiff>(Scenario{}), IntegrationError);
    Scenario finer;
    finer.end = {1957, 0.25};
    finer.largest_step_years = 1e-4;
    EXPECT_NO_THROW(simulate<Stiff>(finer));
}

}  // namespace
}  // namespace granary
