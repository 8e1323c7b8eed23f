#include "granary/study/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "granary/foundation/checked.hpp"
#include "granary/foundation/error.hpp"
#include "granary/scenario/runnable.hpp"

namespace granary {
namespace {

std::vector<Moments> together(const std::vector<Moments>& first,
                              const std::vector<Moments>& second) {
    std::vector<Moments> result;
    for (std::size_t i = 0; i < first.size(); ++i)
        result.push_back(granary::together(first[i], second[i]));
    return result;
}

/// Whether the two are the halves of a node of the next level.
bool halves(const Node& first, const Node& second) {
    return first.level == second.level && first.index % 2 == 0 && second.index == first.index + 1;
}

/// Throws where rows of so many figures are none of the measures.
void require_rows(const Summarised& what, std::size_t figures) {
    const auto measures = what.measures.size();
    if (measures == 0 ? figures > 0 : figures % measures != 0)
        throw Error(ErrorClass::usage,
                    fmt::format("{} figures are no rows of {} measures", figures, measures));
    for (const auto& threshold : what.thresholds) checked("measure", threshold.measure, measures);
}

/// The members of both, those of the lowest numbers.
std::vector<MemberFault> lowest(std::vector<MemberFault> some, std::vector<MemberFault> others) {
    std::vector<MemberFault> all;
    std::merge(std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()),
               std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()),
               std::back_inserter(all),
               [](const auto& a, const auto& b) { return a.member < b.member; });
    if (all.size() > Summary::most_faults) all.resize(Summary::most_faults);
    return all;
}

}  // namespace

std::vector<std::string> area_names(const Summarised& what) {
    std::vector<std::string> names{std::string(whole_country)};
    names.insert(names.end(), what.regions.begin(), what.regions.end());
    return names;
}

Summary::Summary(std::size_t measures, std::size_t thresholds)
    : buckets(measures), above(thresholds) {}

Summary::Summary(const Summarised& what, std::uint64_t chunk, std::span<const double> figures,
                 std::vector<MemberFault> faults_of_chunk, std::uint64_t untested_of_chunk)
    : Summary(what.measures.size(), what.thresholds.size()) {
    require_rows(what, figures.size());
    const std::size_t measures = what.measures.size();
    const std::size_t rows = measures == 0 ? 0 : figures.size() / measures;
    Node node{0, chunk, {}};
    std::vector<double> column(rows);
    for (std::size_t m = 0; m < measures; ++m) {
        for (std::size_t row = 0; row < rows; ++row) column[row] = figures[row * measures + m];
        node.moments.push_back(moments_of(column));
        buckets[m] = BucketCounts(column);
    }
    for (std::size_t t = 0; t < above.size(); ++t)
        for (std::size_t row = 0; row < rows; ++row)
            above[t] +=
                figures[row * measures + what.thresholds[t].measure] > what.thresholds[t].value;
    nodes.push_back(std::move(node));
    faulty = faults_of_chunk.size();
    untested = untested_of_chunk;
    faults = lowest(std::move(faults_of_chunk), {});
}

void Summary::add(Node node) {
    const auto behind =
        std::lower_bound(nodes.begin(), nodes.end(), node, [](const auto& a, const auto& b) {
            return a.first_chunk() + a.chunks() <= b.first_chunk();
        });
    if (behind != nodes.end() && behind->first_chunk() < node.first_chunk() + node.chunks())
        throw Error(
            ErrorClass::usage,
            fmt::format("members {} to {} are in two parts of the ensemble",
                        std::max(behind->first_chunk(), node.first_chunk()) * chunk_members + 1,
                        std::min(behind->first_chunk() + behind->chunks(),
                                 node.first_chunk() + node.chunks()) *
                            chunk_members));
    auto place = nodes.insert(behind, std::move(node));
    // Halves become one, and that one may be a half again.
    for (;;) {
        if (place != nodes.begin() && halves(*std::prev(place), *place)) --place;
        const auto next = std::next(place);
        if (next == nodes.end() || !halves(*place, *next)) return;
        *place = {place->level + 1, place->index / 2, together(place->moments, next->moments)};
        nodes.erase(next);
    }
}

void Summary::add(Summary&& other) {
    for (auto& node : other.nodes) add(std::move(node));
    for (std::size_t i = 0; i < buckets.size(); ++i) buckets[i].add(other.buckets[i]);
    for (std::size_t i = 0; i < above.size(); ++i) above[i] += other.above[i];
    faults = lowest(std::move(faults), std::move(other.faults));
    faulty += other.faulty;
    untested += other.untested;
}

bool Summary::has(std::uint64_t chunk) const {
    return std::any_of(nodes.begin(), nodes.end(), [&](const Node& node) {
        return node.first_chunk() <= chunk && chunk < node.first_chunk() + node.chunks();
    });
}

std::uint64_t Summary::chunks() const {
    std::uint64_t count = 0;
    for (const auto& node : nodes) count += node.chunks();
    return count;
}

std::vector<std::pair<std::uint64_t, std::uint64_t>> Summary::missing(std::uint64_t count) const {
    std::vector<std::pair<std::uint64_t, std::uint64_t>> gaps;
    std::uint64_t next = 0;
    for (const auto& node : nodes) {
        if (next < node.first_chunk()) gaps.emplace_back(next, node.first_chunk() - 1);
        next = node.first_chunk() + node.chunks();
    }
    if (next < count) gaps.emplace_back(next, count - 1);
    return gaps;
}

Moments Summary::moments(std::size_t measure) const {
    checked("measure", measure, buckets.size());
    Moments result;
    // From the last on: the smallest sets come first.
    std::for_each(nodes.rbegin(), nodes.rend(), [&](const Node& node) {
        result = granary::together(node.moments[measure], result);
    });
    return result;
}

double quantile(const Summarised& what, const Summary& summary, std::size_t measure, double p) {
    const auto moments = summary.moments(measure);
    const auto& counts = summary.buckets[measure];
    if (counts.total() == 0) return counts.quantile(p);
    const auto rank = counts.rank(p);
    double value = std::clamp(counts.quantile(p), moments.least, moments.greatest);
    for (std::size_t i = 0; i < what.thresholds.size(); ++i) {
        const auto& threshold = what.thresholds[i];
        if (threshold.measure != measure) continue;
        const auto not_above = counts.total() - summary.above[i];
        value =
            rank < not_above ? std::min(value, threshold.value) : std::max(value, threshold.value);
    }
    return value;
}

}  // namespace granary
