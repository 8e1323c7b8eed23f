/// What is printed, of whatever a user writes on the command line, in a file or in its name.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "cli/run_command.hpp"

namespace granary::test {
namespace {

/// With $word for the command: a window's title (ESC and BEL), a carriage return, a colour, its
/// beginning in one character, a mark of direction.
Result with_steering_word(const std::string& arguments) {
    const Folder folder;
    return shell("cd " + folder.path() +
                 "; word=$(printf 'x\\033]0;y\\007\\r\\033[31m\\302\\233\\342\\200\\256z'); "
                 "\"$granary\" " +
                 arguments);
}

bool steers_nothing(const std::string& text) {
    const auto is_control = [](unsigned char c) { return (c < 0x20 && c != '\n') || c == 0x7F; };
    return std::none_of(text.begin(), text.end(), is_control) &&
           text.find("\u009B") == std::string::npos && text.find("\u202E") == std::string::npos;
}

TEST(Terminal, IsSteeredByNoArgument) {
    for (const std::string arguments : {"@",
                                        "run @",
                                        "run historical --@",
                                        "run historical -@",
                                        "run historical @",
                                        "run historical --set @",
                                        "run historical --set levers.@=1",
                                        "run historical --set title='\"'@'\"'",
                                        "run historical --format @",
                                        "run historical -o /none/@.csv",
                                        "run historical -o a.@",
                                        "run ./@.toml",
                                        "check @",
                                        "compare historical @",
                                        "explain @",
                                        "explain lever @",
                                        "explain --markdown @",
                                        "data @",
                                        "list @",
                                        "plot @ historical -o a.svg",
                                        "plot ration historical -o /none/@.svg",
                                        "report @",
                                        "report historical -o /none/@.html",
                                        "sweep historical --lever @",
                                        "sweep historical --lever @=0:1:2",
                                        "sweep historical --parameter @=0:1:2",
                                        "sweep historical --levels @",
                                        "sweep historical --lever pressure=0:1:2 --figure @",
                                        "search historical --lever @ --ration-above 170",
                                        "search historical --lever pressure --ration-above @",
                                        "attribute @",
                                        "calibrate @",
                                        "calibrate --starts @",
                                        "new @",
                                        "new historical @",
                                        "completion @",
                                        "schema @",
                                        "page -o /none/@",
                                        "serve --port @",
                                        "ensemble @"}) {
        auto line = arguments;
        line.replace(line.find('@'), 1, "\"$word\"");
        const auto run = with_steering_word(line);
        EXPECT_NE(run.err + run.out, "") << arguments;
        EXPECT_TRUE(steers_nothing(run.err)) << arguments << '\n' << run.err;
        EXPECT_TRUE(steers_nothing(run.out)) << arguments << '\n' << run.out;
    }
}

TEST(Terminal, IsSteeredByNoLineOfAFile) {
    const Folder folder;
    const auto file = folder.write("x.toml", "title = \"a\"\nb\x1b[31m\r = 1\n# \x07\n");
    for (const auto* command : {"check ", "run ", "explain "}) {
        const auto run = granary(command + file);
        EXPECT_NE(run.err, "") << command;
        EXPECT_TRUE(steers_nothing(run.err + run.out)) << run.err;
    }
}

}  // namespace
}  // namespace granary::test
