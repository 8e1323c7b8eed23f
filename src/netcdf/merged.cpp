#include "netcdf/merged.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "granary/ensemble/ensemble.hpp"
#include "granary/foundation/error.hpp"

namespace granary {
namespace {

/// The first line in which two texts differ: what it is in each.
std::pair<std::string, std::string> first_difference(std::string_view one, std::string_view other,
                                                     std::size_t& line) {
    const auto cut = [](std::string_view& text) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string taken(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        return taken;
    };
    for (line = 1;; ++line) {
        const auto first = cut(one), second = cut(other);
        if (first != second || (one.empty() && other.empty())) return {first, second};
    }
}

/// "seed is 2, not 1": how a fact of a file differs from the same of the first file.
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

std::string difference_of_facts(const std::vector<Fact>& facts, const std::vector<Fact>& first) {
    for (std::size_t i = 0; i < std::min(facts.size(), first.size()); ++i) {
        if (facts[i].key != first[i].key)
            return fmt::format("it tells {}, not {}", facts[i].key, first[i].key);
        if (facts[i].text != first[i].text)
            return differing(facts[i].key, facts[i].text, first[i].text);
    }
    return facts.size() == first.size() ? "" : "it tells more or less of itself";
}

bool same_measures(const Summarised& one, const Summarised& other) {
    const auto same = [](const Measure& a, const Measure& b) {
        return a.row == b.row && a.year == b.year;
    };
    return std::equal(one.measures.begin(), one.measures.end(), other.measures.begin(),
                      other.measures.end(), same);
}

/// What makes a file one of another ensemble; empty where nothing does.
std::string difference(const EnsembleFile& part, const EnsembleFile& first) {
    if (part.seed != first.seed) return differing("seed", part.seed, first.seed);
    if (part.members != first.members)
        return differing("the number of members", part.members, first.members);
    if (auto text = difference_of_facts(part.facts, first.facts); !text.empty()) return text;
    if (part.years != first.years) return "the years are others";
    if (!same_measures(part.what, first.what)) return "the measures are others";
    if (part.what.thresholds != first.what.thresholds) return "the thresholds are others";
    return {};
}

std::string members_text(Chunks chunks, std::uint64_t members) {
    return fmt::format("members {} to {}", chunks.begin * chunk_members + 1,
                       std::min(chunks.end * chunk_members, members));
}

/// The chunks that a file brought.
struct Brought {
    std::string path;
    std::vector<Chunks> chunks;
};

std::vector<Chunks> chunks_of_nodes(const std::vector<Node>& nodes) {
    std::vector<Chunks> chunks;
    for (const auto& node : nodes)
        chunks.push_back({node.first_chunk(), node.first_chunk() + node.chunks()});
    return chunks;
}

void check_apart(const Brought& next, const std::vector<Brought>& before, std::uint64_t members) {
    for (const auto& one : next.chunks)
        for (const auto& [path, chunks] : before)
            for (const auto& other : chunks) {
                const Chunks both{std::max(one.begin, other.begin), std::min(one.end, other.end)};
                if (both.begin < both.end)
                    throw FileError(fmt::format("{} has {}, which {} has too", next.path,
                                                members_text(both, members), path));
            }
}

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

void check_whole(const EnsembleFile& ensemble, std::size_t files) {
    const auto missing = ensemble.summary.missing(chunks_of(ensemble.members));
    if (missing.empty()) return;
    throw FileError(fmt::format("{} are missing{}", missing_members(ensemble),
                                as_blocks(missing, files, ensemble.members)));
}

}  // namespace

EnsembleFile merged(std::span<const std::string> paths) {
    if (paths.empty()) throw FileError("there is no file to put together");
    EnsembleFile whole = read_ensemble(paths[0]);
    std::vector<Brought> brought{{paths[0], chunks_of_nodes(whole.summary.nodes)}};
    for (const auto& path : paths.subspan(1)) {
        auto part = read_ensemble(path);
        if (const auto text = difference(part, whole); !text.empty())
            throw FileError(
                fmt::format("{} is of another ensemble than {}: {}", path, paths[0], text));
        Brought next{path, chunks_of_nodes(part.summary.nodes)};
        check_apart(next, brought, whole.members);
        brought.push_back(std::move(next));
        whole.summary.add(std::move(part.summary));
    }
    check_whole(whole, paths.size());
    return whole;
}

std::optional<MemberRows> members_of(std::span<const std::string> paths) {
    std::vector<std::pair<std::vector<Chunks>, MemberRows>> parts;
    for (const auto& path : paths) {
        const auto part = read_ensemble(path);
        auto rows = members_of(path, part);
        if (!rows) return std::nullopt;
        parts.emplace_back(chunks_of_nodes(part.summary.nodes), std::move(*rows));
    }
    return [parts = std::move(parts)](std::uint64_t chunk) {
        for (const auto& [chunks, rows] : parts)
            for (const auto& [begin, end] : chunks)
                if (begin <= chunk && chunk < end) return rows(chunk);
        throw Error(ErrorClass::internal, fmt::format("chunk {} is in no part", chunk));
    };
}

}  // namespace granary
