#include "netcdf/member_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "granary/foundation/error.hpp"
#include "granary/write/output.hpp"

namespace granary::netcdf {
namespace {

std::string variable_name(const Series& series) {
    return "member_" + series.name;
}

/// Which members a chunk has, and the part of an array that is theirs.
struct Part {
    std::uint64_t first, count;

    Part(std::uint64_t chunk, std::uint64_t members)
        : first(chunk * chunk_members), count(std::min(chunk_members, members - first)) {}

    std::vector<std::size_t> start(const Series& series) const {
        return series.measure.year ? std::vector<std::size_t>{first, 0}
                                   : std::vector<std::size_t>{first};
    }
    std::vector<std::size_t> size(const Series& series) const {
        return series.measure.year ? std::vector<std::size_t>{count, series.places.size()}
                                   : std::vector<std::size_t>{count};
    }
};

/// Calls `act(value of a series' array, value of the rows)` for all that belong together.
template <typename Act>
void pair_up(const Series& series, const Part& part, std::size_t measures, const Act& act) {
    const auto width = series.places.size();
    for (std::size_t row = 0; row < part.count; ++row)
        for (std::size_t i = 0; i < width; ++i)
            if (series.places[i]) act(row * width + i, row * measures + *series.places[i]);
}

void put_rows(std::span<const Series> all_series, const MemberVariables& variables,
              const Part& part, std::span<const double> rows) {
    for (std::size_t f = 0; f < all_series.size(); ++f) {
        const auto& series = all_series[f];
        std::vector<double> values(part.count * series.places.size(),
                                   std::numeric_limits<double>::quiet_NaN());
        pair_up(series, part, rows.size() / part.count,
                [&](std::size_t to, std::size_t from) { values[to] = rows[from]; });
        variables.of_series[f].put(part.start(series), part.size(series), values.data());
    }
}

void put_numbers(const Part& part, const Variable& number) {
    std::vector<std::int64_t> numbers(part.count);
    std::iota(numbers.begin(), numbers.end(), static_cast<std::int64_t>(part.first) + 1);
    number.put({part.first}, {part.count}, numbers.data());
}

}  // namespace

MemberVariables make_members(std::span<const Series> all_series, std::uint64_t members,
                             const Group& root, Dimension year) {
    const auto member = root.dimension("member", members);
    const std::size_t piece = std::min(members, chunk_members);
    MemberVariables made{root.variable<std::int64_t>("member", std::vector{member}), {}};
    made.number.packed({piece})
        .note("standard_name", "realization")
        .note("long_name", "number of the member, from 1")
        .note("units", "1");
    for (const auto& series : all_series) {
        auto axes = series.axes(year);
        axes.insert(axes.begin(), member);
        std::vector<std::size_t> pieces{piece};
        if (series.measure.year) pieces.push_back(year.length);
        made.of_series.push_back(root.variable<double>(variable_name(series), axes)
                                     .packed(pieces)
                                     .undefined_as_nan()
                                     .note("long_name", series.measure.meaning())
                                     .note("units", unit_of(series.measure).itself));
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
        if (values.size() != part.count * ensemble.what.measures.size())
            throw Error(ErrorClass::internal,
                        fmt::format("chunk {} has {} figures", chunk, values.size()));
        put_numbers(part, variables.number);
        put_rows(all_series, variables, part, values);
    }
}

std::vector<double> kept_rows(const Ensemble& ensemble, std::span<const Series> all_series,
                              const GroupRead& root, std::uint64_t chunk) {
    const Part part(chunk, ensemble.members);
    const auto measures = ensemble.what.measures.size();
    std::vector<double> rows(part.count * measures);
    for (const auto& series : all_series) {
        const auto years = series.measure.year ? series.places.size() : 1;
        const auto variable = root.numbers(variable_name(series), series.measure.year ? 2 : 1,
                                           ensemble.members * years);
        std::vector<double> values(part.count * series.places.size());
        variable.get(part.start(series), part.size(series), values.data());
        pair_up(series, part, measures,
                [&](std::size_t from, std::size_t to) { rows[to] = values[from]; });
    }
    return rows;
}

}  // namespace granary::netcdf
