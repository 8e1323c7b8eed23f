#include "netcdf/member_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "granary/foundation/error.hpp"
#include "granary/write/output.hpp"

namespace granary::netcdf {
namespace {

std::string variable_name(const Figure& figure) {
    return "member_" + figure.name;
}

/// Which members a chunk has, and the part of an array that is theirs.
struct Part {
    std::uint64_t first, count;

    Part(std::uint64_t chunk, std::uint64_t members)
        : first(chunk * chunk_members), count(std::min(chunk_members, members - first)) {}

    std::vector<std::size_t> start(const Figure& figure) const {
        return figure.measure.year ? std::vector<std::size_t>{first, 0}
                                   : std::vector<std::size_t>{first};
    }
    std::vector<std::size_t> size(const Figure& figure) const {
        return figure.measure.year ? std::vector<std::size_t>{count, figure.places.size()}
                                   : std::vector<std::size_t>{count};
    }
};

/// Calls `act(value of the figure's array, value of the rows)` for all that belong together.
template <typename Act>
void pair_up(const Figure& figure, const Part& part, std::size_t measures, const Act& act) {
    const auto width = figure.places.size();
    for (std::size_t row = 0; row < part.count; ++row)
        for (std::size_t i = 0; i < width; ++i)
            if (figure.places[i]) act(row * width + i, row * measures + *figure.places[i]);
}

void put_rows(std::span<const Figure> figures, const MemberVariables& variables, const Part& part,
              std::span<const double> rows) {
    for (std::size_t f = 0; f < figures.size(); ++f) {
        const auto& figure = figures[f];
        std::vector<double> values(part.count * figure.places.size(),
                                   std::numeric_limits<double>::quiet_NaN());
        pair_up(figure, part, rows.size() / part.count,
                [&](std::size_t to, std::size_t from) { values[to] = rows[from]; });
        variables.of_figures[f].put(part.start(figure), part.size(figure), values.data());
    }
}

void put_numbers(const Part& part, const Variable& number) {
    std::vector<std::int64_t> numbers(part.count);
    std::iota(numbers.begin(), numbers.end(), static_cast<std::int64_t>(part.first) + 1);
    number.put({part.first}, {part.count}, numbers.data());
}

}  // namespace

MemberVariables make_members(std::span<const Figure> figures, std::uint64_t members,
                             const Group& root, Dimension year) {
    const auto member = root.dimension("member", members);
    const std::size_t piece = std::min(members, chunk_members);
    MemberVariables made{root.variable<std::int64_t>("member", std::vector{member}), {}};
    made.number.packed({piece})
        .note("standard_name", "realization")
        .note("long_name", "number of the member, from 1")
        .note("units", "1");
    for (const auto& figure : figures) {
        auto axes = figure.axes(year);
        axes.insert(axes.begin(), member);
        std::vector<std::size_t> pieces{piece};
        if (figure.measure.year) pieces.push_back(year.length);
        made.of_figures.push_back(root.variable<double>(variable_name(figure), axes)
                                      .packed(pieces)
                                      .undefined_as_nan()
                                      .note("long_name", figure.measure.meaning())
                                      .note("units", unit_of(figure.measure).itself));
    }
    return made;
}

void put_members(const EnsembleFile& ensemble, std::span<const Figure> figures,
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
        put_rows(figures, variables, part, values);
    }
}

std::vector<double> kept_rows(const EnsembleFile& ensemble, std::span<const Figure> figures,
                              const GroupRead& root, std::uint64_t chunk) {
    const Part part(chunk, ensemble.members);
    const auto measures = ensemble.what.measures.size();
    std::vector<double> rows(part.count * measures);
    for (const auto& figure : figures) {
        const auto years = figure.measure.year ? figure.places.size() : 1;
        const auto variable = root.numbers(variable_name(figure), figure.measure.year ? 2 : 1,
                                           ensemble.members * years);
        std::vector<double> values(part.count * figure.places.size());
        variable.get(part.start(figure), part.size(figure), values.data());
        pair_up(figure, part, measures,
                [&](std::size_t from, std::size_t to) { rows[to] = values[from]; });
    }
    return rows;
}

}  // namespace granary::netcdf
