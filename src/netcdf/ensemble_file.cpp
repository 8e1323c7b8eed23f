#include "granary/netcdf/ensemble_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <new>
#include <utility>

#include "granary/foundation/error.hpp"
#include "granary/write/output.hpp"
#include "netcdf/child.hpp"
#include "netcdf/dataset.hpp"
#include "netcdf/measure_series.hpp"
#include "netcdf/member_rows.hpp"
#include "netcdf/packed.hpp"
#include "netcdf/partial.hpp"
#include "netcdf/seal.hpp"
#include "netcdf/time_axis.hpp"

namespace granary {
namespace {

using netcdf::Fault;

/// Goes up where a file of before can no longer be read.
constexpr std::uint64_t layout = 4;
constexpr auto kept_in = "partial";

/// What lists the names of the attributes of the identity.
constexpr auto identity_names = "facts";

/// Whether there are the figures of each member: 1, or 0.
constexpr auto members_kept = "members_kept";

/// Global attributes that are not of the identity.
constexpr std::array<std::string_view, 8> own_notes{
    "Conventions", "source",         "history",          "members",
    "seed",        "faulty_members", "untested_members", "missing_members"};

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
    // As texts, which any reader takes, unlike whole numbers of 64 bits.
    root.note("members", fmt::format("{}", ensemble.members));
    root.note("seed", fmt::format("{}", ensemble.seed));
    root.note("faulty_members", fmt::format("{}", ensemble.summary.faulty));
    root.note("untested_members", fmt::format("{}", ensemble.summary.untested));
    if (const auto missing = missing_members(ensemble); !missing.empty())
        root.note("missing_members", missing);
}

void keep_partial(const Ensemble& ensemble, const netcdf::Group& partial) {
    partial.note("layout", layout);
    std::vector<std::string> names;
    for (const auto& attribute : ensemble.identity) names.push_back(attribute.name);
    partial.note(identity_names, names);
    keep(ensemble, partial);
}

void fill(const std::string& path, const Ensemble& ensemble, const MemberRows* rows) {
    netcdf::Written file(path);
    const auto root = file.root();
    note_derived(ensemble, root);
    for (const auto& [name, text] : ensemble.identity) root.note(name, text);
    const auto axes = make_axes(ensemble.what, ensemble.years, root);
    const auto all_series = series_of(ensemble.what, ensemble.years, axes);
    show_time(ensemble.years, root, axes.time);
    show(ensemble.what, ensemble.summary, all_series, root, axes);
    const auto partial = root.group(kept_in);
    keep_partial(ensemble, partial);
    partial.note(members_kept, std::uint64_t{rows != nullptr});
    std::optional<netcdf::MemberVariables> members;
    if (rows) members = make_members(ensemble, all_series, root, partial);
    file.put_all();
    if (members) put_members(ensemble, all_series, *members, *rows);
    file.close();
    netcdf::seal(path);
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
        throw FileError(
            fmt::format("cannot read {}: it is of layout {}, known here is layout {}: run the "
                        "ensemble again, or take the granary that wrote it",
                        path, found, layout));
    return *partial;
}

Ensemble read_all(const netcdf::GroupRead& root, const std::string& path) {
    const auto partial = partial_of(root, path);
    Ensemble ensemble;
    for (const auto& name : partial.texts(identity_names))
        ensemble.identity.push_back({name, root.text(name.c_str())});
    take_axes(partial, ensemble);
    ensemble.summary = netcdf::kept_summary(partial, ensemble.what, ensemble.members);
    if (partial.text("digest") != netcdf::digest_of(ensemble))
        throw netcdf::Fault("its digest is another");
    return ensemble;
}

/// Calls `act` of a file whose bytes are those that were written: what fails is not the file.
template <typename Act>
auto sound(const std::string& path, const Act& act) {
    try {
        return act();
    } catch (const Fault& fault) {
        netcdf::require_memory();
        throw FileError(
            fmt::format("cannot read {}: it is whole, but the library that reads netCDF failed: {}",
                        path, fault.what()));
    }
}

std::shared_ptr<netcdf::Opened> open(const std::string& path) {
    try {
        return std::make_shared<netcdf::Opened>(path);
    } catch (const Fault& fault) {
        netcdf::require_memory();
        throw FileError(fmt::format("cannot read {}: {}", path, fault.what()));
    }
}

/// The rows of a chunk from a file that is open.
std::vector<double> rows_in(const netcdf::Opened& file, const std::string& path,
                            const Ensemble& ensemble, std::uint64_t chunk) {
    const auto all_series =
        series_of(ensemble.what, ensemble.years, netcdf::axes_of(ensemble.what, ensemble.years));
    return kept_rows(ensemble, all_series, file.root(), partial_of(file.root(), path), chunk);
}

bool has_members(const std::string& path, bool sealed) {
    const auto has = [&] {
        const auto file = open(path);
        return partial_of(file->root(), path).number(members_kept) == 1;
    };
    if (sealed) return sound(path, has);
    return !netcdf::in_child([&] { return std::string(has() ? "yes" : ""); }).empty();
}

std::string bytes_of(const std::vector<double>& rows) {
    return {reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(double)};
}

std::vector<double> rows_of(const std::string& bytes) {
    std::vector<double> rows(bytes.size() / sizeof(double));
    std::memcpy(rows.data(), bytes.data(), rows.size() * sizeof(double));
    return rows;
}

/// Calls `act`, whose faults are those of a file that another program changed or a disk lost.
template <typename Act>
auto reading(const std::string& path, const Act& act) {
    try {
        return act();
    } catch (const FileError&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const netcdf::Unreadable& reason) {
        throw FileError(fmt::format("cannot read {}: {}", path, reason.what()));
    } catch (const std::exception& fault) {
        throw FileError(fmt::format("cannot read {}: it is damaged: {}", path, fault.what()));
    }
}

}  // namespace

void write_ensemble(const std::string& path, const Ensemble& ensemble, const MemberRows* members,
                    Existing existing) {
    check_names(ensemble.identity);
    const auto filled = [&](const std::string& beside) {
        try {
            fill(beside, ensemble, members);
        } catch (const Fault& fault) {
            netcdf::require_memory();
            throw FileError(fmt::format("cannot write {}: {}", path, fault.what()));
        }
    };
    write_file(path, filled, existing);
}

Ensemble read_ensemble(const std::string& path) {
    const auto read = [&] { return read_all(open(path)->root(), path); };
    return reading(path, [&] {
        if (netcdf::is_sealed(path)) return sound(path, read);
        return netcdf::unpacked(netcdf::in_child([&] { return netcdf::packed(read()); }));
    });
}

Ensemble read_own_ensemble(const std::string& path) {
    return reading(path, [&] {
        if (!netcdf::is_sealed(path))
            throw Fault("it does not end with a digest, or it is of an earlier granary");
        return sound(path, [&] { return read_all(open(path)->root(), path); });
    });
}

std::string ensemble_sha256(const Ensemble& ensemble) {
    return netcdf::digest_of(ensemble);
}

bool has_members(const std::string& path) {
    return reading(path, [&] { return has_members(path, netcdf::is_sealed(path)); });
}

std::optional<MemberRows> members_of(const std::string& path, const Ensemble& ensemble) {
    const bool sealed = reading(path, [&] { return netcdf::is_sealed(path); });
    if (!reading(path, [&] { return has_members(path, sealed); })) return std::nullopt;
    const auto shared = std::make_shared<const Ensemble>(ensemble);
    if (!sealed)
        return [=](std::uint64_t chunk) {
            return reading(path, [&] {
                return rows_of(netcdf::in_child(
                    [&] { return bytes_of(rows_in(*open(path), path, *shared, chunk)); }));
            });
        };
    return [=, file = open(path)](std::uint64_t chunk) {
        return sound(path, [&] { return rows_in(*file, path, *shared, chunk); });
    };
}

}  // namespace granary
