/// See README.md in this folder for the rule on who may change a golden run.

#include "golden/golden.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "laws/shipped.hpp"
#include "support/paths.hpp"

namespace granary::golden {
namespace {

namespace files = std::filesystem;

const files::path source = test::source_folder();

files::path path_of(const std::string& scenario) {
    return source / "tests" / "golden" / (scenario + ".csv");
}

std::string content(const files::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string fingerprint_of_the_stored() {
    std::vector<std::string> texts;
    for (const auto& name : laws::shipped_names()) texts.push_back(content(path_of(name)));
    return fingerprint(texts);
}

bool regeneration_is_asked_for() {
    return std::getenv("GRANARY_REGENERATE_GOLDEN") != nullptr;
}

constexpr auto who_may_change_it =
    "; where that is wanted, GRANARY_REGENERATE_GOLDEN=1 ./dev test -L golden -V writes the files "
    "(tests/golden/README.md)";

class GoldenRun : public ::testing::TestWithParam<std::string> {};

TEST_P(GoldenRun, IsReproducedToNineDigits) {
    const auto stored = golden_in(content(path_of(GetParam())));
    const auto found = golden_of(GetParam());
    const auto change = largest_change(found, stored);
    const auto more = columns_beyond(stored, found), fewer = columns_beyond(found, stored);
    if (regeneration_is_asked_for()) {
        std::ofstream(path_of(GetParam()), std::ios::binary) << text_of(found);
        GTEST_SKIP() << fmt::format("{}: largest change {:.2g}, {}; new columns: {}; gone: {}",
                                    GetParam(), change.size, change.where, fmt::join(more, ", "),
                                    fmt::join(fewer, ", "));
    }
    EXPECT_LE(change.size, 1e-9) << change.where << who_may_change_it;
    EXPECT_THAT(more, ::testing::IsEmpty()) << "new columns" << who_may_change_it;
    EXPECT_THAT(fewer, ::testing::IsEmpty()) << "columns that are gone" << who_may_change_it;
}

INSTANTIATE_TEST_SUITE_P(Scenarios, GoldenRun, ::testing::ValuesIn(laws::shipped_names()),
                         [](const auto& test) { return laws::test_name(test.param); });

TEST(GoldenRuns, HaveALineInTheChangelog) {
    if (regeneration_is_asked_for()) GTEST_SKIP() << "the files are being written";
    const auto line = "Golden runs " + fingerprint_of_the_stored();
    EXPECT_THAT(content(source / "CHANGELOG.md"), ::testing::HasSubstr(line))
        << "CHANGELOG.md needs a line \"- " << line
        << ": \" that names the largest change of a figure and its reason";
}

TEST(GoldenRuns, AreAllOfAShippedScenario) {
    const auto names = laws::shipped_names();
    for (const auto& file : files::directory_iterator(source / "tests" / "golden")) {
        if (file.path().extension() != ".csv") continue;
        EXPECT_THAT(names, ::testing::Contains(file.path().stem().string()));
    }
}

Golden of_one_figure(double figure) {
    return {{"rural_ration_kg"}, {{"nation", 1960, {figure}}}};
}

TEST(GoldenComparison, SeesAChangeInTheTenthDigitAndNamesIt) {
    const auto change = largest_change(of_one_figure(156.0 * (1 + 2e-9)), of_one_figure(156.0));
    EXPECT_NEAR(change.size, 2e-9, 1e-12);
    EXPECT_THAT(change.where, ::testing::HasSubstr("rural_ration_kg of nation in 1960"));
}

TEST(GoldenComparison, TakesAnUndefinedFigureForAChange) {
    EXPECT_EQ(largest_change(of_one_figure(NAN), of_one_figure(156)).size, HUGE_VAL);
    EXPECT_EQ(largest_change(of_one_figure(NAN), of_one_figure(NAN)).size, 0);
}

TEST(GoldenComparison, TakesMissingLinesForAChange) {
    EXPECT_EQ(largest_change(of_one_figure(156), Golden{}).size, HUGE_VAL);
}

TEST(GoldenComparison, TakesALineOfAnotherYearOrAreaForAChange) {
    auto other = of_one_figure(156);
    other.lines[0].year = 1961;
    EXPECT_EQ(largest_change(other, of_one_figure(156)).size, HUGE_VAL);
    other = of_one_figure(156);
    other.lines[0].area = "Anhui";
    EXPECT_EQ(largest_change(other, of_one_figure(156)).size, HUGE_VAL);
}

TEST(GoldenComparison, SeesAChangeBesideANewColumn) {
    const Golden stored = of_one_figure(156);
    const Golden found{{"new", "rural_ration_kg"}, {{"nation", 1960, {1.0, 157.0}}}};
    EXPECT_NEAR(largest_change(found, stored).size, 1.0 / 156, 1e-12);
    EXPECT_THAT(columns_beyond(stored, found), ::testing::ElementsAre("new"));
    EXPECT_THAT(columns_beyond(found, stored), ::testing::IsEmpty());
}

TEST(GoldenComparison, LosesNothingInTheFile) {
    const auto golden = golden_of("two-provinces");
    EXPECT_EQ(largest_change(golden_in(text_of(golden)), golden).size, 0);
    EXPECT_EQ(text_of(golden_in(text_of(golden))), text_of(golden));
}

}  // namespace
}  // namespace granary::golden
