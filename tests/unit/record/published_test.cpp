#include "granary/record/published.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace granary {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

TEST(PublishedCounts, AreOfSingleAuthorsAndRiseFromTheLowest) {
    const auto counts = published_counts({1957, 0}, {1964, 0});
    EXPECT_THAT(counts, SizeIs(18));
    EXPECT_EQ(counts.front().author, "Cheng & Zhan");
    EXPECT_EQ(counts.back().author, "Yu Xiguang");
    double before = 0;
    for (const auto& count : counts) {
        EXPECT_THAT(count.author, Not(HasSubstr(" range")));
        EXPECT_GE(count.low_million, before);
        before = count.low_million;
    }
}

TEST(PublishedCounts, AreOfPeriodsThatTheSpanCovers) {
    for (const auto& count : published_counts({1958, 0}, {1962, 0}))
        EXPECT_THAT(count.period, testing::AnyOf("1958-1961", "1959-1961"));
    EXPECT_TRUE(published_counts({1959, 0}, {1961, 0}).empty());
    EXPECT_EQ(published_counts_text({1959, 0}, {1961, 0}), "");
}

TEST(PublishedCounts, LeaveOutWhatTheRecordDerivesFromAnAuthorsRates) {
    const auto held = history().death_estimates();
    const auto derived = std::find_if(held.begin(), held.end(), [](const DeathEstimate& estimate) {
        return estimate.evidence == Evidence::derived;
    });
    ASSERT_NE(derived, held.end());
    EXPECT_EQ(derived->period, "1959-1961");
    EXPECT_THAT(published_counts_text({1957, 0}, {1964, 0}), Not(HasSubstr(derived->author)));
}

TEST(PublishedCounts, TellAnOpenEndAndTwoFiguresOfOneAuthor) {
    const auto text = published_counts_text({1957, 0}, {1963, 0});
    EXPECT_THAT(text, HasSubstr("4-5 (Cheng & Zhan, 1959-1961), 8 (Brown 1984, 1958-1962), 15 ("));
    EXPECT_THAT(text, HasSubstr("20 or more (Spence (Search for Modern China), 1959-1962)"));
}

}  // namespace
}  // namespace granary
