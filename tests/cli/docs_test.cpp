#include <gmock/gmock.h>

#include <string>

#include "cli/command.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/write/study/why_charts.hpp"
#include "support/paths.hpp"

namespace granary::test {
namespace {

std::string page(const std::string& name) {
    return contents(test::source_folder() + "/docs/" + name + ".md");
}

/// `./dev doc` writes them anew.
TEST(Docs, AreWhatTheTablesSayNow) {
    EXPECT_EQ(page("levers"), granary("explain --markdown levers").out);
    EXPECT_EQ(page("symbols"), granary("explain --markdown symbols").out);
    EXPECT_EQ(page("scenarios"), granary("explain --markdown scenarios").out);
}

TEST(Docs, HoldTheSchemasThatTheCommandPrints) {
    for (const std::string name :
         {"scenario", "run", "compare", "data", "explain", "attribute", "sweep", "search"})
        EXPECT_EQ(contents(test::source_folder() + "/docs/schema/" + name + ".schema.json"),
                  granary("schema " + name).out)
            << name;
    EXPECT_EQ(granary("schema").out, granary("schema scenario").out);
    EXPECT_EQ(granary("schema nonsense").code, 2);
}

TEST(Docs, NameEveryKindOfChartInTheReadme) {
    std::string readme = contents(test::source_folder() + "/README.md"), kinds;
    for (std::size_t at = 0; (at = readme.find("\n  ", at)) != std::string::npos;)
        readme.replace(at, 3, " ");
    for (const auto& kind : all_chart_kinds())
        kinds += (kinds.empty() ? "(kinds: " : ", ") + std::string(kind.name);
    EXPECT_THAT(readme, testing::HasSubstr(kinds + ";"));
}

/// `./dev doc` draws them anew.
TEST(Docs, ShowPicturesThatTheirCommandsDraw) {
    const std::string folder = test::source_folder() + "/docs/pictures/";
    const auto shown_on = page("why") + page("scenarios");
    for (const auto& command : lines(contents(folder + "commands.txt"))) {
        const auto name = command.substr(0, command.find(' '));
        EXPECT_EQ(contents(folder + name), granary(command.substr(name.size())).out) << name;
        EXPECT_THAT(shown_on, testing::HasSubstr("pictures/" + name));
    }
}

TEST(Docs, ShowAPictureOfEveryShippedScenario) {
    const auto commands = contents(test::source_folder() + "/docs/pictures/commands.txt");
    for (const auto& scenario : shipped_scenarios()) {
        EXPECT_THAT(commands, testing::HasSubstr(scenario.name + ".svg plot"));
        EXPECT_THAT(page("scenarios"), testing::HasSubstr("pictures/" + scenario.name + ".svg"));
    }
}

}  // namespace
}  // namespace granary::test
