/// What granary ensemble says of a faulty --vary file, whole, with place and mark.

#include <gtest/gtest.h>

#include <filesystem>

#include "cli/processes.hpp"
#include "cli/run_command.hpp"

namespace granary::test {
namespace {

struct Faulty {
    const char* text;
    const char* said;
};

constexpr Faulty files[] = {
    {"[levers]\npresure = { uniform = [0, 1], source = \"x\" }\n",
     R"(2:1: unknown lever "presure"; did you mean "pressure"?
   2 | presure = { uniform = [0, 1], source = "x" }
     | ^^^^^^^
)"},
    {"[parameters]\nexport_mt = { uniform = [0, 1], source = \"x\" }\n",
     R"(2:1: export_mt is a lever: write it under [levers]
   2 | export_mt = { uniform = [0, 1], source = "x" }
     | ^^^^^^^^^
)"},
    {"[levers]\nexport_mt = { unifrom = [0, 1], source = \"x\" }\n",
     R"(2:15: unknown key of export_mt "unifrom"; did you mean "uniform"?
   2 | export_mt = { unifrom = [0, 1], source = "x" }
     |               ^^^^^^^
)"},
    {"[levers]\nexport_mt = { uniform = [0, 40], source = \"x\" }\n",
     R"(2:29: export_mt.uniform = 40: expected a number from 0 to 25 Mt/yr (grain exports planned)
   2 | export_mt = { uniform = [0, 40], source = "x" }
     |                             ^^
)"},
    {"[levers]\nexport_mt = { uniform = [4, 1], source = \"x\" }\n",
     R"(2:25: export_mt.uniform: low 4 is not below high 1
   2 | export_mt = { uniform = [4, 1], source = "x" }
     |                         ^^^^^^
)"},
    {"[levers]\nexport_mt = { uniform = [0, 1] }\n",
     R"(2:13: export_mt has no source: write source = "...", or "assumed: " and why
   2 | export_mt = { uniform = [0, 1] }
     |             ^^^^^^^^^^^^^^^^^^^^
)"},
    {"[parameters]\nbelief_lag_years = { normal = [0.8, -0.1], source = \"x\" }\n",
     R"(2:31: belief_lag_years.normal: the deviation -0.1 is not above 0
   2 | belief_lag_years = { normal = [0.8, -0.1], source = "x" }
     |                               ^^^^^^^^^^^
)"},
    {"[parameters]\nbelief_lag_years = { normal = [0.8], source = \"x\" }\n",
     R"(2:31: belief_lag_years.normal = [...]: expected [mean, deviation]
   2 | belief_lag_years = { normal = [0.8], source = "x" }
     |                               ^^^^^
)"},
    {"[levers]\nexport_mt = { scale = true, uniform = [0.5, 9], source = \"x\" }\n",
     "2:45: export_mt.uniform = 9: expected a factor from 0 to 6.013229104028864, as far as "
     "export_mt stays a number from 0 to 25 Mt/yr (grain exports planned)\n"
     "   2 | export_mt = { scale = true, uniform = [0.5, 9], source = \"x\" }\n"
     "     |                                             ^\n"},
    {"[levers\nexport_mt = { uniform = [0, 1], source = \"x\" }\n",
     R"(1:1: nothing closes this [
   1 | [levers
     | ^
)"},
    {"[levers]\nexport_mt = { uniform = [0, 1], source = \"x\" }\n"
     "export_mt = { uniform = [0, 2], source = \"x\" }\n",
     R"(3:1: "export_mt" is set in line 2 already: keep one of the two
   3 | export_mt = { uniform = [0, 2], source = "x" }
     | ^^^^^^^^^
)"},
    {"# nothing\n", " nothing is varied\n"},
};

TEST(VaryFile, WithAFaultIsToldOfWithPlaceAndMarkAndRunsNothing) {
    for (const auto& [text, said] : files) {
        const Folder folder;
        const auto path = folder.write("vary.toml", text);
        const auto run =
            granary("ensemble historical -n 4 --vary " + path + " -o " + folder.path("a.nc"));
        EXPECT_EQ(run.code, 3) << text;
        EXPECT_EQ(run.err, "granary: " + path + ':' + said);
        EXPECT_EQ(run.out, "");
        EXPECT_EQ(names_in(folder.path()), std::vector<std::string>{"vary.toml"});
    }
}

TEST(VaryFile, WithSeveralFaultsIsToldOfThemAllAtOnce) {
    const Folder folder;
    const auto path = folder.write("vary.toml",
                                   "[levers]\n"
                                   "export_mt = { triangular = [0, 2, 1], source = \"x\" }\n"
                                   "import_mt = 3\n");
    const auto run = granary("ensemble historical -n 4 --vary " + path + " -o a.nc");
    EXPECT_EQ(run.err,
              "granary: " + path +
                  ":2:28: export_mt.triangular: the mode 2 is not between 0 and 1\n"
                  "   2 | export_mt = { triangular = [0, 2, 1], source = \"x\" }\n"
                  "     |                            ^^^^^^^^^\n"
                  "granary: " +
                  path +
                  ":3:13: import_mt = 3: expected a distribution, such as { normal = [1, 0.1], "
                  "source = \"...\" }\n"
                  "   3 | import_mt = 3\n"
                  "     |             ^\n");
}

}  // namespace
}  // namespace granary::test
