#include "granary/foundation/nearest.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace granary {
namespace {

TEST(EditDistance, CountsInsertionsDeletionsAndSubstitutions) {
    EXPECT_EQ(edit_distance("", ""), 0U);
    EXPECT_EQ(edit_distance("", "abc"), 3U);
    EXPECT_EQ(edit_distance("presure", "pressure"), 1U);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
    EXPECT_EQ(edit_distance("flaw", "lawn"), 2U);
}

RC_GTEST_PROP(EditDistance, IsSymmetricAndBoundedByTheLengths, (std::string a, std::string b)) {
    const auto distance = edit_distance(a, b);
    RC_ASSERT(distance == edit_distance(b, a));
    RC_ASSERT(distance <= std::max(a.size(), b.size()));
    RC_ASSERT(distance >= std::max(a.size(), b.size()) - std::min(a.size(), b.size()));
    RC_ASSERT((distance == 0) == (a == b));
}

RC_GTEST_PROP(EditDistance, IsOneForOneDroppedCharacter, (const std::string& text)) {
    RC_PRE(!text.empty());
    auto shorter = text;
    shorter.erase(*rc::gen::inRange<std::size_t>(0, text.size()), 1);
    RC_ASSERT(edit_distance(text, shorter) == 1U);
}

constexpr auto names = std::to_array<std::string_view>({"pressure", "relief", "export_mt"});

TEST(Nearest, FindsTheClosestName) {
    EXPECT_EQ(nearest("presure", names), "pressure");
    EXPECT_EQ(nearest("exports", names), "export_mt");
    EXPECT_EQ(nearest("relief", names), "relief");
}

TEST(Nearest, KnowsANameByAPartOfIt) {
    const auto long_names = std::to_array<std::string_view>(
        {"belief_lag_years", "relief_from_exports", "export_mt", "honest-reporting"});
    EXPECT_EQ(nearest("bilief", long_names), "belief_lag_years");
    EXPECT_EQ(nearest("lag_year", long_names), "belief_lag_years");
    EXPECT_EQ(nearest("reportin", long_names), "honest-reporting");
    EXPECT_EQ(nearest("exports", long_names), "export_mt") << "one edit, but less left over";
    EXPECT_EQ(nearest("from", long_names), "relief_from_exports");
    EXPECT_TRUE(nearest("lag", long_names).empty()) << "too short to tell";
}

TEST(Nearest, FindsNoneWhereMoreThanHalfDiffers) {
    EXPECT_TRUE(nearest("zzzzzzzz", names).empty());
    EXPECT_TRUE(nearest("anything", {}).empty());
}

}  // namespace
}  // namespace granary
