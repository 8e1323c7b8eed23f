#pragma once
/// How many values fell into each of a series of buckets, from which quantiles follow within a
/// stated relative error. Whole numbers: they add up to the same whatever the order.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "granary/foundation/api.hpp"

namespace granary {

/// Buckets whose limits grow by a constant factor, so that every value of a bucket lies within
/// `relative_error` of what stands for it (DDSketch: Masson, Rim & Lee, PVLDB 12, 2019). Values
/// below `smallest` in size are counted as 0.
class GRANARY_API BucketCounts {
  public:
    /// Between a quantile and the value of that rank; a number without unit.
    static constexpr double relative_error = 1e-3;
    /// In the unit of the values.
    static constexpr double smallest = 1e-9;

    /// Counts a value that is a number; an infinite one as the largest that is finite.
    void add(double value);
    /// `count` further values of a bucket.
    void add(std::int32_t bucket, std::uint64_t count);
    /// All the values of the other.
    void add(const BucketCounts& other);

    /// How many values were counted.
    std::uint64_t total() const { return total_; }
    /// What stands for the value of rank floor(p (total - 1)) in rising order; `p` from 0 to 1. Not
    /// a number where nothing was counted.
    double quantile(double p) const;

    /// The bucket of a value; numbers rise with the values.
    static std::int32_t bucket_of(double value);
    /// What stands for the values of a bucket.
    static double value_of(std::int32_t bucket);

    /// The lowest bucket of `counts`.
    std::int32_t first() const { return first_; }
    /// Of `first()` and those that follow.
    const std::vector<std::uint64_t>& counts() const { return counts_; }

    friend bool operator==(const BucketCounts&, const BucketCounts&);

  private:
    std::int32_t first_ = 0;
    std::uint64_t total_ = 0;
    std::vector<std::uint64_t> counts_;
};

}  // namespace granary
