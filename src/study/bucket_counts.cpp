#include "granary/study/bucket_counts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "granary/foundation/math.hpp"

namespace granary {
namespace {

/// The upper over the lower limit of a bucket: a value half-way between them, so that it is the
/// same relative distance from both, is then off by `relative_error`.
constexpr double growth = (1 + BucketCounts::relative_error) / (1 - BucketCounts::relative_error);
const double log_growth = log(growth);
const double log_smallest = log(BucketCounts::smallest);

}  // namespace

std::int32_t BucketCounts::bucket_of(double value) {
    const double size = std::min(abs(value), std::numeric_limits<double>::max());
    if (size < smallest) return 0;
    const auto bucket =
        1 + static_cast<std::int32_t>(std::floor((log(size) - log_smallest) / log_growth));
    return value < 0 ? -bucket : bucket;
}

double BucketCounts::value_of(std::int32_t bucket) {
    if (bucket == 0) return 0;
    const double lower =
        smallest * exp(static_cast<double>((bucket < 0 ? -bucket : bucket) - 1) * log_growth);
    const double middle = lower * (2 * growth / (1 + growth));
    return bucket < 0 ? -middle : middle;
}

void BucketCounts::add(double value) {
    add(bucket_of(value), 1);
}

void BucketCounts::add(std::int32_t bucket, std::uint64_t count) {
    if (counts_.empty()) first_ = bucket;
    if (bucket < first_) {
        counts_.insert(counts_.begin(), static_cast<std::size_t>(first_ - bucket), 0);
        first_ = bucket;
    }
    const auto place = static_cast<std::size_t>(bucket - first_);
    if (place >= counts_.size()) counts_.resize(place + 1);
    counts_[place] += count;
    total_ += count;
}

void BucketCounts::add(const BucketCounts& other) {
    if (other.counts_.empty()) return;
    // The ends first, so that room is made once.
    add(other.first_, 0);
    add(other.first_ + static_cast<std::int32_t>(other.counts_.size()) - 1, 0);
    for (std::size_t i = 0; i < other.counts_.size(); ++i)
        counts_[static_cast<std::size_t>(other.first_ - first_) + i] += other.counts_[i];
    total_ += other.total_;
}

double BucketCounts::quantile(double p) const {
    if (total_ == 0) return std::numeric_limits<double>::quiet_NaN();
    const auto rank = static_cast<std::uint64_t>(p * static_cast<double>(total_ - 1));
    std::uint64_t below = 0;
    std::size_t place = 0;
    while (below + counts_[place] <= rank) below += counts_[place++];
    return value_of(first_ + static_cast<std::int32_t>(place));
}

bool operator==(const BucketCounts& a, const BucketCounts& b) = default;

}  // namespace granary
