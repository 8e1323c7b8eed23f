#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "cli/run_command.hpp"
#include "support/paths.hpp"

namespace granary::test {
namespace {

using testing::HasSubstr;

TEST(Help, OfACommandIsWhatItsOwnOptionPrints) {
    EXPECT_EQ(granary("help run").out, granary("run --help").out);
    EXPECT_EQ(granary("help").out, granary("--help").out);
}

TEST(Help, IsNotNeededForArgumentsThatAreOnlyToBeUnderstood) {
    const auto understood = [](const std::string& arguments) {
        return shell("GRANARY_ONLY_UNDERSTAND=1 \"$granary\" " + arguments);
    };
    EXPECT_EQ(understood("page -o /nowhere/page.html").code, 0);
    EXPECT_EQ(understood("run historical").out, "");
    EXPECT_EQ(understood("page --nonsense").code, 2);
}

/// The names in the first column of a table, below its heading.
std::vector<std::string> commands() {
    std::vector<std::string> names;
    for (const auto& line : lines(granary("explain commands").out))
        if (!line.starts_with(' ')) names.push_back(words(line).front());
    names.erase(names.begin());
    return names;
}

TEST(Help, ListsTheCommandsThatManualPageAndCompletionHaveToo) {
    const auto help = granary("help").out, manual = granary("help --man").out;
    const auto completion = granary("completion bash").out;
    EXPECT_THAT(commands(), testing::IsSupersetOf({"run", "help"}));
    for (const auto& name : commands()) {
        EXPECT_THAT(line_of(help, "  " + name + " "), testing::Not("")) << name;
        EXPECT_THAT(manual, HasSubstr("\n.SS \\fBgranary " + name + "\\fR"));
        EXPECT_THAT(completion, HasSubstr("'" + name + " -'*"));
    }
}

/// What a command is for stands in a text that a reader finds.
TEST(Help, KnowsNoCommandThatNoDocumentNames) {
    namespace fs = std::filesystem;
    const std::string root = test::source_folder();
    auto text = contents(root + "/README.md");
    for (const auto& file : fs::directory_iterator(root + "/docs"))
        if (file.path().extension() == ".md") text += contents(file.path());
    for (const auto& name : commands())
        EXPECT_TRUE(std::regex_search(text, std::regex("granary " + name + "\\b"))) << name;
}

TEST(Help, OfOneCommandIsExplainedInTheSameWords) {
    const auto explained = granary("explain command compare").out;
    EXPECT_THAT(explained, HasSubstr("usage    granary compare SCENARIO... [OPTION...]\n"));
    EXPECT_THAT(line_of(explained, "--format table|csv|json"), HasSubstr("table is the default"));
    EXPECT_EQ(granary("explain compare").out, explained);
    EXPECT_EQ(granary("explain command comprae").code, 4);
    EXPECT_EQ(granary("explain command completion").code, 4);
    EXPECT_EQ(granary("explain compare --format json").code, 2);
}

TEST(Help, NamesTheNearestCommand) {
    const auto result = granary("help comprae");
    EXPECT_EQ(result.code, 4);
    EXPECT_THAT(result.err, HasSubstr("no command \"comprae\"; did you mean \"compare\"?"));
    EXPECT_EQ(result.out, "");
}

TEST(Help, NamesTheCommandThatDoesWhatIsCalledOtherwiseElsewhere) {
    const std::pair<const char*, const char*> words[] = {
        {"simulate", "run"},          {"graph", "plot"},       {"chart", "plot"}, {"draw", "plot"},
        {"levers", "explain levers"}, {"version", "--version"}};
    for (const auto& [word, here] : words)
        EXPECT_THAT(granary(word).err, HasSubstr(std::string("did you mean \"") + here + "\"?"));
}

TEST(Help, DoesNotListWhatIsMeantForTheInstallation) {
    EXPECT_THAT(granary("--help").out, testing::Not(HasSubstr("completion")));
    EXPECT_THAT(granary("help --man").out, HasSubstr(".SH EXIT STATUS"));
}

TEST(Completion, IsForBashAlone) {
    EXPECT_EQ(granary("completion fish").code, 2);
    EXPECT_THAT(granary("completion bash").out, HasSubstr("complete -F _granary granary"));
}

}  // namespace
}  // namespace granary::test
