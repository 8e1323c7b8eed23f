#include "granary/read/study/calibration_file.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "granary/foundation/error.hpp"
#include "granary/foundation/file_name.hpp"
#include "granary/read/reading_file.hpp"
#include "unit/read/folder.hpp"

namespace granary {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr std::string_view one_constant =
    "[fitted]\nfeed_share = { mean = 0.1, deviation = 0.03, low = 0.04, high = 0.16, "
    "source = \"assumed: a\" }\n";

CalibrationPlan parsed(std::string_view text, std::string_view constants = one_constant) {
    const Folder folder;
    return load_calibration(folder.write("plan.toml", std::string(text) + std::string(constants)));
}

/// What is said of a text, a line each: "2:8: ...".
std::vector<std::string> complaints(std::string_view text,
                                    std::string_view constants = one_constant) {
    std::vector<std::string> lines;
    try {
        parsed(text, constants);
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
                ElementsAre(AllOf(HasSubstr("1:12: "), HasSubstr("/hist/rical: no such file"))));
    EXPECT_THAT(complaints(rations("figure", "")), ElementsAre(HasSubstr("1:1: figure: expected")));
}

// ------------------------------------------------------------------ constants

std::string prior(std::string_view constant, double mean, double low, double high) {
    return fmt::format(
        "{} = {{ mean = {}, deviation = 0.03, low = {}, high = {}, source = \"assumed: a\" }}\n",
        constant, mean, low, high);
}

std::vector<std::string> constants_complaints(std::string_view constants) {
    return complaints(constants, rations());
}

TEST(CalibrationFile, SaysWhatIsFittedAndWhatIsHeld) {
    const auto plan = parsed(
        "[held]\nfeed_share = { value = 0.12, source = \"assumed: more\" }\n"
        "[fitted]\n" +
            prior("store_stretch_years", 0.3, 0.2, 0.5),
        rations());
    ASSERT_THAT(plan.fitted, SizeIs(1));
    const auto& [row, belief] = plan.fitted[0];
    EXPECT_EQ(row, parameter::store_stretch_years.index);
    EXPECT_EQ(belief.mean, 0.3);
    EXPECT_EQ(belief.deviation, 0.03);
    EXPECT_EQ(belief.low, 0.2);
    EXPECT_EQ(belief.high, 0.5);
    EXPECT_EQ(belief.source, "assumed: a");
    ASSERT_THAT(plan.held, SizeIs(1));
    EXPECT_EQ(plan.scenario.constants[parameter::feed_share], 0.12);
    EXPECT_EQ(plan.scenario.constant_sources[parameter::feed_share.index], "assumed: more");
}

TEST(CalibrationFile, RefusesConstantsThatCannotBeMeant) {
    EXPECT_THAT(constants_complaints("[fitted]\n" + prior("feed_shar", 0.1, 0.05, 0.15)),
                ElementsAre("2:1: unknown parameter \"feed_shar\"; did you mean \"feed_share\"?"));
    for (const auto& [mean, low, high] :
         {std::tuple(0.1, 0.1, 0.15), {0.15, 0.05, 0.15}, {0.2, 0.05, 0.15}, {0.1, 0.15, 0.05}})
        EXPECT_THAT(
            constants_complaints("[fitted]\n" + prior("feed_share", mean, low, high)),
            ElementsAre(HasSubstr("2:14: feed_share.prior = {...}: expected a deviation above 0, "
                                  "and a mean between low and high")));
    EXPECT_THAT(
        constants_complaints(
            "[fitted]\nfeed_share = { mean = 0.1, deviation = 0.03, low = 0.05 }\n"),
        ElementsAre(HasSubstr("2:14: feed_share.prior = {...}: expected a number for high")));
    EXPECT_THAT(constants_complaints("[fitted]\nfeed_share = 0.1\n"),
                ElementsAre(HasSubstr("2:14: feed_share.prior = 0.1: expected { mean = ")));
    EXPECT_THAT(constants_complaints("fitted = [\"feed_share\"]\n"),
                ElementsAre(HasSubstr("1:10: fitted = [...]: expected a table of constants")));
    EXPECT_THAT(constants_complaints("[fitted]\n" + prior("feed_share", 0.1, 0.01, 0.15)),
                ElementsAre("2:14: feed_share is sought from 0.01 to 0.15: expected bounds within "
                            "0.04 to 0.16"));
    EXPECT_THAT(constants_complaints(""),
                ElementsAre("1:1: expected [fitted], the constants to fit"));
}

TEST(CalibrationFile, RefusesWhatIsHeldWithoutAReasonOrOutOfItsRange) {
    const std::string fitted =
        "[fitted]\n" + prior("store_stretch_years", 0.3, 0.2, 0.5) + "[held]\n";
    EXPECT_THAT(
        constants_complaints(fitted + "feed_share = { value = 0.1 }\n"),
        ElementsAre(HasSubstr("4:14: feed_share = {...}: expected { value = ..., source = ")));
    EXPECT_THAT(
        constants_complaints(fitted + "feed_share = 0.1\n"),
        ElementsAre(HasSubstr("4:14: feed_share = 0.1: expected { value = ..., source = ")));
    EXPECT_THAT(constants_complaints(fitted + "feed_share = { value = 0.9, source = \"a\" }\n"),
                ElementsAre(HasSubstr("4:24: feed_share = 0.9 is out of range")));
    EXPECT_THAT(
        constants_complaints(fitted + "store_stretch_years = { value = 0.3, source = \"a\" }\n"),
        ElementsAre("4:23: store_stretch_years stands under [fitted] and under [held]"));
}

/// A reading's constant lies below the scenario's own: the fit would be of what no run has.
TEST(CalibrationFile, RefusesToFitWhatItsScenarioSetsForItself) {
    const Folder folder;
    folder.write("own.toml", "extends = \"historical\"\n[parameters]\nfeed_share = 0.12\n");
    const auto said = [&](std::string_view constants) {
        const auto path =
            folder.write("plan.toml", "scenario = \"" + folder.path("own.toml") + "\"\n" +
                                          std::string(constants) + rations());
        try {
            (void)load_calibration(path);
        } catch (const ScenarioError& error) {
            return fmt::format("{}: {}", error.problems.at(0).place.line,
                               error.problems.at(0).message);
        }
        return std::string();
    };
    EXPECT_EQ(said(one_constant), "3: own sets feed_share for itself, which no reading changes");
    EXPECT_EQ(said("[fitted]\n" + prior("store_stretch_years", 0.3, 0.2, 0.5) +
                   "[held]\nfeed_share = { value = 0.1, source = \"a\" }\n"),
              "5: own sets feed_share for itself, which no reading changes");
    EXPECT_EQ(said("[fitted]\n" + prior("store_stretch_years", 0.3, 0.2, 0.5)), "");
}

// ------------------------------------------------------------------ plans that extend others

/// Two series with names, the second of one year.
const std::string parent_series = R"([[series]]
name = "ration"
figure = "rural_ration_kg"
record = ["grain_consumption_rural"]
source = ["SPENCE"]
periods = ["1957", "1958"]
tolerance = 1.0
[[series]]
name = "late ration"
figure = "rural_ration_kg"
record = ["grain_consumption_rural"]
source = ["SPENCE"]
periods = ["1960"]
tolerance = 2.0
)";

std::vector<std::string> labels(const CalibrationPlan& plan) {
    std::vector<std::string> names;
    for (const auto& target : plan.targets) names.push_back(target.label);
    return names;
}

/// A plan over another, both in one folder.
struct Child {
    explicit Child(std::string_view text) : path(folder.write("child.toml", text)) {
        folder.write("parent.toml", parent_series + std::string(one_constant));
    }
    CalibrationPlan plan() const { return load_calibration(path); }
    /// "child.toml:2:14: ..."
    std::vector<std::string> complaints() const {
        std::vector<std::string> lines;
        try {
            (void)plan();
        } catch (const ScenarioError& error) {
            for (const auto& [place, message, excerpt] : error.problems)
                lines.push_back(fmt::format("{}:{}:{}: {}", file_name(place.file), place.line,
                                            place.column, message));
        }
        return lines;
    }
    Folder folder;
    std::string path;
};

TEST(PlanThatExtends, HasTheSeriesAndConstantsOfItsParent) {
    const Child child("extends = \"./parent.toml\"\ntitle = \"Child\"\n");
    EXPECT_THAT(labels(child.plan()), ElementsAre("rural_ration_kg 1957", "rural_ration_kg 1958",
                                                  "rural_ration_kg 1960"));
    ASSERT_THAT(child.plan().fitted, SizeIs(1));
    EXPECT_EQ(child.plan().fitted[0].row, parameter::feed_share.index);
    EXPECT_EQ(child.plan().title, "Child");
    EXPECT_EQ(child.plan().name, "child");
}

TEST(PlanThatExtends, ReplacesTheSeriesOfItsNamesAndAddsOthers) {
    const Child child("extends = \"./parent.toml\"\n[[series]]\nname = \"ration\"\n" +
                      rations("periods", "periods = [\"1959\"]").substr(11) +
                      rations("periods", "periods = [\"1961\"]"));
    EXPECT_THAT(labels(child.plan()), ElementsAre("rural_ration_kg 1959", "rural_ration_kg 1960",
                                                  "rural_ration_kg 1961"));
}

TEST(PlanThatExtends, LeavesOutSeriesByTheirNames) {
    const Child child("extends = \"./parent.toml\"\nleave_out = [\"late ration\"]\n");
    EXPECT_THAT(labels(child.plan()), ElementsAre("rural_ration_kg 1957", "rural_ration_kg 1958"));
    EXPECT_THAT(
        Child("extends = \"./parent.toml\"\nleave_out = [\"late raton\"]\n").complaints(),
        ElementsAre("child.toml:2:14: leave_out: no series \"late raton\"; did you mean \"late "
                    "ration\"?"));
}

TEST(PlanThatExtends, HoldsWhatItsParentFitsAndTheReverse) {
    const Child child("extends = \"./parent.toml\"\n[fitted]\n" +
                      prior("store_stretch_years", 0.3, 0.2, 0.5) +
                      "[held]\nfeed_share = { value = 0.12, source = \"assumed: more\" }\n");
    ASSERT_THAT(child.plan().fitted, SizeIs(1));
    EXPECT_EQ(child.plan().fitted[0].row, parameter::store_stretch_years.index);
    ASSERT_THAT(child.plan().held, SizeIs(1));
    EXPECT_EQ(child.plan().held[0].row, parameter::feed_share.index);
    const auto grandchild =
        child.folder.write("grandchild.toml", "extends = \"./child.toml\"\n[fitted]\n" +
                                                  prior("feed_share", 0.1, 0.05, 0.15));
    EXPECT_THAT(load_calibration(grandchild).fitted, SizeIs(2));
    EXPECT_THAT(load_calibration(grandchild).held, SizeIs(0));
}

TEST(PlanThatExtends, MayExtendAShippedOne) {
    const Child child("extends = \"registered\"\n");
    EXPECT_EQ(child.plan().targets.size(), load_calibration().targets.size());
    EXPECT_EQ(child.plan().fitted.size(), load_calibration().fitted.size());
}

TEST(PlanThatExtends, RefusesACircleAMissingParentAndOneNameTwice) {
    const Child circle("extends = \"./other.toml\"\n");
    circle.folder.write("other.toml", "title = \"x\"\nextends = \"./child.toml\"\n");
    EXPECT_THAT(circle.complaints(),
                ElementsAre("other.toml:2:11: extends: the plans extend each other"));
    EXPECT_THAT(Child("extends = \"registred\"\n").complaints(),
                ElementsAre("child.toml:1:11: extends: no plan \"registred\"; did you mean "
                            "\"registered\"?"));
    EXPECT_THAT(Child(parent_series + parent_series).complaints(),
                testing::Contains("child.toml:16:8: \"ration\" stands twice"));
}

TEST(PlanThatExtends, BlamesTheFileThatIsWrong) {
    const Child child("extends = \"./parent.toml\"\nleave_out = [\"ration\"]\n");
    child.folder.write("parent.toml",
                       parent_series + "held_out = [\"1959\"]\n" + std::string(one_constant));
    EXPECT_THAT(child.complaints(),
                ElementsAre("parent.toml:15:13: held_out = \"1959\": expected one of periods"));
}

TEST(CalibrationFile, MakesTheReadingOfEachShippedPlan) {
    for (const auto& reading : shipped_readings()) {
        const auto plan = load_calibration(reading.name);
        EXPECT_EQ(plan.name, reading.name);
        EXPECT_FALSE(plan.title.empty() || plan.summary.empty()) << reading.name;
        const auto gives = [&](std::size_t row) {
            return std::any_of(reading.constants.begin(), reading.constants.end(),
                               [&](const auto& constant) { return constant.parameter == row; });
        };
        for (const auto& constant : plan.fitted)
            EXPECT_TRUE(gives(constant.row))
                << reading.name << ": " << Parameter::table[constant.row].name;
        for (const auto& constant : plan.held)
            EXPECT_TRUE(gives(constant.row))
                << reading.name << ": " << Parameter::table[constant.row].name;
    }
}

}  // namespace
}  // namespace granary
