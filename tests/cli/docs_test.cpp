#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/run_command.hpp"
#include "granary/analysis/tolls.hpp"
#include "granary/document/reference/schemas.hpp"
#include "granary/read/reading_file.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/write/study/chart_kinds.hpp"
#include "granary/write/text.hpp"
#include "support/paths.hpp"

namespace granary::test {
namespace {

std::string page(const std::string& name) {
    return contents(test::source_folder() + "/docs/" + name + ".md");
}

TEST(Docs, AreWhatTheTablesSayNow) {
    for (const std::string name : {"levers", "symbols", "scenarios", "validation"})
        EXPECT_TRUE(page(name) == granary("explain --markdown " + name).out)
            << "docs/" << name << ".md is not what the tables say now: ./dev doc tables";
}

/// "57 to 98%": what a scenario saves of those who died in history, over the readings.
std::string percent_saved(const std::string& scenario) {
    const auto readings = shipped_readings();
    std::vector<double> saved;
    for (const auto& each : toll_differences(tolls(load_scenario("historical"), readings),
                                             tolls(load_scenario(scenario), readings)))
        saved.push_back(100 * (1 - each.second_million / each.first_million));
    const auto [low, high] = std::minmax_element(saved.begin(), saved.end());
    return fmt::format("{:.0f} to {:.0f}%", *low, *high);
}

TEST(Docs, QuoteTheRangesOfTheReadingsInTheSentencesThatWillBeAttacked) {
    const auto said = one_line(page("why"));
    const auto range = toll_range(tolls(load_scenario("historical"), shipped_readings()));
    EXPECT_THAT(said, testing::HasSubstr("readings it is " + percent_saved("honest-reporting")));
    EXPECT_THAT(said,
                testing::HasSubstr("Normal weather saves " + percent_saved("normal-weather")));
    EXPECT_THAT(said, testing::HasSubstr(fmt::format("The readings give {:.1f} to {:.1f} million",
                                                     range->low_million, range->high_million)));
}

TEST(Docs, NameEverySchemaAndWhatItDescribes) {
    auto readme = page("schema/README");
    std::erase(readme, '`');
    const auto list = granary("schema --list").out;
    for (const auto& [name, describes, text] : published_schemas()) {
        EXPECT_THAT(readme,
                    testing::HasSubstr(fmt::format("\n| {}.schema.json | {} |", name, describes)));
        EXPECT_THAT('\n' + list, testing::HasSubstr(fmt::format("\n{} ", name)));
        EXPECT_THAT(list, testing::HasSubstr(std::string(describes) + '\n'));
    }
}

TEST(Docs, HoldTheSchemasThatTheCommandPrints) {
    const std::string folder = test::source_folder() + "/docs/schema/";
    std::size_t published = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        const auto name = file.path().filename().string();
        const auto suffix = name.find(".schema.json");
        if (suffix == name.npos) continue;
        EXPECT_TRUE(contents(folder + name) == granary("schema " + name.substr(0, suffix)).out)
            << "docs/schema/" << name << " is not what the command prints: ./dev doc tables";
        ++published;
    }
    EXPECT_EQ(published, published_schemas().size());
    EXPECT_EQ(granary("schema").out, granary("schema scenario").out);
    EXPECT_EQ(granary("schema nonsense").code, 2);
}

TEST(Docs, NameEveryKindOfChartInTheReadme) {
    std::string readme = contents(test::source_folder() + "/README.md"), kinds;
    for (std::size_t at = 0; (at = readme.find("\n  ", at)) != std::string::npos;)
        readme.replace(at, 3, " ");
    for (const auto& kind : all_chart_kinds())
        kinds += (kinds.empty() ? "(kinds: " : ", ") + std::string(kind.name);
    const auto from = readme.find("(kinds: ");
    ASSERT_NE(from, readme.npos);
    EXPECT_EQ(readme.substr(from, readme.find(';', from) - from), kinds);
}

TEST(Docs, ShowPicturesThatTheirCommandsDraw) {
    const std::string folder = test::source_folder() + "/docs/pictures/";
    const auto shown_on = page("why") + page("scenarios");
    for (const auto& command : lines(contents(folder + "commands.txt"))) {
        const auto name = command.substr(0, command.find(' '));
        EXPECT_TRUE(contents(folder + name) == granary(command.substr(name.size())).out)
            << "docs/pictures/" << name << " is not what its command draws: ./dev doc pictures";
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
