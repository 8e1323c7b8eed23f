#include "granary/study/calibration.hpp"

#include <gtest/gtest.h>

#include "granary/study/calibration_checks.hpp"
#include "support/shipped_calibration.hpp"

namespace granary {
namespace {

using test::shipped_fit;
using test::shipped_plan;

TEST(Calibration, FindsTheSameOptimumFromSpreadStarts) {
    for (const auto& start : spread_starts(shipped_plan(), 3, 7))
        EXPECT_NEAR(fit(shipped_plan(), start).cost, shipped_fit().cost, 1e-6);
}

TEST(Calibration, CannotBeBentToFalseRecords) {
    const auto records = false_records(shipped_plan(), 150.0);
    ASSERT_EQ(records.size(), 4U);
    for (const auto& record : records) {
        const auto bent = fit(record.plan, prior_centres(record.plan));
        EXPECT_GT(bent.cost, 1.5 * shipped_fit().cost) << record.name;
    }
}

}  // namespace
}  // namespace granary
