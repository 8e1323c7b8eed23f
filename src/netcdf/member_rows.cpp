#include "netcdf/member_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <numeric>
#include <string>
#include <string_view>

#include "granary/analysis/tested.hpp"
#include "granary/document/provenance/checksum.hpp"
#include "granary/foundation/error.hpp"
#include "granary/write/output.hpp"

namespace granary::netcdf {
namespace {

constexpr auto digest_name = "member_digest";

std::string variable_name(const Series& series) {
    return "member_" + series.name;
}

/// "member_input_scale_of_export_mt".
std::string variable_name(const MemberInput& input) {
    auto name = "member_input_" + input.name;
    for (char& c : name)
        if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
    return name;
}

/// What a member's toll is worth, which no mark beside it tells.
std::string_view comment_on(const Measure& measure) {
    if (!is_toll(measure.row_name())) return {};
    return "as the equations give it, also of members that lie outside of what they were made for; "
           "see the attribute untested_members";
}

/// Of the bits of a chunk's rows.
std::uint64_t digest_of(std::span<const double> rows) {
    const auto digits =
        sha256({reinterpret_cast<const char*>(rows.data()), rows.size_bytes()}).substr(0, 16);
    return std::stoull(digits, nullptr, 16);
}

/// How many numbers a row has: inputs, then measures.
std::size_t width_of(const Ensemble& ensemble) {
    return ensemble.inputs.size() + ensemble.what.measures.size();
}

/// How many members, and how much of each along each axis of a series.
std::vector<std::size_t> lengths(std::size_t members, const Series& series) {
    std::vector<std::size_t> lengths{members};
    for (const auto& axis : series.axes) lengths.push_back(axis.length);
    return lengths;
}

/// Which members a chunk has, and the part of an array that is theirs.
struct Part {
    std::uint64_t first, count;

    Part(std::uint64_t chunk, std::uint64_t members)
        : first(chunk * chunk_members), count(std::min(chunk_members, members - first)) {}

    std::vector<std::size_t> start(const Series& series) const {
        std::vector<std::size_t> start(1 + series.axes.size());
        start[0] = first;
        return start;
    }
    std::vector<std::size_t> size(const Series& series) const { return lengths(count, series); }
};

/// Calls `act(value of a series' array, value of the rows)` for all that belong together.
template <typename Act>
void pair_up(const Series& series, const Part& part, const Ensemble& ensemble, const Act& act) {
    const auto width = series.places.size();
    const auto inputs = ensemble.inputs.size();
    for (std::size_t row = 0; row < part.count; ++row)
        for (std::size_t i = 0; i < width; ++i)
            if (series.places[i])
                act(row * width + i, row * width_of(ensemble) + inputs + *series.places[i]);
}

void put_inputs(const Ensemble& ensemble, const MemberVariables& variables, const Part& part,
                std::span<const double> rows) {
    for (std::size_t i = 0; i < ensemble.inputs.size(); ++i) {
        std::vector<double> values;
        for (std::size_t row = 0; row < part.count; ++row)
            values.push_back(rows[row * width_of(ensemble) + i]);
        variables.of_inputs[i].put({part.first}, {part.count}, values.data());
    }
}

void put_rows(const Ensemble& ensemble, std::span<const Series> all_series,
              const MemberVariables& variables, const Part& part, std::span<const double> rows) {
    for (std::size_t f = 0; f < all_series.size(); ++f) {
        const auto& series = all_series[f];
        std::vector<double> values(part.count * series.places.size(),
                                   std::numeric_limits<double>::quiet_NaN());
        pair_up(series, part, ensemble,
                [&](std::size_t to, std::size_t from) { values[to] = rows[from]; });
        variables.of_series[f].put(part.start(series), part.size(series), values.data());
    }
}

void put_numbers(const Part& part, const Variable& number) {
    std::vector<double> numbers(part.count);
    std::iota(numbers.begin(), numbers.end(), static_cast<double>(part.first) + 1);
    number.put({part.first}, {part.count}, numbers.data());
}

void take_inputs(const Ensemble& ensemble, const GroupRead& root, const Part& part,
                 std::vector<double>& rows) {
    for (std::size_t i = 0; i < ensemble.inputs.size(); ++i) {
        std::vector<double> values(part.count);
        root.numbers(variable_name(ensemble.inputs[i]), 1, ensemble.members)
            .get({part.first}, {part.count}, values.data());
        for (std::size_t row = 0; row < part.count; ++row)
            rows[row * width_of(ensemble) + i] = values[row];
    }
}

}  // namespace

MemberVariables make_members(const Ensemble& ensemble, std::span<const Series> all_series,
                             const Group& root, const Group& partial) {
    const auto members = ensemble.members, chunks = chunks_of(members);
    const auto member = root.dimension("member", members);
    const std::size_t piece = std::min(members, chunk_members);
    MemberVariables made{root.variable<double>("member", std::vector{member}),
                         {},
                         {},
                         partial.variable<std::uint64_t>(
                             digest_name, std::vector{partial.dimension("chunk", chunks)})};
    made.digests.packed({chunks});
    made.number.packed({piece})
        .note("standard_name", "realization")
        .note("long_name", "number of the member, from 1")
        .note("units", "1");
    for (const auto& input : ensemble.inputs)
        made.of_inputs.push_back(root.variable<double>(variable_name(input), std::vector{member})
                                     .packed({piece})
                                     .undefined_as_nan()
                                     .note("long_name", input.name + " (input of the member)")
                                     .note("units", input.unit));
    for (const auto& series : all_series) {
        auto axes = series.axes;
        axes.insert(axes.begin(), member);
        made.of_series.push_back(root.variable<double>(variable_name(series), axes)
                                     .packed(lengths(piece, series))
                                     .undefined_as_nan()
                                     .note("long_name", series.measure.meaning())
                                     .note("units", unit_of(series.measure).itself)
                                     .note("coordinates", series.coordinates)
                                     .note("comment", comment_on(series.measure)));
    }
    return made;
}

void put_members(const Ensemble& ensemble, std::span<const Series> all_series,
                 const MemberVariables& variables, const MemberRows& rows) {
    for (std::uint64_t chunk = 0; chunk < chunks_of(ensemble.members); ++chunk) {
        if (!ensemble.summary.has(chunk)) continue;
        if (end_is_waiting()) throw Fault("interrupted");
        const Part part(chunk, ensemble.members);
        const auto values = rows(chunk);
        if (values.size() != part.count * width_of(ensemble))
            throw Error(ErrorClass::internal,
                        fmt::format("chunk {} has {} figures", chunk, values.size()));
        put_numbers(part, variables.number);
        put_inputs(ensemble, variables, part, values);
        put_rows(ensemble, all_series, variables, part, values);
        const auto digest = digest_of(values);
        variables.digests.put({chunk}, {1}, &digest);
    }
}

std::vector<double> kept_rows(const Ensemble& ensemble, std::span<const Series> all_series,
                              const GroupRead& root, const GroupRead& partial,
                              std::uint64_t chunk) {
    const Part part(chunk, ensemble.members);
    std::vector<double> rows(part.count * width_of(ensemble));
    take_inputs(ensemble, root, part, rows);
    for (const auto& series : all_series) {
        const auto size = part.size(series);
        const auto variable = root.numbers(variable_name(series), static_cast<int>(size.size()),
                                           ensemble.members * series.places.size());
        std::vector<double> values(part.count * series.places.size());
        variable.get(part.start(series), size, values.data());
        pair_up(series, part, ensemble,
                [&](std::size_t from, std::size_t to) { rows[to] = values[from]; });
    }
    std::uint64_t digest = 0;
    partial.along<std::uint64_t>(digest_name, chunks_of(ensemble.members))
        .get({chunk}, {1}, &digest);
    if (digest != digest_of(rows))
        throw Fault(fmt::format("the digest of the members from {} on is another", part.first + 1));
    return rows;
}

}  // namespace granary::netcdf
