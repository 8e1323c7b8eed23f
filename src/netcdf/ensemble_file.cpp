#include "netcdf/ensemble_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "granary/foundation/error.hpp"
#include "granary/write/output.hpp"
#include "netcdf/dataset.hpp"
#include "netcdf/digest.hpp"
#include "netcdf/figures.hpp"
#include "netcdf/member_rows.hpp"
#include "netcdf/partial.hpp"

namespace granary {
namespace {

using netcdf::Fault;

/// Goes up where a file of before can no longer be read.
constexpr std::uint64_t layout = 1;
constexpr auto kept_in = "partial";

/// Global attributes that are not facts.
constexpr std::array<std::string_view, 7> own_notes{
    "Conventions", "source", "history", "members", "seed", "faulty_members", "missing_members"};

std::string fact(const EnsembleFile& ensemble, std::string_view key) {
    for (const auto& [found, text] : ensemble.facts)
        if (found == key) return text;
    return {};
}

/// Throws where a fact could not be told from another attribute.
void check_facts(const std::vector<Fact>& facts) {
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto& key = facts[i].key;
        const auto same = [&](const Fact& other) { return other.key == key; };
        const auto before = facts.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::find(own_notes.begin(), own_notes.end(), key) != own_notes.end() ||
            std::any_of(facts.begin(), before, same))
            throw Error(ErrorClass::internal,
                        fmt::format("{} cannot be a fact of an ensemble: taken", key));
    }
}

void note_derived(const EnsembleFile& ensemble, const netcdf::Group& root) {
    root.note("Conventions", "CF-1.10");
    if (const auto version = fact(ensemble, "version"); !version.empty())
        root.note("source", version);
    if (const auto command = fact(ensemble, "command"); !command.empty())
        root.note("history", command);
    root.note("members", ensemble.members);
    root.note("seed", ensemble.seed);
    root.note("faulty_members", ensemble.summary.faulty);
    if (const auto missing = missing_members(ensemble); !missing.empty())
        root.note("missing_members", missing);
}

void keep_partial(const EnsembleFile& ensemble, const netcdf::Group& root) {
    const auto partial = root.group(kept_in);
    partial.note("layout", layout);
    std::vector<std::string> keys;
    for (const auto& known : ensemble.facts) keys.push_back(known.key);
    partial.note("facts", keys);
    keep(ensemble, partial);
}

void fill(const std::string& path, const EnsembleFile& ensemble, const MemberRows* rows) {
    const auto figures = netcdf::figures_of(ensemble.what, ensemble.years);
    netcdf::Written file(path);
    const auto root = file.root();
    note_derived(ensemble, root);
    for (const auto& [key, text] : ensemble.facts) root.note(key, text);
    const auto year = root.dimension("year", ensemble.years.size());
    show(ensemble.what, ensemble.summary, figures, ensemble.years, root, year);
    std::optional<netcdf::MemberVariables> members;
    if (rows) members = make_members(figures, ensemble.members, root, year);
    keep_partial(ensemble, root);
    file.put_all();
    if (members) put_members(ensemble, figures, *members, *rows);
    file.close();
}

/// The group with the summary, of a layout that is known.
netcdf::GroupRead partial_of(const netcdf::GroupRead& root, const std::string& path) {
    const auto partial = root.group(kept_in);
    std::uint64_t found = 0;
    try {
        if (partial) found = partial->number("layout");
    } catch (const Fault&) {  // another program's group of that name
    }
    if (found == 0)
        throw FileError(fmt::format("cannot read {}: it is no ensemble of granary", path));
    if (found != layout)
        throw FileError(fmt::format("cannot read {}: it is of layout {}, known here is layout {}",
                                    path, found, layout));
    return *partial;
}

EnsembleFile read_all(const netcdf::GroupRead& root, const std::string& path) {
    const auto partial = partial_of(root, path);
    EnsembleFile ensemble;
    for (const auto& key : partial.texts("facts"))
        ensemble.facts.push_back({key, root.text(key.c_str())});
    ensemble.members = root.number("members");
    ensemble.seed = root.number("seed");
    for (const auto year : root.values<std::int64_t>("year", root.length("year")))
        ensemble.years.push_back(static_cast<int>(year));
    ensemble.what = netcdf::kept_what(partial);
    ensemble.summary = netcdf::kept_summary(partial, ensemble.what, ensemble.members);
    if (partial.number("digest") != netcdf::digest_of(ensemble))
        throw netcdf::Fault("its digest is another");
    return ensemble;
}

std::shared_ptr<netcdf::Opened> open(const std::string& path) {
    try {
        return std::make_shared<netcdf::Opened>(path);
    } catch (const Fault& fault) {
        throw FileError(fmt::format("cannot read {}: {}", path, fault.what()));
    }
}

/// Calls `act`, whose faults are those of a file that another program changed or a disk lost.
template <typename Act>
auto reading(const std::string& path, const Act& act) {
    try {
        return act();
    } catch (const FileError&) {
        throw;
    } catch (const std::exception& fault) {
        throw FileError(fmt::format("cannot read {}: it is damaged: {}", path, fault.what()));
    }
}

}  // namespace

void write_ensemble(const std::string& path, const EnsembleFile& ensemble,
                    const MemberRows* members) {
    check_facts(ensemble.facts);
    write_file(path, [&](const std::string& beside) {
        try {
            fill(beside, ensemble, members);
        } catch (const Fault& fault) {
            throw FileError(fmt::format("cannot write {}: {}", path, fault.what()));
        }
    });
}

EnsembleFile read_ensemble(const std::string& path) {
    const auto file = open(path);
    return reading(path, [&] { return read_all(file->root(), path); });
}

bool has_members(const std::string& path) {
    return open(path)->root().has("member");
}

std::optional<MemberRows> members_of(const std::string& path, const EnsembleFile& ensemble) {
    const auto file = open(path);
    if (!file->root().has("member")) return std::nullopt;
    auto figures = netcdf::figures_of(ensemble.what, ensemble.years);
    const auto shared = std::make_shared<const EnsembleFile>(ensemble);
    return [=](std::uint64_t chunk) {
        return reading(path, [&] { return kept_rows(*shared, figures, file->root(), chunk); });
    };
}

std::string missing_members(const EnsembleFile& ensemble) {
    std::string text;
    for (const auto& [first, last] : ensemble.summary.missing(chunks_of(ensemble.members)))
        text +=
            fmt::format("{}{} to {}", text.empty() ? "members " : ", ", first * chunk_members + 1,
                        std::min((last + 1) * chunk_members, ensemble.members));
    return text;
}

}  // namespace granary
