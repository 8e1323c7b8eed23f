#include "granary/foundation/shell_word.hpp"

#include <gtest/gtest.h>

namespace granary {
namespace {

TEST(ShellWord, IsBareWhereAShellReadsEachSignAsItself) {
    for (const auto* word : {"historical", "a/b.toml", "levers.pressure=0.5", "--set"})
        EXPECT_EQ(shell_word(word), word);
}

TEST(ShellWord, IsQuotedWhereAShellWouldReadMore) {
    EXPECT_EQ(shell_word(""), "''");
    EXPECT_EQ(shell_word("two words"), "'two words'");
    EXPECT_EQ(shell_word("$HOME"), "'$HOME'");
    EXPECT_EQ(shell_word("it's"), "'it'\\''s'");
    EXPECT_EQ(shell_word("levers.x = { scale = 2 }"), "'levers.x = { scale = 2 }'");
}

}  // namespace
}  // namespace granary
