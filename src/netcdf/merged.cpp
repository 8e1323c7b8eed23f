#include "granary/netcdf/merged.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "granary/foundation/error.hpp"
#include "granary/study/ensemble_plan.hpp"

namespace granary {
namespace {

/// The first line in which two texts differ: what it is in each.
std::pair<std::string, std::string> first_difference(std::string_view one, std::string_view other,
                                                     std::size_t& line) {
    const auto cut = [](std::string_view& text) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string taken(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        return taken;
    };
    for (line = 1;; ++line) {
        const auto first = cut(one), second = cut(other);
        if (first != second || (one.empty() && other.empty())) return {first, second};
    }
}

/// "seed is 2, not 1": how something of a file differs from the same of the first file.
std::string differing(std::string_view key, std::string_view text, std::string_view first) {
    std::size_t line = 0;
    const auto [here, there] = first_difference(text, first, line);
    const auto place = line > 1 || text.find('\n') != std::string_view::npos
                           ? fmt::format(" in line {}", line)
                           : std::string();
    return fmt::format("{}{} is \"{}\", not \"{}\"", key, place, here, there);
}

std::string differing(std::string_view key, std::uint64_t number, std::uint64_t first) {
    return fmt::format("{} is {}, not {}", key, number, first);
}

std::string difference_of_identity(const std::vector<Attribute>& identity,
                                   const std::vector<Attribute>& first) {
    for (std::size_t i = 0; i < std::min(identity.size(), first.size()); ++i) {
        if (identity[i].name != first[i].name)
            return fmt::format("it tells {}, not {}", identity[i].name, first[i].name);
        if (identity[i].text != first[i].text)
            return differing(identity[i].name, identity[i].text, first[i].text);
    }
    return identity.size() == first.size() ? "" : "it tells more or less of itself";
}

}  // namespace

std::string difference(const Ensemble& part, const Ensemble& first) {
    if (part.seed != first.seed) return differing("seed", part.seed, first.seed);
    if (part.members != first.members)
        return differing("the number of members", part.members, first.members);
    if (auto text = difference_of_identity(part.identity, first.identity); !text.empty())
        return text;
    if (part.years != first.years) return "the years are others";
    if (part.inputs != first.inputs) return "the inputs are others";
    if (part.what.regions != first.what.regions) return "the regions are others";
    if (part.what.measures != first.what.measures) return "the measures are others";
    if (part.what.thresholds != first.what.thresholds) return "the thresholds are others";
    return {};
}

namespace {

std::string members_text(Chunks chunks, std::uint64_t members) {
    return fmt::format("members {} to {}", chunks.begin * chunk_members + 1,
                       std::min(chunks.end * chunk_members, members));
}

/// Which file has which chunks.
class Owners {
  public:
    /// Throws FileError where another file has some of them.
    void add(const std::string& path, const Ensemble& part) {
        for (const auto& node : part.summary.nodes) {
            const Chunks chunks{node.first_chunk(), node.first_chunk() + node.chunks()};
            if (const auto other = with(chunks); other != runs_.end()) {
                const Chunks both{std::max(chunks.begin, other->first),
                                  std::min(chunks.end, other->second.end)};
                throw FileError(fmt::format("{} has {}, which {} has too", path,
                                            members_text(both, part.members), other->second.path));
            }
            runs_[chunks.begin] = {chunks.end, path};
        }
    }

    /// The file with this chunk.
    const std::string& of(std::uint64_t chunk) const {
        const auto run = with({chunk, chunk + 1});
        if (run == runs_.end())
            throw Error(ErrorClass::internal, fmt::format("chunk {} is in no part", chunk));
        return run->second.path;
    }

  private:
    struct Run {
        std::uint64_t end;
        std::string path;
    };
    using Runs = std::map<std::uint64_t, Run>;

    /// A run that has some of these: of runs apart from each other, the last that begins before the
    /// end.
    Runs::const_iterator with(const Chunks& chunks) const {
        auto run = runs_.lower_bound(chunks.end);
        if (run == runs_.begin()) return runs_.end();
        --run;
        return run->second.end > chunks.begin ? run : runs_.end();
    }

    Runs runs_;  ///< by the first chunk
};

/// The members of all parts, of which one is open at a time.
class RowsOfParts {
  public:
    explicit RowsOfParts(std::span<const std::string> paths) {
        std::string with, without;
        for (const auto& path : paths) (has_members(path) ? with : without) = path;
        if (!with.empty() && !without.empty())
            throw FileError(
                fmt::format("{} has its members' figures and {} has none", with, without));
        any_ = !with.empty();
        for (const auto& path : paths)
            if (any_) owners_.add(path, read_ensemble(path));
    }

    bool any() const { return any_; }

    std::vector<double> of(std::uint64_t chunk) {
        const auto& path = owners_.of(chunk);
        if (path != open_) {
            rows_ = granary::members_of(path, read_ensemble(path));
            open_ = path;
        }
        if (!rows_) throw FileError(fmt::format("{} has changed meanwhile", path));
        return (*rows_)(chunk);
    }

  private:
    Owners owners_;
    bool any_ = false;
    std::string open_;
    std::optional<MemberRows> rows_;
};

/// The one of `count` blocks that begins or ends with this chunk; 0 where none does.
std::uint64_t block_with(std::uint64_t Chunks::*side, std::uint64_t chunk, std::uint64_t count,
                         std::uint64_t members) {
    for (std::uint64_t number = 1; number <= count; ++number)
        if (block(number, count, members).*side == chunk) return number;
    return 0;
}

using Gaps = std::vector<std::pair<std::uint64_t, std::uint64_t>>;

/// "block 2", "blocks 2 to 4, block 6": which of `count` blocks the gaps are; empty where they are
/// none, or not as many as are missing beside the files.
std::string blocks_text(const Gaps& gaps, std::uint64_t files, std::uint64_t count,
                        std::uint64_t members) {
    std::string text;
    std::uint64_t missing = 0;
    for (const auto& gap : gaps) {
        const auto first = block_with(&Chunks::begin, gap.first, count, members);
        const auto last = block_with(&Chunks::end, gap.second + 1, count, members);
        if (first == 0 || last < first) return {};
        missing += last - first + 1;
        if (!text.empty()) text += ", ";
        text += first == last ? fmt::format("block {}", first)
                              : fmt::format("blocks {} to {}", first, last);
    }
    return files + missing == count ? text : "";
}

/// ": block 2 of 3?", where each file can be a block and the gaps are the others.
std::string as_blocks(const Gaps& gaps, std::uint64_t files, std::uint64_t members) {
    constexpr std::uint64_t most_missing = 1000;
    const auto most = std::min(files + most_missing, chunks_of(members));
    for (auto count = files + 1; count <= most; ++count)
        if (const auto text = blocks_text(gaps, files, count, members); !text.empty())
            return fmt::format(": {} of {}?", text, count);
    return {};
}

void check_whole(const Ensemble& ensemble, std::size_t files) {
    const auto missing = ensemble.summary.missing(chunks_of(ensemble.members));
    if (missing.empty()) return;
    throw FileError(fmt::format("{} are missing{}", missing_members(ensemble),
                                as_blocks(missing, files, ensemble.members)));
}

}  // namespace

Ensemble merged(std::span<const std::string> paths) {
    if (paths.empty()) throw FileError("there is no file to put together");
    Ensemble whole = read_ensemble(paths[0]);
    Owners owners;
    owners.add(paths[0], whole);
    for (const auto& path : paths.subspan(1)) {
        auto part = read_ensemble(path);
        if (const auto text = difference(part, whole); !text.empty())
            throw FileError(
                fmt::format("{} is of another ensemble than {}: {}", path, paths[0], text));
        owners.add(path, part);
        whole.summary.add(std::move(part.summary));
    }
    check_whole(whole, paths.size());
    return whole;
}

std::optional<MemberRows> members_of(std::span<const std::string> paths) {
    auto rows = std::make_shared<RowsOfParts>(paths);
    if (!rows->any()) return std::nullopt;
    return [rows](std::uint64_t chunk) { return rows->of(chunk); };
}

}  // namespace granary
