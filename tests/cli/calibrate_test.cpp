#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "cli/run_command.hpp"

namespace granary::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// A plan of two rations, which is fitted in no time.
std::string small_plan(const Folder& folder, const std::string& more = "") {
    return folder.write("own plan.toml",
                        "[[series]]\nfigure = \"rural_ration_kg\"\n"
                        "record = [\"grain_consumption_rural\"]\nsource = [\"SPENCE\"]\n"
                        "periods = [\"1957\", \"1958\", \"1960\"]\ntolerance = 4.0\n" +
                            more +
                            "[fitted]\n"
                            "exaggeration_per_level = { mean = 0.16, deviation = 0.06, low = 0.05, "
                            "high = 0.3, source = \"assumed: a\" }\n"
                            "store_stretch_years = { mean = 0.35, deviation = 0.125, low = 0.1, "
                            "high = 0.6, source = \"assumed: a\" }\n");
}

TEST(Calibrate, WritesNoFileThatWasNotNamed) {
    const Folder folder;
    const auto plan = small_plan(folder);
    const auto fitted = folder.write("readings/own plan.toml", "mine\n");
    const auto run =
        shell("cd '" + folder.path() + "' && \"$granary\" calibrate '" + plan + "' --starts 0");
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(contents(fitted), "mine\n");
    EXPECT_THAT(run.out, HasSubstr("The constants were not written: -o FILE takes them.\n"));
}

TEST(Calibrate, KeepsAPictureOfAnothersThatStandsWhereItsOwnWould) {
    const Folder folder;
    const auto plan = small_plan(folder);
    const auto picture = folder.write("rep.svg", "<svg>\n<title>Mine</title>\n</svg>\n");
    const auto command = "cd '" + folder.path() + "' && \"$granary\" calibrate '" + plan +
                         "' --starts 0 --report rep.md";
    const auto refused = shell(command);
    EXPECT_EQ(refused.code, 5);
    EXPECT_THAT(refused.err, HasSubstr("rep.svg: the picture of the report would stand here, but "
                                       "the file is another's"));
    EXPECT_THAT(contents(picture), HasSubstr("Mine"));
    EXPECT_EQ(contents(folder.path("rep.md")), "") << "nothing was written";
    std::filesystem::remove(picture);
    ASSERT_EQ(shell(command).code, 0);
    EXPECT_EQ(shell(command).code, 0) << "its own it replaces";
}

TEST(Calibrate, TellsAPeriodThatWasHeldOutAsSuch) {
    const Folder folder;
    const auto run =
        granary("calibrate '" + small_plan(folder, "held_out = [\"1960\"]\n") + "' --starts 0");
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(line_of(run.out, "rural_ration_kg 1960"), HasSubstr("held out"));
    EXPECT_THAT(run.out, HasSubstr("2 of 2 met\n"));
}

TEST(Calibrate, ReportsTheFilesOfItsOwnPlan) {
    const Folder folder;
    const auto run = shell("cd '" + folder.path() + "' && \"$granary\" calibrate '" +
                           small_plan(folder) + "' --starts 0 -o own.toml --report rep.md");
    ASSERT_EQ(run.code, 0) << run.err;
    const auto report = contents(folder.path("rep.md"));
    EXPECT_THAT(report,
                AllOf(HasSubstr("own plan.toml`, the result in `own.toml`"),
                      HasSubstr("![Model and record](rep.svg)"), Not(HasSubstr("scenarios/")),
                      Not(HasSubstr("Two claims")), Not(HasSubstr("registered basis"))));
    EXPECT_THAT(contents(folder.path("rep.svg")), HasSubstr("sources in rep.md"));
}

TEST(Calibrate, RefusesAFaultyPlanWithLineAndColumn) {
    const Folder folder;
    const auto run = granary("calibrate '" + small_plan(folder, "tolerance_share = -1\n") + "'");
    EXPECT_EQ(run.code, 3);
    EXPECT_THAT(run.err, HasSubstr("own plan.toml:7:19: tolerance_share = -1: expected a number"));
    EXPECT_THAT(run.out, IsEmpty());
}

TEST(Calibrate, RefusesAToleranceAndAPriorTooNarrowToFit) {
    const Folder folder;
    const auto plan = small_plan(folder);
    const auto text = contents(plan);
    const auto with = [&](const std::string& word, const std::string& other) {
        auto changed = text;
        changed.replace(changed.find(word), word.size(), other);
        const auto file = folder.write("narrow.toml", changed);
        const auto run = granary("calibrate '" + file + "' --starts 0 -o " + folder.path("z.toml"));
        EXPECT_EQ(run.code, 3) << other;
        EXPECT_EQ(contents(folder.path("z.toml")), "");
        return run.err;
    };
    for (const std::string tiny : {"1e-300", "1e-140", "1e-20"}) {
        EXPECT_THAT(with("tolerance = 4.0", "tolerance = " + tiny),
                    HasSubstr("expected a tolerance of at least 0.0002"));
        EXPECT_THAT(with("deviation = 0.06", "deviation = " + tiny),
                    HasSubstr("exaggeration_per_level within " + tiny +
                              ": expected a deviation of at least 2.5e-07, or the constant under "
                              "[held]"));
    }
}

TEST(Calibrate, PrintsTheConstantsAloneWhereTheyGoToTheStandardOutput) {
    const Folder folder;
    const auto plan = small_plan(folder);
    const auto run = shell("cd '" + folder.path() + "' && \"$granary\" calibrate '" + plan +
                           "' --starts 0 -o - && ls");
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, AllOf(HasSubstr("\nexaggeration_per_level = { value = "),
                               Not(HasSubstr(" met\n")), testing::EndsWith("own plan.toml\n")));
    EXPECT_EQ(granary("calibrate --starts 0 --report -").code, 2);
}

/// What is told of the fit is what a run under the reading shows.
TEST(Calibrate, WritesAReadingThatRunsToTheFiguresThatItTold) {
    const Folder folder;
    const auto plan = small_plan(folder);
    const auto told = shell("cd '" + folder.path() + "' && \"$granary\" calibrate '" + plan +
                            "' --starts 0 -o mine.toml");
    ASSERT_EQ(told.code, 0) << told.err;
    const auto run = shell("cd '" + folder.path() +
                           "' && \"$granary\" run historical --reading ./mine.toml --format csv");
    ASSERT_EQ(run.code, 0) << run.err;
    const auto table = rows(run.out);
    const auto head = split(table.at(0));
    const auto at = [&](const std::string& column) {
        return static_cast<std::size_t>(std::find(head.begin(), head.end(), column) - head.begin());
    };
    for (const int year : {1957, 1958, 1960}) {
        const auto row = split(table.at(static_cast<std::size_t>(year - 1956)));
        const auto line = words(line_of(told.out, "rural_ration_kg " + std::to_string(year)));
        EXPECT_NEAR(std::stod(row.at(at("rural_ration_kg"))), std::stod(line.at(3)), 0.00501)
            << year;
        EXPECT_EQ(row.at(at("reading")), "mine");
    }
}

TEST(Calibrate, RefusesToWriteOneFileTwice) {
    for (const auto* outputs :
         {"-o a.md --report a.md", "-o ./a.svg --report a.md", "--report a.svg"})
        EXPECT_EQ(granary(std::string("calibrate --starts 0 ") + outputs).code, 2) << outputs;
}

}  // namespace
}  // namespace granary::test
