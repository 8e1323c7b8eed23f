#include "netcdf/digest.hpp"

#include <bit>
#include <string_view>

namespace granary::netcdf {
namespace {

class Digest {
  public:
    void add(std::uint64_t word) { sum_ = (sum_ ^ word) * 0x100000001b3; }
    void add(double value) { add(std::bit_cast<std::uint64_t>(value)); }
    void add(std::string_view text) {
        add(std::uint64_t{text.size()});
        for (const char c : text) add(std::uint64_t{static_cast<unsigned char>(c)});
    }
    std::uint64_t sum() const { return sum_; }

  private:
    std::uint64_t sum_ = 0xcbf29ce484222325;
};

void add(const Summarised& what, Digest& digest) {
    for (const auto& measure : what.measures) digest.add(measure.name());
    for (const auto& [measure, value, source] : what.thresholds) {
        digest.add(std::uint64_t{measure});
        digest.add(value);
        digest.add(source);
    }
}

void add(const Node& node, Digest& digest) {
    digest.add(std::uint64_t{node.level});
    digest.add(node.index);
    for (const auto& [count, mean, squares, least, greatest] : node.moments) {
        digest.add(count);
        for (const double value : {mean, squares, least, greatest}) digest.add(value);
    }
}

void add(const BucketCounts& buckets, Digest& digest) {
    for (std::size_t i = 0; i < buckets.counts().size(); ++i) {
        if (buckets.counts()[i] == 0) continue;  // how much room there is says nothing
        digest.add(static_cast<std::uint64_t>(buckets.first()) + i);
        digest.add(buckets.counts()[i]);
    }
}

void add(const Summary& summary, Digest& digest) {
    for (const auto& node : summary.nodes) add(node, digest);
    for (const auto& buckets : summary.buckets) add(buckets, digest);
    for (const auto above : summary.above) digest.add(above);
    digest.add(summary.faulty);
    for (const auto& [member, cause] : summary.faults) {
        digest.add(member);
        digest.add(cause);
    }
}

}  // namespace

std::uint64_t digest_of(const Ensemble& ensemble) {
    Digest digest;
    for (const auto& [name, text] : ensemble.identity) {
        digest.add(name);
        digest.add(text);
    }
    digest.add(ensemble.members);
    digest.add(ensemble.seed);
    for (const int year : ensemble.years) digest.add(static_cast<std::uint64_t>(year));
    add(ensemble.what, digest);
    add(ensemble.summary, digest);
    return digest.sum();
}

}  // namespace granary::netcdf
