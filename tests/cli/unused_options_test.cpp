#include "cli/run_command.hpp"

namespace granary::test {
namespace {

struct Asked {
    const char* arguments;
    const char* message;
};

/// Of pictures see why_errors_test.cpp.
TEST(Options, AreRefusedWhereTheyWouldBePassedOver) {
    for (const auto& [arguments, message] : std::initializer_list<Asked>{
             {"data --list rural_ration_kg",
              "--list names all variables: give no NAME and no --province"},
             {"data --list --province Sichuan",
              "--list names all variables: give no NAME and no --province"},
             {"explain --markdown levers pressure", "--markdown prints a whole page: give no NAME"},
             {"explain --markdown levers -o a.json",
              "--markdown does not go with the suffix of a.json"},
             {"calibrate --starts 0 --seed 3", "--seed is of the starts: --starts 0 has none"},
             {"help --man run", "--man is the manual page of all commands: give no COMMAND"},
         }) {
        const auto run = granary(arguments);
        EXPECT_EQ(run.code, 2) << arguments;
        EXPECT_EQ(run.err, std::string("granary: ") + message + "\n") << arguments;
        EXPECT_EQ(run.out, "") << arguments;
    }
}

}  // namespace
}  // namespace granary::test
