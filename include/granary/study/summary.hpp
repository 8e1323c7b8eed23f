#pragma once
/// What is kept of an ensemble's members: counts and partial sums from which mean, variance,
/// quantiles and chances follow, the same bits however the members were shared out.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "granary/analysis/measure.hpp"
#include "granary/foundation/api.hpp"
#include "granary/study/bucket_counts.hpp"
#include "granary/study/moments.hpp"

namespace granary {

/// Members are summed in chunks of so many by number, and chunks in a fixed tree.
inline constexpr std::uint64_t chunk_members = 1024;

/// How many chunks so many members fill; the last may be filled in part.
inline constexpr std::uint64_t chunks_of(std::uint64_t members) {
    return (members + chunk_members - 1) / chunk_members;
}

/// The chance that a measure lies above a value is counted.
struct Threshold {
    std::size_t measure;  ///< its place among the measures
    double value;         ///< in the measure's unit
    std::string source;   ///< where the value is from: a source of the record, or who asked for it

    friend bool operator==(const Threshold&, const Threshold&) = default;
};

/// What is summarised of each member.
struct Summarised {
    std::vector<Measure> measures;
    std::vector<Threshold> thresholds;
    std::vector<std::string>
        regions{};  ///< which the measures' areas are; none: of the nation alone

    friend bool operator==(const Summarised&, const Summarised&) = default;
};

/// The names of all areas, the nation first. The place of an area is 0 for the nation and one more
/// than its number for a region.
GRANARY_API std::vector<std::string> area_names(const Summarised& what);

/// The place of an area among their names.
inline std::size_t area_place(Area area) {
    return area ? *area + 1 : 0;
}

/// The area at a place.
inline Area area_at(std::size_t place) {
    return place == 0 ? whole_nation : Area(place - 1);
}

/// A member without figures, and why.
struct MemberFault {
    std::uint64_t member;  ///< counted from 0
    std::string cause;

    friend bool operator==(const MemberFault&, const MemberFault&) = default;
};

/// The moments of 2^level chunks that stand together, from number `index` 2^level on.
struct Node {
    std::uint32_t level;
    std::uint64_t index;
    std::vector<Moments> moments;  ///< a measure each

    /// The first of its chunks.
    std::uint64_t first_chunk() const { return index << level; }
    /// How many they are.
    std::uint64_t chunks() const { return std::uint64_t{1} << level; }

    friend bool operator==(const Node&, const Node&) = default;
};

/// Any part of an ensemble, and the whole. Two parts without a chunk in common put together are the
/// same in every bit, whichever parts and in whatever order.
class GRANARY_API Summary {
  public:
    /// Faults are kept of so many members, those of the lowest numbers; all are counted.
    static constexpr std::size_t most_faults = 1000;

    /// Nothing yet, for so many measures and thresholds.
    Summary(std::size_t measures, std::size_t thresholds);
    /// A chunk: `figures` has a row of all measures for each member, in order; what is not a number
    /// is left out, so a member without figures may have a row or none. Throws Error (usage) where
    /// rows are not as wide as the measures are many, NotFound where a threshold is of none of
    /// them. So many of its members lie outside of what the equations were tried on.
    Summary(const Summarised& what, std::uint64_t chunk, std::span<const double> figures,
            std::vector<MemberFault> faults, std::uint64_t untested = 0);

    /// Takes in another part. Throws Error where a chunk is in both.
    void add(Summary&& other);
    /// Takes in what a file kept of a part.
    void add(Node node);
    /// Whether a chunk is in it.
    bool has(std::uint64_t chunk) const;
    /// How many are.
    std::uint64_t chunks() const;
    /// The runs of chunks that are missing below `count`, as first and last.
    std::vector<std::pair<std::uint64_t, std::uint64_t>> missing(std::uint64_t count) const;

    /// Mean, variance and extremes of a measure. Throws NotFound.
    Moments moments(std::size_t measure) const;

    /// Aligned sets of chunks, as few as they can be, in order.
    std::vector<Node> nodes;
    std::vector<BucketCounts> buckets;  ///< a measure each
    std::vector<std::uint64_t> above;   ///< a threshold each: members that lie above it
    std::vector<MemberFault> faults;    ///< in order
    std::uint64_t faulty = 0;           ///< members without figures
    std::uint64_t untested = 0;         ///< members with figures, see `causes_untested`

    friend bool operator==(const Summary&, const Summary&) = default;
};

/// The value of a measure below which the share `p` of the members lies, see BucketCounts: never
/// outside what the members have, nor on the other side of a threshold than the member of that
/// rank. Not a number where no member has a value. Throws NotFound, and Error (usage) where `p` is
/// not from 0 to 1.
GRANARY_API double quantile(const Summarised& what, const Summary& summary, std::size_t measure,
                            double p);

}  // namespace granary
