#include "granary/read/study/calibration_file.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/error.hpp"
#include "unit/read/folder.hpp"

namespace granary {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

CalibrationPlan parsed(std::string_view text) {
    const Folder folder;
    return load_calibration(folder.write("plan.toml", text));
}

/// What is said of a text, a line each: "2:8: ...".
std::vector<std::string> complaints(std::string_view text) {
    std::vector<std::string> lines;
    try {
        parsed(text);
    } catch (const ScenarioError& error) {
        for (const auto& [place, message, excerpt] : error.problems)
            lines.push_back(fmt::format("{}:{}: {}", place.line, place.column, message));
    }
    return lines;
}

/// A series of the ration with one line of it replaced.
std::string rations(std::string_view key = "", std::string_view line = "") {
    std::string text = "[[series]]\n";
    for (const auto* own :
         {"figure = \"rural_ration_kg\"", "record = [\"grain_consumption_rural\"]",
          "source = [\"SPENCE\"]", "periods = [\"1957\", \"1958\"]", "tolerance = 1.0"})
        text +=
            std::string(std::string_view(own).starts_with(key) && !key.empty() ? line : own) + '\n';
    return text;
}

TEST(CalibrationFile, HoldsPeriodsOutOfTheFit) {
    const auto plan = parsed(rations() + "held_out = [\"1958\"]\n");
    ASSERT_THAT(plan.targets, SizeIs(1));
    ASSERT_THAT(plan.held_out, SizeIs(1));
    EXPECT_EQ(plan.targets[0].label, "rural_ration_kg 1957");
    EXPECT_EQ(plan.held_out[0].label, "rural_ration_kg 1958");
    EXPECT_EQ(plan.held_out[0].value, 201);
}

TEST(CalibrationFile, RefusesWhatIsNotOnRecordAtItsPlace) {
    EXPECT_THAT(complaints(rations("source", "source = [\"SPENSE\"]")),
                ElementsAre("4:11: no source \"SPENSE\" in the record; did you mean \"SPENCE\"?"));
    EXPECT_THAT(complaints(rations("record", "record = [\"grain_consumption_rurla\"]")),
                ElementsAre(HasSubstr("3:11: ")));
    EXPECT_THAT(complaints(rations("periods", "periods = [\"1957\", \"1962\"]")),
                ElementsAre("5:20: the record has no grain_consumption_rural of 1962 by SPENCE"));
}

TEST(CalibrationFile, RefusesATargetThatSaysNothingOrStandsTwice) {
    EXPECT_THAT(complaints(rations("periods", "periods = [\"1957\", \"1957\"]")),
                ElementsAre("5:20: periods: 1957 stands twice"));
    EXPECT_THAT(complaints(rations() + rations()),
                ElementsAre(HasSubstr("11:12: rural_ration_kg 1957 by grain_consumption_rural, "
                                      "SPENCE, sourced stands in two series"),
                            HasSubstr("11:20: rural_ration_kg 1958")));
    for (const auto* zero : {"0", "-1", "0.0"})
        EXPECT_THAT(complaints(rations("tolerance", fmt::format("tolerance = {}", zero))),
                    ElementsAre(fmt::format("6:13: tolerance = {}: expected a number above 0",
                                            std::string_view(zero) == "0.0" ? "0" : zero)));
    EXPECT_THAT(
        complaints(rations("tolerance", "tolerance = 1e6")),
        ElementsAre(HasSubstr("6:13: rural_ration_kg 1957: 205 within 1000000 says nothing; "
                              "name the period in held_out"),
                    HasSubstr("6:13: rural_ration_kg 1958")));
    EXPECT_THAT(complaints(rations() + "held_out = [\"1957\", \"1958\"]\n"),
                ElementsAre(HasSubstr("every period is held out")));
}

TEST(CalibrationFile, RefusesPeriodsThatARunDoesNotRecord) {
    EXPECT_THAT(
        complaints(rations("periods", "periods = [\"the first\"]")),
        ElementsAre(HasSubstr("5:12: periods = \"the first\": expected a period that begins")));
    EXPECT_THAT(complaints(rations() + "held_out = [\"1959\"]\n"),
                ElementsAre("7:13: held_out = \"1959\": expected one of periods"));
    const auto at = [](std::string_view date) {
        return fmt::format(
            "[[series]]\nfigure = \"output_believed_mt\"\n"
            "record = [\"grain_output_reported_revised\"]\nsource = [\"SPENCE\"]\n"
            "count = \"date\"\nperiods = [\"1958\"]\nat = [\"{}\"]\n"
            "tolerance = 25.0\n",
            date);
    };
    EXPECT_THAT(complaints(at("1959-08-15")), ElementsAre()) << "which the scenario observes";
    EXPECT_THAT(complaints(at("1959-08-14")),
                ElementsAre(HasSubstr("7:7: a run of historical does not record 1959-08-14")));
    for (const auto* outside : {"1964-01", "1953-10"})
        EXPECT_THAT(
            complaints(at(outside)),
            ElementsAre("7:7: 1958 is not within the run of historical, 1957-01 to 1963-01"));
}

TEST(CalibrationFile, RefusesWhatIsNoSeriesAndAScenarioThatIsNotThere) {
    EXPECT_THAT(complaints("series = [1]\n"), ElementsAre(HasSubstr("1:11: series = 1: expected")));
    EXPECT_THAT(complaints("series = []\n"), ElementsAre(HasSubstr("expected [[series]]")));
    EXPECT_THAT(complaints("scenario = \"historcal\"\n" + rations()),
                ElementsAre(HasSubstr("1:12: ")));
    EXPECT_THAT(complaints("scenario = \"hist/rical\"\n" + rations()),
                ElementsAre(HasSubstr("1:12: hist/rical: no such file")));
    EXPECT_THAT(complaints(rations("figure", "")), ElementsAre(HasSubstr("1:1: figure: expected")));
}

}  // namespace
}  // namespace granary
