#include "granary/netcdf/ensemble_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "granary/foundation/error.hpp"
#include "granary/write/output.hpp"
#include "netcdf/dataset.hpp"
#include "netcdf/digest.hpp"
#include "netcdf/measure_series.hpp"
#include "netcdf/member_rows.hpp"
#include "netcdf/partial.hpp"

namespace granary {
namespace {

using netcdf::Fault;

/// Goes up where a file of before can no longer be read.
constexpr std::uint64_t layout = 1;
constexpr auto kept_in = "partial";

/// What lists the names of the attributes of the identity.
constexpr auto identity_names = "facts";

/// Global attributes that are not of the identity.
constexpr std::array<std::string_view, 7> own_notes{
    "Conventions", "source", "history", "members", "seed", "faulty_members", "missing_members"};

/// Throws where an attribute of the identity could not be told from another.
void check_names(const std::vector<Attribute>& identity) {
    for (std::size_t i = 0; i < identity.size(); ++i) {
        const auto& name = identity[i].name;
        const auto same = [&](const Attribute& other) { return other.name == name; };
        const auto before = identity.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::find(own_notes.begin(), own_notes.end(), name) != own_notes.end() ||
            std::any_of(identity.begin(), before, same))
            throw Error(ErrorClass::internal,
                        fmt::format("{} cannot be an attribute of an ensemble: taken", name));
    }
}

void note_derived(const Ensemble& ensemble, const netcdf::Group& root) {
    root.note("Conventions", "CF-1.10");
    if (const auto version = ensemble.attribute("version"); !version.empty())
        root.note("source", version);
    if (const auto command = ensemble.attribute("command"); !command.empty())
        root.note("history", command);
    root.note("members", ensemble.members);
    root.note("seed", ensemble.seed);
    root.note("faulty_members", ensemble.summary.faulty);
    if (const auto missing = missing_members(ensemble); !missing.empty())
        root.note("missing_members", missing);
}

void keep_partial(const Ensemble& ensemble, const netcdf::Group& root) {
    const auto partial = root.group(kept_in);
    partial.note("layout", layout);
    std::vector<std::string> names;
    for (const auto& attribute : ensemble.identity) names.push_back(attribute.name);
    partial.note(identity_names, names);
    keep(ensemble, partial);
}

void fill(const std::string& path, const Ensemble& ensemble, const MemberRows* rows) {
    const auto all_series = netcdf::series_of(ensemble.what, ensemble.years);
    netcdf::Written file(path);
    const auto root = file.root();
    note_derived(ensemble, root);
    for (const auto& [name, text] : ensemble.identity) root.note(name, text);
    const auto year = root.dimension("year", ensemble.years.size());
    show(ensemble.what, ensemble.summary, all_series, ensemble.years, root, year);
    std::optional<netcdf::MemberVariables> members;
    if (rows) members = make_members(all_series, ensemble.members, root, year);
    keep_partial(ensemble, root);
    file.put_all();
    if (members) put_members(ensemble, all_series, *members, *rows);
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

Ensemble read_all(const netcdf::GroupRead& root, const std::string& path) {
    const auto partial = partial_of(root, path);
    Ensemble ensemble;
    for (const auto& name : partial.texts(identity_names))
        ensemble.identity.push_back({name, root.text(name.c_str())});
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

void write_ensemble(const std::string& path, const Ensemble& ensemble, const MemberRows* members) {
    check_names(ensemble.identity);
    write_file(path, [&](const std::string& beside) {
        try {
            fill(beside, ensemble, members);
        } catch (const Fault& fault) {
            throw FileError(fmt::format("cannot write {}: {}", path, fault.what()));
        }
    });
}

Ensemble read_ensemble(const std::string& path) {
    const auto file = open(path);
    return reading(path, [&] { return read_all(file->root(), path); });
}

bool has_members(const std::string& path) {
    return open(path)->root().has("member");
}

std::optional<MemberRows> members_of(const std::string& path, const Ensemble& ensemble) {
    const auto file = open(path);
    if (!file->root().has("member")) return std::nullopt;
    auto all_series = netcdf::series_of(ensemble.what, ensemble.years);
    const auto shared = std::make_shared<const Ensemble>(ensemble);
    return [=](std::uint64_t chunk) {
        return reading(path, [&] { return kept_rows(*shared, all_series, file->root(), chunk); });
    };
}

}  // namespace granary
