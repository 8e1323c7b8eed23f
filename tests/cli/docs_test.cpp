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

}  // namespace
}  // namespace granary::test
