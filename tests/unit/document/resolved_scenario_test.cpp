#include "granary/document/provenance/resolved_scenario.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "granary/document/provenance/build_identity.hpp"
#include "granary/read/scenario_file.hpp"

namespace granary {
namespace {

using testing::MatchesRegex;

std::string resolved(const std::string& more) {
    return resolved_text(parse_scenario("extends = \"historical\"\n" + more));
}

TEST(ResolvedScenario, IsTheSameHoweverItIsWritten) {
    const auto plain = resolved("[levers]\npressure = 0.5\n");
    EXPECT_EQ(plain, resolved("title = \"Half\"\nlevers = { pressure = 0.50 } # the same\n"));
    const std::vector<std::string> settings{"levers.pressure=0.5"};
    EXPECT_EQ(plain, resolved_text(load_scenario("historical", settings)));
}

TEST(ResolvedScenario, IsAnotherWhereAnythingIsThatARunDependsOn) {
    const auto plain = resolved("");
    for (const std::string more :
         {"[levers]\npressure = 0.5\n", "[parameters]\nbelief_lag_years = 0.7\n",
          "end = \"1962-01\"\n", "reporting_levels = 3\n", "largest_step_years = 0.001\n",
          "observe = [\"1959-08-20\"]\n", "[[region]]\nname = \"all\"\nshare = 1\n",
          "[[region]]\nname = \"all\"\nshare = 1\nlevers.pressure = 0.5\n"})
        EXPECT_TRUE(resolved(more) != plain) << more;
}

TEST(BuildIdentity, TellsSourcesAndCompiler) {
    EXPECT_THAT(std::string(build_identity()),
                MatchesRegex("sources [0-9a-f]+, [A-Za-z]+ [0-9.]+ .+"));
}

}  // namespace
}  // namespace granary
