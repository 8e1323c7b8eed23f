#include "granary/study/bucket_counts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

#include "granary/foundation/error.hpp"
#include "granary/foundation/math.hpp"

namespace granary {
namespace {

using Bucket = BucketCounts::Bucket;
using List = std::vector<Bucket>;

/// The place of a value among all doubles, counted from that of 0.
std::int64_t place_of(double value) {
    const double size = std::min(abs(value), std::numeric_limits<double>::max());
    if (size < BucketCounts::smallest) return 0;
    const auto place = std::bit_cast<std::int64_t>(size);
    return value < 0 ? -place : place;
}

double value_at(std::int64_t place) {
    const double size = std::bit_cast<double>(place < 0 ? -place : place);
    return place < 0 ? -size : size;
}

/// Half-way between the ends of a bucket: an octave is a whole number of buckets, so that within
/// one places are as far apart as values.
double middle_of(std::int64_t number, unsigned level) {
    if (number == 0) return 0;  // what is not 0 lies far beyond it
    const std::int64_t first = number * (std::int64_t{1} << level);
    const std::int64_t width = std::int64_t{1} << level;
    return value_at(first + width / 2);
}

/// Equal neighbours of a list in order as one.
void unite_equal(List& list) {
    std::size_t last = 0;
    for (std::size_t i = 1; i < list.size(); ++i)
        if (list[i].number == list[last].number)
            list[last].count += list[i].count;
        else
            list[++last] = list[i];
    if (!list.empty()) list.resize(last + 1);
}

bool by_number(const Bucket& a, const Bucket& b) {
    return a.number < b.number;
}

[[noreturn]] void damaged(const char* what) {
    throw Error(ErrorClass::file, fmt::format("its buckets {}", what));
}

/// Whether any number of the level stands for a finite double.
bool is_of_doubles(std::int64_t number, unsigned level) {
    const std::int64_t last = place_of(std::numeric_limits<double>::max()) >> level;
    return -last - 1 <= number && number <= last;
}

}  // namespace

BucketCounts::BucketCounts(std::span<const double> values) {
    std::vector<std::int64_t> places;
    places.reserve(values.size());
    for (const double value : values)
        if (!std::isnan(value)) places.push_back(place_of(value));
    std::sort(places.begin(), places.end());
    for (const auto place : places)
        if (buckets_.empty() || buckets_.back().number != place)
            buckets_.push_back({place, 1});
        else
            ++buckets_.back().count;
    total_ = places.size();
    keep_few();
}

BucketCounts::BucketCounts(unsigned level, std::vector<Bucket> buckets)
    : level_(level), buckets_(std::move(buckets)) {
    if (level > coarsest_level) damaged("are coarser than any");
    for (std::size_t i = 0; i < buckets_.size(); ++i) {
        const auto& [number, count] = buckets_[i];
        if (i > 0 && number <= buckets_[i - 1].number) damaged("are out of order");
        if (!is_of_doubles(number, level)) damaged("are of no numbers");
        if (count == 0 || count > std::numeric_limits<std::uint64_t>::max() - total_)
            damaged("hold no possible count");
        total_ += count;
    }
}

void BucketCounts::coarsen_to(unsigned level) {
    if (level == level_) return;
    for (auto& bucket : buckets_) bucket.number >>= level - level_;
    level_ = level;
    unite_equal(buckets_);
}

void BucketCounts::keep_few() {
    while (buckets_.size() > most_fine && level_ < coarsest_level) coarsen_to(level_ + 1);
}

void BucketCounts::add(const BucketCounts& other) {
    coarsen_to(std::max(level_, other.level_));
    BucketCounts others = other;
    others.coarsen_to(level_);
    List both;
    both.reserve(buckets_.size() + others.buckets_.size());
    std::merge(buckets_.begin(), buckets_.end(), others.buckets_.begin(), others.buckets_.end(),
               std::back_inserter(both), by_number);
    buckets_ = std::move(both);
    unite_equal(buckets_);
    total_ += other.total_;
    keep_few();
}

std::uint64_t BucketCounts::rank(double p) const {
    if (!(p >= 0 && p <= 1))
        throw Error(ErrorClass::usage, fmt::format("a quantile of {}: expected from 0 to 1", p));
    return static_cast<std::uint64_t>(p * static_cast<double>(total_ - 1));
}

double BucketCounts::quantile(double p) const {
    if (total_ == 0) return std::numeric_limits<double>::quiet_NaN();
    const auto wanted = rank(p);
    std::uint64_t below = 0;
    for (const auto& [number, count] : buckets_) {
        below += count;
        if (wanted < below) return middle_of(number, level_);
    }
    return middle_of(buckets_.back().number, level_);  // p 1 of more than 2^53 rounds up
}

}  // namespace granary
