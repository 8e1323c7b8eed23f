#include "granary/foundation/file_name.hpp"

#include <gtest/gtest.h>

namespace granary {
namespace {

TEST(FileName, IsTheLastPartOfAPath) {
    EXPECT_EQ(file_name("runs/a.nc"), "a.nc");
    EXPECT_EQ(file_name("a.nc"), "a.nc");
    EXPECT_EQ(file_name("runs/"), "");
}

TEST(FileSuffix, IsOfTheLastPartAlone) {
    EXPECT_EQ(file_suffix("runs.d/a.tar.gz"), ".gz");
    EXPECT_EQ(file_suffix("runs.d/a"), "");
    EXPECT_EQ(file_suffix("a."), ".");
    EXPECT_EQ(file_suffix(""), "");
}

}  // namespace
}  // namespace granary
