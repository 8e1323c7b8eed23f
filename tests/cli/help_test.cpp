#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/command.hpp"

namespace granary::test {
namespace {

using testing::HasSubstr;

TEST(Help, OfACommandIsWhatItsOwnOptionPrints) {
    EXPECT_EQ(granary("help run").out, granary("run --help").out);
    EXPECT_EQ(granary("help").out, granary("--help").out);
}

TEST(Help, NamesTheNearestCommand) {
    const auto result = granary("help comprae");
    EXPECT_EQ(result.code, 4);
    EXPECT_THAT(result.err, HasSubstr("no command \"comprae\"; did you mean \"compare\"?"));
    EXPECT_EQ(result.out, "");
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
