#include "granary/analysis/finding.hpp"

#include <gmock/gmock.h>

#include <limits>

#include "granary/run.hpp"

namespace granary {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

struct Year {
    int year;
    double ration, claimed, harvested, taken, deaths;
    bool whole = true;
};

std::vector<YearFigures> years(std::initializer_list<Year> given) {
    std::vector<YearFigures> result;
    for (const auto& y : given) {
        Figures<double> f;
        f.rural_ration_kg = y.ration;
        f.output_reported_mt = y.claimed;
        f.output_actual_mt = y.harvested;
        f.procurement_net_mt = y.taken;
        f.excess_deaths_million = y.deaths;
        result.push_back({y.year, y.whole, f});
    }
    return result;
}

Outcome run_with(double ration, double deaths) {
    Outcome result;
    result.lowest_ration_kg = Extreme{1960, ration};
    result.excess_deaths_million = deaths;
    return result;
}

const auto fall = years({{1957, 205, 195, 195, 34, 0},
                         {1958, 201, 375, 200, 42, 0.2},
                         {1959, 183, 270, 170, 48, 5},
                         {1960, 156, 150, 143, 31, 10},
                         {1961, 160, 148, 147, 26, 2}});

TEST(Outcome, TakesTheExtremesAndTheSums) {
    const auto sum = outcome(fall);
    EXPECT_EQ(sum.lowest_ration_kg->year, 1960);
    EXPECT_EQ(sum.lowest_ration_kg->value, 156);
    EXPECT_EQ(sum.largest_claim->year, 1958);
    EXPECT_DOUBLE_EQ(sum.largest_claim->value, 1.875);
    EXPECT_EQ(sum.largest_take->year, 1959);
    EXPECT_DOUBLE_EQ(sum.excess_deaths_million, 17.2);
    EXPECT_DOUBLE_EQ(sum.procurement_net_mt, 181);
}

TEST(Outcome, DoesNotCompareAPartOfAYearWithAYear) {
    const auto cut = years({{1957, 205, 195, 195, 34, 0}, {1958, 90, 40, 40, 20, 0, false}});
    EXPECT_EQ(outcome(cut).lowest_ration_kg->year, 1957);
    const auto only_part = years({{1958, 90, 40, 40, 20, 0, false}});
    EXPECT_EQ(outcome(only_part).lowest_ration_kg->year, 1958);
}

TEST(Outcome, HasNoExtremeOfWhatIsUndefined) {
    const auto nobody = years({{1957, undefined, 0, 0, 0, 0}});
    EXPECT_FALSE(outcome(nobody).lowest_ration_kg);
    EXPECT_FALSE(outcome(nobody).largest_claim);
}

TEST(Finding, TellsTheFallTheClaimAndTheTake) {
    EXPECT_EQ(
        finding(fall, {}),
        "The rural ration falls from 205 kg a head in 1957 to 156 kg in 1960, its lowest (24% "
        "less); the claim for 1958 is 375 Mt where 200 Mt were harvested, and the state takes "
        "its largest share of a harvest in 1959, 48 of 170 Mt, net of resale.");
}

TEST(Finding, SaysSoWhereNothingFalls) {
    const auto calm = years({{1957, 205, 195, 195, 34, 0}, {1958, 207, 196, 196, 34, 0}});
    EXPECT_THAT(finding(calm, {}), HasSubstr("never falls below the 205 kg a head of 1957"));
    EXPECT_THAT(finding(calm, {}), HasSubstr("claims keep to the harvest"));
}

TEST(Finding, OfOneYearComparesNoYears) {
    const auto one = finding(years({{1958, 201, 375, 200, 42, 0}}), {});
    EXPECT_EQ(one,
              "In 1958 villagers are served 201 kg of grain a head; the claim for 1958 is 375 Mt "
              "where 200 Mt were harvested, and the state takes 42 of 200 Mt, net of resale.");
    EXPECT_THAT(finding(years({{1958, 201, 20, 20, 2, 0, false}}), {}),
                HasSubstr("In the part of 1958 that was run"));
}

TEST(Finding, CallsPartsOfYearsWhatTheyAre) {
    const auto parts =
        finding(years({{1957, 205, 1, 1, 0, 0, false}, {1958, 180, 1, 1, 0, 0, false}}), {});
    EXPECT_THAT(parts, testing::StartsWith("The rural ration falls from 205 kg a head in a part of "
                                           "1957 to 180 kg in a part of 1958, its lowest"));
    const auto lowest = [](double ration) {
        Outcome result;
        result.lowest_ration_kg = Extreme{1957, ration, false};
        return result;
    };
    EXPECT_THAT(comparison("A", lowest(205), "B", lowest(180), true, {}),
                HasSubstr("180 kg a head (a part of 1957) instead of 205 kg (a part of 1957)"));
}

TEST(Finding, SurvivesAnEmptyCountryside) {
    const auto text =
        finding(years({{1957, undefined, 0, 0, 0, 0}, {1958, undefined, 0, 0, 0, 0}}), {});
    EXPECT_EQ(text,
              "No rural ration can be given, for too few people live in the villages; no whole "
              "year has a harvest.");
}

TEST(Finding, SaysThatNothingWasTakenWhereMoreCameBack) {
    EXPECT_THAT(finding(years({{1957, 205, 195, 195, -3, 0}}), {}),
                HasSubstr("the state takes nothing, net of resale"));
}

TEST(Finding, NamesTheRegionsThatFareWorstAndBest) {
    const std::vector<RegionYears> regions{{"Middle", years({{1960, 150, 1, 1, 0, 3}})},
                                           {"Best", years({{1960, 170, 1, 1, 0, 1}})},
                                           {"Worst", years({{1960, 120, 1, 1, 0, 9}})}};
    EXPECT_THAT(
        finding(fall, regions),
        HasSubstr("; by region the lowest ration ranges from 120 kg in Worst (1960), where "
                  "9.0 million die of hunger, to 170 kg in Best (1960), where 1.0 million do."));
}

TEST(Finding, DoesNotRankRegionsThatFareAlike) {
    const std::vector<RegionYears> regions{{"East", fall}, {"West", fall}};
    EXPECT_THAT(finding(fall, regions), HasSubstr("differ by less than a kilogram"));
    EXPECT_THAT(finding(fall, regions), Not(HasSubstr("East")));
}

TEST(Finding, IsOneSentenceForTheDefaultScenario) {
    const auto text = finding(Scenario{}, simulate(Scenario{}));
    EXPECT_EQ(text.back(), '.');
    EXPECT_EQ(text.find(". "), std::string::npos);
    EXPECT_THAT(text, Not(HasSubstr("nan")));
}

TEST(Comparison, SaysHowManyFewerDieAndWhatTheyEat) {
    EXPECT_EQ(
        comparison("Historical", run_with(146, 49.2), "Honest", run_with(157, 15.2), true, {}),
        "With \"Honest\" instead of \"Historical\", 34.0 million fewer people die of hunger "
        "(15.2 instead of 49.2 million), and the lowest rural ration is 157 kg a head (1960) "
        "instead of 146 kg (1960).");
}

TEST(Comparison, HasItsRangeOverReadingsWithinTheSentence) {
    EXPECT_THAT(comparison("Historical", run_with(146, 49.2), "Honest", run_with(157, 15.2), true,
                           "over 2 readings of the record 30.0 to 40.0 million fewer, 60 to 70%"),
                HasSubstr("34.0 million fewer people die of hunger (15.2 instead of 49.2 million; "
                          "over 2 readings of the record 30.0 to 40.0 million fewer, 60 to 70%), "
                          "and the lowest rural ration"));
}

TEST(Comparison, SaysMoreWhereMoreDie) {
    const auto text = comparison("A", run_with(157, 15.2), "B", run_with(146, 49.2), true, {});
    EXPECT_THAT(text, HasSubstr("34.0 million more people die"));
    EXPECT_THAT(text, HasSubstr("million), and"));
}

TEST(Comparison, SaysButWhereFewerDieOnLess) {
    EXPECT_THAT(comparison("A", run_with(150, 20), "B", run_with(140, 10), true, {}),
                HasSubstr("), but the"));
}

TEST(Comparison, ClaimsNoDifferenceThatItsDigitsDoNotShow) {
    EXPECT_THAT(comparison("A", run_with(150, 20), "B", run_with(150.2, 20.01), true, {}),
                testing::AllOf(HasSubstr("as many people die of hunger (20.0 million)"),
                               HasSubstr("is the same, 150 kg a head in 1960")));
}

TEST(Comparison, LeavesTheRationOutWhereThereIsNone) {
    Outcome nobody;
    EXPECT_THAT(comparison("A", run_with(150, 20), "B", nobody, true, {}),
                Not(HasSubstr("ration")));
}

}  // namespace
}  // namespace granary
