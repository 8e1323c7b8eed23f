#include "netcdf/partial.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <type_traits>

#include "netcdf/packed.hpp"

namespace granary::netcdf {
namespace {

constexpr std::int64_t of_whole_run = 0;  // no calendar has a year 0

/// What `of` takes from each.
template <typename List, typename Of>
auto each(const List& list, const Of& of) {
    std::vector<std::decay_t<decltype(of(list[0]))>> values;
    for (const auto& element : list) values.push_back(of(element));
    return values;
}

void keep_measures(const Summarised& what, const Group& group, Dimension measure) {
    group.variable("measure", std::vector{measure},
                   each(what.measures, [](const Measure& m) { return std::string(m.row_name()); }));
    group
        .variable("measure_year", std::vector{measure}, each(what.measures, kept_year),
                  Storage::packed)
        .note("comment", "0: of a whole run");
    group
        .variable("measure_area", std::vector{measure},
                  each(what.measures,
                       [](const Measure& m) -> std::uint64_t { return area_place(m.area); }),
                  Storage::packed)
        .note("comment", "0: of the nation; else the number of the region, from 1");
    group.variable("area_region", std::vector{group.dimension("area_region", what.regions.size())},
                   what.regions);
}

/// The instants of the years' limits to the bit, and what is varied.
void keep_axes(const Ensemble& ensemble, const Group& group) {
    using Year = EnsembleYear;
    const std::vector of_year{group.dimension("year", ensemble.years.size())};
    const auto whole = [&](const char* name, const auto& of) {
        group.variable(name, of_year, each(ensemble.years, of), Storage::packed);
    };
    whole("year", [](const Year& y) -> std::int64_t { return y.year; });
    whole("from_year", [](const Year& y) -> std::int64_t { return y.from.year; });
    whole("from_season", [](const Year& y) { return y.from.season; });
    whole("to_year", [](const Year& y) -> std::int64_t { return y.to.year; });
    whole("to_season", [](const Year& y) { return y.to.season; });
    const std::vector of_input{group.dimension("input", ensemble.inputs.size())};
    group.variable("input", of_input,
                   each(ensemble.inputs, [](const MemberInput& i) { return i.name; }));
    group.variable("input_unit", of_input,
                   each(ensemble.inputs, [](const MemberInput& i) { return i.unit; }));
}

void keep_thresholds(const Ensemble& ensemble, const Group& group) {
    const auto& thresholds = ensemble.what.thresholds;
    const std::vector axes{group.dimension("threshold", thresholds.size())};
    group.variable("threshold_measure", axes,
                   each(thresholds, [](const Threshold& t) -> std::uint64_t { return t.measure; }),
                   Storage::packed);
    group.variable("threshold_value", axes,
                   each(thresholds, [](const Threshold& t) { return t.value; }), Storage::packed);
    group.variable("threshold_source", axes,
                   each(thresholds, [](const Threshold& t) { return t.source; }));
    group.variable("threshold_above", axes, ensemble.summary.above, Storage::packed);
}

/// A part of the moments of each node and measure.
template <typename T>
void keep_moments(const char* name, T Moments::*part, const std::vector<Node>& nodes,
                  const Group& group, const std::vector<Dimension>& axes) {
    std::vector<T> values;
    for (const auto& node : nodes)
        for (const auto& moments : node.moments) values.push_back(moments.*part);
    group.variable(name, axes, std::move(values), Storage::packed);
}

void keep_nodes(const std::vector<Node>& nodes, const Group& group, Dimension measure) {
    const auto node = group.dimension("node", nodes.size());
    group
        .variable("node_level", std::vector{node},
                  each(nodes, [](const Node& n) -> std::uint64_t { return n.level; }),
                  Storage::packed)
        .note("comment", "a node is of 2^level chunks of 1024 members, the first is index 2^level");
    group.variable("node_index", std::vector{node},
                   each(nodes, [](const Node& n) { return n.index; }), Storage::packed);
    const std::vector axes{node, measure};
    keep_moments("node_count", &Moments::count, nodes, group, axes);
    keep_moments("node_mean", &Moments::mean, nodes, group, axes);
    keep_moments("node_squares", &Moments::squares, nodes, group, axes);
    keep_moments("node_least", &Moments::least, nodes, group, axes);
    keep_moments("node_greatest", &Moments::greatest, nodes, group, axes);
}

void keep_buckets(const std::vector<BucketCounts>& buckets, const Group& group, Dimension measure) {
    std::vector<BucketCounts::Bucket> all;
    for (const auto& of_measure : buckets)
        all.insert(all.end(), of_measure.buckets().begin(), of_measure.buckets().end());
    const auto bucket = group.dimension("bucket", all.size());
    group
        .variable("bucket_level", std::vector{measure},
                  each(buckets, [](const BucketCounts& b) -> std::uint64_t { return b.level(); }),
                  Storage::packed)
        .note("comment", "a bucket is of 2^level doubles that follow one another")
        .note("smallest", BucketCounts::smallest);
    group.variable(
        "bucket_length", std::vector{measure},
        each(buckets, [](const BucketCounts& b) -> std::uint64_t { return b.buckets().size(); }),
        Storage::packed);
    group.variable("bucket_number", std::vector{bucket},
                   each(all, [](const BucketCounts::Bucket& b) { return b.number; }),
                   Storage::packed);
    group.variable("bucket_count", std::vector{bucket},
                   each(all, [](const BucketCounts::Bucket& b) { return b.count; }),
                   Storage::packed);
}

void keep_faults(const std::vector<MemberFault>& faults, const Group& group) {
    const std::vector axes{group.dimension("fault", faults.size())};
    group
        .variable("fault_member", axes, each(faults, [](const MemberFault& f) { return f.member; }),
                  Storage::packed)
        .note("comment", "counted from 0");
    group.variable("fault_cause", axes, each(faults, [](const MemberFault& f) { return f.cause; }));
}

/// The nodes without moments, in order and apart.
std::vector<Node> kept_places(const GroupRead& group, std::uint64_t chunks) {
    const auto count = group.length("node");
    const auto levels = group.values<std::uint64_t>("node_level", count);
    const auto indices = group.values<std::uint64_t>("node_index", count);
    std::vector<Node> nodes;
    std::uint64_t next = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const bool fits = levels[i] < 64 && indices[i] < chunks >> levels[i];
        Node node{static_cast<std::uint32_t>(levels[i] % 64), indices[i], {}};
        if (!fits || node.first_chunk() < next)
            throw Fault(fmt::format("node {} of its chunks is out of place", i));
        next = node.first_chunk() + node.chunks();
        nodes.push_back(std::move(node));
    }
    return nodes;
}

template <typename T>
void fill_moments(const char* name, T Moments::*part, const GroupRead& group,
                  std::vector<Node>& nodes, std::size_t measures) {
    const auto values = group.values<T>(name, nodes.size() * measures);
    for (std::size_t i = 0; i < values.size(); ++i)
        nodes[i / measures].moments[i % measures].*part = values[i];
}

std::vector<Node> kept_nodes(const GroupRead& group, std::size_t measures, std::uint64_t chunks) {
    auto nodes = kept_places(group, chunks);
    for (auto& node : nodes) node.moments.resize(measures);
    fill_moments("node_count", &Moments::count, group, nodes, measures);
    fill_moments("node_mean", &Moments::mean, group, nodes, measures);
    fill_moments("node_squares", &Moments::squares, group, nodes, measures);
    fill_moments("node_least", &Moments::least, group, nodes, measures);
    fill_moments("node_greatest", &Moments::greatest, group, nodes, measures);
    return nodes;
}

void fill_buckets(const GroupRead& group, std::vector<BucketCounts>& buckets) {
    const auto levels = group.values<std::uint64_t>("bucket_level", buckets.size());
    const auto lengths = group.values<std::uint64_t>("bucket_length", buckets.size());
    const auto numbers = group.values<std::int64_t>("bucket_number", group.length("bucket"));
    const auto counts = group.values<std::uint64_t>("bucket_count", numbers.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        if (lengths[i] > counts.size() - next)
            throw Fault(fmt::format("the buckets of measure {} are out of place", i));
        std::vector<BucketCounts::Bucket> of_measure;
        for (const auto end = next + lengths[i]; next < end; ++next)
            of_measure.push_back({numbers[next], counts[next]});
        const auto level = std::min<std::uint64_t>(levels[i], BucketCounts::coarsest_level + 1);
        buckets[i] = BucketCounts(static_cast<unsigned>(level), std::move(of_measure));
    }
}

/// A figure has as many values for its quantiles as for its mean.
void require_all_counted(const Summary& summary) {
    for (std::size_t i = 0; i < summary.buckets.size(); ++i)
        if (summary.buckets[i].total() != summary.moments(i).count)
            throw Fault(fmt::format("the counts of measure {} differ", i));
}

std::vector<MemberFault> kept_faults(const GroupRead& group) {
    const auto count = group.length("fault");
    const auto members = group.values<std::uint64_t>("fault_member", count);
    const auto causes = group.values<std::string>("fault_cause", count);
    std::vector<MemberFault> faults;
    for (std::size_t i = 0; i < count; ++i) faults.push_back({members[i], causes[i]});
    return faults;
}

std::vector<EnsembleYear> kept_years(const GroupRead& group) {
    const auto count = group.length("year");
    const auto whole = [&](const char* name) { return group.values<std::int64_t>(name, count); };
    const auto years = whole("year"), from = whole("from_year"), to = whole("to_year");
    const auto from_season = group.values<double>("from_season", count);
    const auto to_season = group.values<double>("to_season", count);
    std::vector<EnsembleYear> kept;
    for (std::size_t i = 0; i < count; ++i)
        kept.push_back({static_cast<int>(years[i]),
                        {static_cast<int>(from[i]), from_season[i]},
                        {static_cast<int>(to[i]), to_season[i]}});
    return kept;
}

std::vector<MemberInput> kept_inputs(const GroupRead& group) {
    const auto names = group.values<std::string>("input", group.length("input"));
    const auto units = group.values<std::string>("input_unit", names.size());
    std::vector<MemberInput> inputs;
    for (std::size_t i = 0; i < names.size(); ++i) inputs.push_back({names[i], units[i]});
    return inputs;
}

void take_measures(const GroupRead& group, Summarised& what) {
    what.regions = group.values<std::string>("area_region", group.length("area_region"));
    const auto names = group.values<std::string>("measure", group.length("measure"));
    const auto years = group.values<std::int64_t>("measure_year", names.size());
    const auto places = group.values<std::uint64_t>("measure_area", names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (places[i] > what.regions.size())
            throw Fault(fmt::format("measure {} is of no region", i));
        what.measures.push_back(kept_measure(names[i], years[i], area_at(places[i])));
    }
}

void take_thresholds(const GroupRead& group, Summarised& what) {
    const auto count = group.length("threshold");
    const auto measures = group.values<std::uint64_t>("threshold_measure", count);
    const auto values = group.values<double>("threshold_value", count);
    const auto sources = group.values<std::string>("threshold_source", count);
    for (std::size_t i = 0; i < count; ++i) {
        if (measures[i] >= what.measures.size())
            throw Fault(fmt::format("threshold {} is of no measure", i));
        what.thresholds.push_back({measures[i], values[i], sources[i]});
    }
}

}  // namespace

std::int64_t kept_year(const Measure& measure) {
    return measure.year ? *measure.year : of_whole_run;
}

Measure kept_measure(const std::string& name, std::int64_t year, Area area) {
    const bool fits =
        year >= std::numeric_limits<int>::min() && year <= std::numeric_limits<int>::max();
    auto found =
        year == of_whole_run ? run_measure(name) : year_measure(name, static_cast<int>(year));
    if (!fits || !found)
        throw Fault(fmt::format("it has an unknown measure, {} of {}", name, year));
    found->area = area;
    return *found;
}

void keep(const Ensemble& ensemble, const Group& group) {
    const auto& [what, summary] = std::tie(ensemble.what, ensemble.summary);
    const auto measure = group.dimension("measure", what.measures.size());
    group.note("faulty", summary.faulty);
    group.note("untested", summary.untested);
    group.note("digest", digest_of(ensemble));
    group.note("members", ensemble.members);
    group.note("seed", ensemble.seed);
    keep_axes(ensemble, group);
    keep_measures(what, group, measure);
    keep_thresholds(ensemble, group);
    keep_nodes(summary.nodes, group, measure);
    keep_buckets(summary.buckets, group, measure);
    keep_faults(summary.faults, group);
}

void take_axes(const GroupRead& group, Ensemble& ensemble) {
    ensemble.members = group.number("members");
    ensemble.seed = group.number("seed");
    ensemble.years = kept_years(group);
    ensemble.inputs = kept_inputs(group);
    take_measures(group, ensemble.what);
    take_thresholds(group, ensemble.what);
}

Summary kept_summary(const GroupRead& group, const Summarised& what, std::uint64_t members) {
    Summary summary(what.measures.size(), what.thresholds.size());
    for (auto& node : kept_nodes(group, what.measures.size(), chunks_of(members)))
        summary.add(std::move(node));
    fill_buckets(group, summary.buckets);
    require_all_counted(summary);
    summary.above = group.values<std::uint64_t>("threshold_above", what.thresholds.size());
    summary.faults = kept_faults(group);
    summary.faulty = group.number("faulty");
    summary.untested = group.number("untested");
    return summary;
}

}  // namespace granary::netcdf
