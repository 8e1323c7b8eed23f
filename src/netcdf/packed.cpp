#include "netcdf/packed.hpp"

#include <bit>
#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

#include "granary/document/provenance/checksum.hpp"
#include "netcdf/dataset.hpp"
#include "netcdf/partial.hpp"

namespace granary::netcdf {
namespace {

/// Takes the members of an ensemble one after another as bytes.
class Packing {
  public:
    void operator()(const std::uint64_t& word) {
        char bytes[sizeof word];
        std::memcpy(bytes, &word, sizeof word);
        bytes_.append(bytes, sizeof word);
    }
    void operator()(const double& value) { (*this)(std::bit_cast<std::uint64_t>(value)); }
    void operator()(const std::string& text) {
        (*this)(std::uint64_t{text.size()});
        bytes_ += text;
    }
    void operator()(const Measure& measure) {
        (*this)(std::string(measure.row_name()));
        number(kept_year(measure));
        number(area_place(measure.area));
    }
    void operator()(const BucketCounts& buckets) {
        number(buckets.level());
        list(buckets.buckets(), [&](const BucketCounts::Bucket& bucket) {
            number(bucket.number);
            (*this)(bucket.count);
        });
    }
    template <typename Whole>
    void number(const Whole& number) {
        (*this)(static_cast<std::uint64_t>(number));
    }
    template <typename List, typename Each>
    void list(const List& list, const Each& each) {
        (*this)(std::uint64_t{list.size()});
        for (const auto& element : list) each(element);
    }

    std::string bytes() && { return std::move(bytes_); }

  private:
    std::string bytes_;
};

/// Gives them back in the same order.
class Unpacking {
  public:
    explicit Unpacking(std::string_view bytes) : rest_(bytes) {}

    void operator()(std::uint64_t& word) { std::memcpy(&word, take(sizeof word), sizeof word); }
    void operator()(double& value) {
        std::uint64_t word = 0;
        (*this)(word);
        value = std::bit_cast<double>(word);
    }
    void operator()(std::string& text) {
        const auto size = length(1);
        text.assign(take(size), size);
    }
    void operator()(Measure& measure) {
        std::string name;
        std::int64_t year = 0;
        std::size_t place = 0;
        (*this)(name);
        number(year);
        number(place);
        measure = kept_measure(name, year, area_at(place));
    }
    void operator()(BucketCounts& buckets) {
        std::uint32_t level = 0;
        number(level);
        std::vector<BucketCounts::Bucket> filled(length(sizeof(BucketCounts::Bucket)));
        for (auto& bucket : filled) {
            number(bucket.number);
            (*this)(bucket.count);
        }
        buckets = BucketCounts(level, std::move(filled));
    }
    template <typename Whole>
    void number(Whole& number) {
        std::uint64_t word = 0;
        (*this)(word);
        number = static_cast<Whole>(word);
    }
    template <typename List, typename Each>
    void list(List& list, const Each& each) {
        list.resize(length(1));
        for (auto& element : list) each(element);
    }

    void require_end() const {
        if (!rest_.empty()) throw Fault("there is more of it than can be");
    }

  private:
    const char* take(std::uint64_t size) {
        if (size > rest_.size()) throw Fault("there is less of it than can be");
        const char* taken = rest_.data();
        rest_.remove_prefix(size);
        return taken;
    }
    /// How many things follow, of at least so many bytes each.
    std::uint64_t length(std::uint64_t bytes_each) {
        std::uint64_t count = 0;
        (*this)(count);
        if (count > rest_.size() / bytes_each) throw Fault("there is less of it than can be");
        return count;
    }

    std::string_view rest_;
};

template <typename Archive, typename At>
void instant(Archive& archive, At& at) {
    archive.number(at.year);
    archive(at.season);
}

template <typename Archive, typename What>
void summarised(Archive& archive, What& what) {
    archive.list(what.measures, [&](auto& measure) { archive(measure); });
    archive.list(what.thresholds, [&](auto& threshold) {
        archive.number(threshold.measure);
        archive(threshold.value);
        archive(threshold.source);
    });
    archive.list(what.regions, [&](auto& region) { archive(region); });
}

template <typename Archive, typename Each>
void moments(Archive& archive, Each& each) {
    archive(each.count);
    archive(each.mean);
    archive(each.squares);
    archive(each.least);
    archive(each.greatest);
}

template <typename Archive, typename Sums>
void summed(Archive& archive, Sums& summary) {
    archive.list(summary.nodes, [&](auto& node) {
        archive.number(node.level);
        archive(node.index);
        archive.list(node.moments, [&](auto& of_measure) { moments(archive, of_measure); });
    });
    archive.list(summary.buckets, [&](auto& buckets) { archive(buckets); });
    archive.list(summary.above, [&](auto& above) { archive(above); });
    archive(summary.faulty);
    archive(summary.untested);
    archive.list(summary.faults, [&](auto& fault) {
        archive(fault.member);
        archive(fault.cause);
    });
}

/// The one list of what there is.
template <typename Archive, typename Whole>
void all(Archive& archive, Whole& ensemble) {
    archive.list(ensemble.identity, [&](auto& attribute) {
        archive(attribute.name);
        archive(attribute.text);
    });
    archive(ensemble.members);
    archive(ensemble.seed);
    archive.list(ensemble.years, [&](auto& year) {
        archive.number(year.year);
        instant(archive, year.from);
        instant(archive, year.to);
    });
    archive.list(ensemble.inputs, [&](auto& input) {
        archive(input.name);
        archive(input.unit);
    });
    summarised(archive, ensemble.what);
    summed(archive, ensemble.summary);
}

}  // namespace

std::string packed(const Ensemble& ensemble) {
    Packing packing;
    all(packing, ensemble);
    return std::move(packing).bytes();
}

Ensemble unpacked(std::string_view bytes) {
    Unpacking unpacking(bytes);
    Ensemble ensemble;
    all(unpacking, ensemble);
    unpacking.require_end();
    return ensemble;
}

std::string digest_of(const Ensemble& ensemble) {
    return sha256(packed(ensemble));
}

}  // namespace granary::netcdf
