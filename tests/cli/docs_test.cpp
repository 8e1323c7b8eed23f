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

TEST(Docs, ShowThePictureOfEachScenarioAsItIsDrawnNow) {
    int pictures = 0;
    for (const auto& line : lines(page("scenarios"))) {
        const std::string start = "<img src=\"pictures/";
        if (!line.starts_with(start)) continue;
        const auto name = line.substr(start.size(), line.find(".svg") - start.size());
        const auto with = name == "historical" ? name : "historical " + name;
        EXPECT_EQ(contents(GRANARY_SOURCE_DIR "/docs/pictures/" + name + ".svg"),
                  granary("plot " + with + " --kind ration").out)
            << name;
        ++pictures;
    }
    EXPECT_EQ(pictures, 17);
}

TEST(Docs, HoldTheSchemasThatTheCommandPrints) {
    for (const std::string name : {"scenario", "run", "compare", "data", "explain"})
        EXPECT_EQ(
            contents(std::string(GRANARY_SOURCE_DIR) + "/docs/schema/" + name + ".schema.json"),
            granary("schema " + name).out)
            << name;
    EXPECT_EQ(granary("schema").out, granary("schema scenario").out);
    EXPECT_EQ(granary("schema nonsense").code, 2);
}

}  // namespace
}  // namespace granary::test
