#include "granary/document/study/ensemble_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "granary/analysis/tested.hpp"
#include "granary/document/csv_provenance.hpp"
#include "granary/document/heading.hpp"
#include "granary/foundation/finite_number.hpp"
#include "granary/write/number.hpp"
#include "granary/write/study/ensemble_table.hpp"
#include "granary/write/text.hpp"

namespace granary {
namespace {

std::string measure_text(const Measure& measure, double value) {
    return fixed(value, measure.decimals());
}

std::uint64_t with_figures(const Ensemble& ensemble) {
    const auto below = [&](std::uint64_t chunk) {
        return std::min(chunk * chunk_members, ensemble.members);
    };
    std::uint64_t run = 0;
    for (const auto& node : ensemble.summary.nodes)
        run += below(node.first_chunk() + node.chunks()) - below(node.first_chunk());
    return run - ensemble.summary.faulty;
}

/// Of the members with figures.
double untested_share(const Ensemble& ensemble) {
    const auto members = with_figures(ensemble);
    return members == 0
               ? 0
               : static_cast<double>(ensemble.summary.untested) / static_cast<double>(members);
}

std::string untested_text(const Ensemble& ensemble) {
    if (ensemble.summary.untested == 0) return {};
    return fmt::format(
        "{} of {} members ({:.1f}%) lie outside of what the equations were made for. A toll that "
        "would rest on them is not given.",
        ensemble.summary.untested, with_figures(ensemble), 100 * untested_share(ensemble));
}

/// What the table leaves out.
std::string regions_text(const Summarised& what) {
    if (what.regions.empty()) return {};
    return fmt::format(
        "The table is of the whole country; the file has the same of each region: {}.",
        fmt::join(what.regions, ", "));
}

/// The years' rations and deaths, and what is told of a whole run.
bool worth_a_line(const Measure& measure) {
    constexpr std::array<std::string_view, 2> of_a_year{"rural_ration_kg",
                                                        "crude_death_rate_per_1000"};
    constexpr std::array<std::string_view, 3> of_a_run{"lowest_ration_kg", "excess_deaths_million",
                                                       "births_lost_million"};
    const auto among = [&](const auto& names) {
        return std::find(names.begin(), names.end(), measure.row_name()) != names.end();
    };
    return measure.year ? among(of_a_year) : among(of_a_run);
}

/// In full where the table's decimals do not hold it: rounded it may lie on the other side of the
/// median.
std::string value_text(const Measure& measure, double value) {
    auto text = measure_text(measure, value);
    return finite_number(text) == value ? text : shortest(value);
}

std::string share_text(double chance) {
    return std::isnan(chance) ? "untested" : fmt::format("{:.1f}%", 100 * chance);
}

std::string above_text(const EnsembleRow& row, const Measure& measure) {
    std::string text;
    for (const auto& above : row.above)
        text +=
            fmt::format("{}{} above {} ({})", text.empty() ? "" : ", ", share_text(above.chance),
                        value_text(measure, above.value), above.source);
    return text;
}

bool is_part_of_year(const Ensemble& ensemble, const Measure& measure) {
    const auto span = ensemble.span_of(measure);
    return measure.year && span && !span->is_whole();
}

std::string table_text(const Ensemble& ensemble) {
    TextTable table({{"figure", "", Align::left},
                     {"unit", "", Align::left},
                     {"mean", ""},
                     {"5%", ""},
                     {"half", ""},
                     {"95%", ""},
                     {"chances", "", Align::left}});
    for (std::size_t m = 0; m < ensemble.what.measures.size(); ++m) {
        const auto& measure = ensemble.what.measures[m];
        if (measure.area || !worth_a_line(measure)) continue;
        const auto row = ensemble_row(ensemble.what, ensemble.summary, m);
        const auto share_below = [&](double p) {
            if (p > row.tested) return std::string("untested");
            return measure_text(measure, quantile(ensemble.what, ensemble.summary, m, p));
        };
        table.add({measure.name() + (is_part_of_year(ensemble, measure) ? "*" : ""), measure.unit(),
                   row.tested < 1 ? "-" : measure_text(measure, row.mean), share_below(0.05),
                   share_below(0.5), share_below(0.95), above_text(row, measure)});
    }
    return table.text(false);
}

}  // namespace

std::string ensemble_text(const Ensemble& ensemble) {
    const auto missing = missing_members(ensemble);
    auto text =
        fmt::format("{}: {} members{}\n{}\n{}\n", ensemble.attribute("title"), ensemble.members,
                    missing.empty() ? "" : fmt::format(", without {}", missing),
                    ensemble.attribute("command"), table_text(ensemble));
    if (std::any_of(ensemble.what.measures.begin(), ensemble.what.measures.end(),
                    [&](const Measure& measure) { return is_part_of_year(ensemble, measure); }))
        text += fmt::format("{}\n", part_of_year_note);
    if (const auto untested = untested_text(ensemble); !untested.empty())
        text += wrapped(untested) + '\n';
    if (const auto regions = regions_text(ensemble.what); !regions.empty())
        text += wrapped(regions) + '\n';
    return text + wrapped(ensemble.attribute("comment")) + '\n';
}

Csv ensemble_csv(const Ensemble& ensemble) {
    Csv csv;
    for (const auto* name : {"title", "command", "comment"})
        if (const auto text = ensemble.attribute(name); !text.empty()) csv.comment(text);
    csv.comment(fmt::format("{} members of {}", ensemble.members - ensemble.summary.faulty,
                            ensemble.members));
    if (const auto untested = untested_text(ensemble); !untested.empty()) csv.comment(untested);
    csv.comment(
        fmt::format("quantiles are the value of their rank: exactly where a figure has at "
                    "most {} values, else within {} of it",
                    BucketCounts::most_fine, BucketCounts::relative_error));
    add_provenance({}, csv);
    add_ensemble_table(ensemble, csv);
    return csv;
}

}  // namespace granary
