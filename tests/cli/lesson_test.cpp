#include <gmock/gmock.h>

#include <regex>

#include "cli/run_command.hpp"
#include "support/paths.hpp"

namespace granary::test {
namespace {

/// A command of the lesson, and the lines of its output that the lesson shows.
struct Step {
    std::string command;
    std::vector<std::string> shown;
};

/// Fenced blocks: one that begins with the command, and perhaps one of its output.
std::vector<Step> steps_of(const std::string& page) {
    std::vector<Step> steps;
    bool fenced = false;
    for (const auto& line : lines(page)) {
        if (line.starts_with("```")) {
            fenced = !fenced;
            continue;
        }
        if (!fenced) continue;
        if (line.starts_with("./granary "))
            steps.push_back({line.substr(std::string("./granary ").size()), {}});
        else
            steps.back().shown.push_back(line);
    }
    return steps;
}

std::string lesson() {
    return contents(test::source_folder() + "/docs/lesson.md");
}

TEST(Lesson, HasFiveCommandsThatShowWhatItSays) {
    const Folder folder;
    const auto steps = steps_of(lesson());
    ASSERT_EQ(steps.size(), 5u);
    for (const auto& [command, shown] : steps) {
        const auto run = shell("cd '" + folder.path() + "' && \"$granary\" " + command);
        EXPECT_EQ(run.code, 0) << command << '\n' << run.err;
        for (const auto& line : shown)
            EXPECT_THAT(lines(run.out), testing::Contains(testing::StartsWith(line))) << command;
    }
    EXPECT_THAT(contents(folder.path("handout-a.svg")), testing::StartsWith("<svg"));
    EXPECT_THAT(contents(folder.path("handout-b.html")), testing::StartsWith("<!DOCTYPE html>"));
}

/// Figures with a decimal point are the model's; each must stand in what a command prints.
TEST(Lesson, TellsNoFigureThatNoCommandPrints) {
    std::string printed;
    for (const auto& command :
         {"run historical", "sweep historical --levels 1:8", "compare historical honest-reporting"})
        printed += granary(command).out;
    const auto page = lesson();
    const std::regex figure(R"(\b\d+\.\d+\b)");
    for (std::sregex_iterator at(page.begin(), page.end(), figure), end; at != end; ++at)
        EXPECT_THAT(printed, testing::HasSubstr(at->str())) << "in the lesson";
}

/// 195, 226, 266, 314, 370: the ladder that the class reckons by hand.
TEST(Lesson, ReckonsTheLadderAsTheModelHasIt) {
    const auto ladder = granary("plot historical --kind ladder").out;
    EXPECT_THAT(ladder, testing::HasSubstr("Harvest 195 Mt, team 226 Mt, commune 266 Mt, county "
                                           "314 Mt, province 370 Mt"));
    EXPECT_THAT(lesson(), testing::HasSubstr("195, 226, 266, 314, 370"));
}

}  // namespace
}  // namespace granary::test
