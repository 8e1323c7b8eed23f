#pragma once
/// How many values fell into each of a series of buckets, from which quantiles follow: exactly
/// where the values are few, else within a stated relative error. Whole numbers: they add up to the
/// same whatever the order.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "granary/foundation/api.hpp"

namespace granary {

/// Buckets as fine as a bounded number of them allows. Of level 0 each is a single double; at every
/// level above, two neighbours are one. The level goes up only where more than `most_fine` hold
/// values, and never beyond `coarsest_level`: so it follows from the values alone, in whatever
/// order and parts they were counted. Values below `smallest` in size are counted as 0.
class GRANARY_API BucketCounts {
  public:
    /// Up to so many different values are kept as they are, and a narrow spread in so many parts.
    static constexpr std::size_t most_fine = 2048;
    /// At which an octave, the numbers from a power of two to the next, has 512 buckets.
    static constexpr unsigned coarsest_level = 43;
    /// Between a quantile and the value of that rank, at most; a number without unit.
    static constexpr double relative_error = 0x1p-10;
    /// In the unit of the values.
    static constexpr double smallest = 1e-9;

    /// A bucket that holds values, by its number at the level; numbers rise with the values.
    struct Bucket {
        std::int64_t number;
        std::uint64_t count;

        friend bool operator==(const Bucket&, const Bucket&) = default;
    };

    /// No values.
    BucketCounts() = default;
    /// Counts the values that are numbers; an infinite one as the largest that is finite.
    explicit BucketCounts(std::span<const double> values);
    /// What a file kept. Throws Error (file) where it can be of no values.
    BucketCounts(unsigned level, std::vector<Bucket> buckets);

    /// All the values of the other.
    void add(const BucketCounts& other);

    /// How many values were counted.
    std::uint64_t total() const { return total_; }
    /// The rank, counted from 0, of the value below which the share `p` (0 to 1) of the values
    /// lies: floor(p (total - 1)). There must be values.
    std::uint64_t rank(double p) const;
    /// What stands for the value of that rank in rising order; the value itself at level 0. Not a
    /// number where nothing was counted. Throws Error (usage) where `p` is not from 0 to 1.
    double quantile(double p) const;

    /// How coarse the buckets are.
    unsigned level() const { return level_; }
    /// Those that hold values, in order.
    const std::vector<Bucket>& buckets() const { return buckets_; }

    friend bool operator==(const BucketCounts&, const BucketCounts&) = default;

  private:
    void coarsen_to(unsigned level);
    void keep_few();

    unsigned level_ = 0;
    std::uint64_t total_ = 0;
    std::vector<Bucket> buckets_;
};

}  // namespace granary
