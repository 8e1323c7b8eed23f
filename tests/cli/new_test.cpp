#include <gmock/gmock.h>

#include <filesystem>

#include "cli/run_command.hpp"
#include "granary/granary.hpp"

namespace granary::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

Result in(const Folder& folder, const std::string& line) {
    return shell("cd " + folder.path() + "; " + line);
}

TEST(New, WritesAFileThatIsSoundForEveryShippedScenario) {
    for (const auto& shipped : shipped_scenarios()) {
        const Folder folder;
        const auto made = in(folder, "\"$granary\" new my.toml --from " + shipped.name);
        EXPECT_EQ(made.out, "wrote my.toml, which extends " + shipped.name + "\n") << made.err;
        EXPECT_EQ(in(folder, "\"$granary\" check my.toml").code, 0);
        const auto scenario = load_scenario(folder.path("my.toml"));
        EXPECT_EQ(scenario.title, "A change to \"" + shipped.title + "\"");
        EXPECT_NE(scenario.summary, "");
    }
}

TEST(New, ExplainsEveryLeverInALineThatHoldsOnceItIsNoComment) {
    const Folder folder;
    in(folder, "\"$granary\" new my");
    const auto text = contents(folder.path("my.toml"));
    for (const auto& row : Lever::table) {
        EXPECT_THAT(text, HasSubstr("\n# " + std::string(row.meaning) + ": "));
        EXPECT_THAT(text, HasSubstr("\n# " + std::string(row.name) + " = "));
    }
    EXPECT_THAT(text, HasSubstr("grain exports planned: 0 to 25 Mt/yr."));
    EXPECT_EQ(in(folder,
                 "sed 's/^# \\([a-z_]* = \\)/\\1/' my.toml >all.toml; "
                 "grep -c '^[a-z_]* = ' all.toml; \"$granary\" run all --quiet >/dev/null")
                  .out,
              std::to_string(3 + Lever::table.size() + 1) + "\n");
    EXPECT_EQ(in(folder, "\"$granary\" check all").err, "");
}

TEST(New, ExtendsAFileByItsPathFromTheNewOne) {
    const Folder folder;
    folder.write("base/mine.toml", "title = \"Mine\"\nextends = \"historical\"\n");
    folder.write("what/if/x", "");
    EXPECT_EQ(in(folder, "\"$granary\" new what/if/a --from base/mine").code, 0);
    EXPECT_THAT(contents(folder.path("what/if/a.toml")),
                HasSubstr("\nextends = \"../../base/mine.toml\"\n"));
    EXPECT_EQ(in(folder, "cd base; \"$granary\" new b.toml --from ./mine.toml").code, 0);
    EXPECT_THAT(contents(folder.path("base/b.toml")), HasSubstr("\nextends = \"mine.toml\"\n"));
    EXPECT_EQ(in(folder, "\"$granary\" new c --from what/if/a").code, 0);
    EXPECT_THAT(contents(folder.path("c.toml")), HasSubstr("\nextends = \"what/if/a.toml\"\n"));
    EXPECT_EQ(in(folder, "\"$granary\" check what/if/a base/b c").err, "");
}

TEST(New, ExtendsNoPipe) {
    const Folder folder;
    const auto run =
        shell("cd " + folder.path() +
              "; mkfifo pipe; { printf 'extends = \"historical\"' > pipe & }; timeout 60 "
              "\"$granary\" new child.toml --from ./pipe");
    EXPECT_EQ(run.code, 2);
    EXPECT_EQ(
        run.err,
        "granary: --from ./pipe: a pipe cannot be extended, for it is read once: write its text "
        "to a file\n");
    EXPECT_EQ(contents(folder.path("child.toml")), "");
}

TEST(New, KeepsAFileThatExists) {
    const Folder folder;
    folder.write("my.toml", "mine");
    const auto refused = in(folder, "\"$granary\" new my.toml");
    EXPECT_EQ(refused.code, 5);
    EXPECT_EQ(refused.err, "granary: my.toml exists already and is kept\n");
    EXPECT_EQ(contents(folder.path("my.toml")), "mine");
    std::filesystem::create_symlink("nowhere", folder.path("link.toml"));
    EXPECT_EQ(in(folder, "\"$granary\" new link").code, 5);
}

TEST(New, LeavesNothingBehindWhereItFails) {
    const Folder folder;
    const auto broken = folder.write("broken.toml", "presure = 1\n");
    EXPECT_EQ(in(folder, "\"$granary\" new my --from histrical").err,
              "granary: no scenario \"histrical\"; did you mean \"historical\"?\n");
    EXPECT_THAT(in(folder, "\"$granary\" new my --from broken.toml").err,
                StartsWith("granary: broken.toml:1:1: unknown key \"presure\""));
    EXPECT_EQ(in(folder, "\"$granary\" new none/my").err,
              "granary: cannot write none/my.toml: No such file or directory\n");
    for (const auto* name : {"''", ".", "none/", ".."})
        EXPECT_EQ(in(folder, std::string("\"$granary\" new ") + name).code, 2) << name;
    EXPECT_EQ(in(folder, "ls -A").out, "broken.toml\n");
}

TEST(New, LeavesNothingBesideTheFile) {
    const Folder folder;
    in(folder, "\"$granary\" new my");
    EXPECT_EQ(in(folder, "ls").out, "my.toml\n");
}

}  // namespace
}  // namespace granary::test
