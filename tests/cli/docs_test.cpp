#include <gtest/gtest.h>

#include <string>

#include "cli/command.hpp"

namespace granary::test {
namespace {

std::string page(const std::string& name) {
    return contents(std::string(GRANARY_SOURCE_DIR) + "/docs/" + name + ".md");
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
        EXPECT_EQ(
            contents(std::string(GRANARY_SOURCE_DIR) + "/docs/schema/" + name + ".schema.json"),
            granary("schema " + name).out)
            << name;
    EXPECT_EQ(granary("schema").out, granary("schema scenario").out);
    EXPECT_EQ(granary("schema nonsense").code, 2);
}

TEST(Docs, HoldThePicturesThatTheirCommandsDraw) {
    const auto folder = std::string(GRANARY_SOURCE_DIR) + "/docs/pictures/";
    const auto commands = lines(contents(folder + "commands.txt"));
    EXPECT_GE(commands.size(), 5U);
    for (const auto& command : commands) {
        const auto name = command.substr(0, command.find(' '));
        EXPECT_EQ(contents(folder + name), granary(command.substr(name.size())).out)
            << name << ": ./dev doc draws it anew";
        EXPECT_NE(contents(std::string(GRANARY_SOURCE_DIR) + "/docs/why.md").find(name),
                  std::string::npos)
            << name;
    }
}

}  // namespace
}  // namespace granary::test
