#include "ensemble/result.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "cli/output.hpp"
#include "cli/usage.hpp"
#include "cli/vary.hpp"
#include "ensemble/facts.hpp"
#include "granary/document/csv_provenance.hpp"
#include "granary/foundation/error.hpp"
#include "granary/record/published.hpp"
#include "granary/write/output.hpp"
#include "granary/write/study/ensemble_table.hpp"
#include "granary/write/text.hpp"

namespace granary::cli {
namespace {

std::string csv_text(const EnsembleFile& ensemble) {
    Csv csv;
    csv.comment(fact(ensemble, "title"));
    csv.comment(fact(ensemble, "command"));
    csv.comment(fact(ensemble, "comment"));
    csv.comment(fmt::format("{} members of {}", ensemble.members - ensemble.summary.faulty,
                            ensemble.members));
    csv.comment(fmt::format("quantiles within {} of the value of their rank",
                            BucketCounts::relative_error));
    add_provenance({}, csv);
    add_ensemble_table(ensemble.what, ensemble.summary, csv);
    return csv.text();
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

std::string above_text(const EnsembleRow& row, const Measure& measure) {
    std::string text;
    for (const auto& above : row.above)
        text += fmt::format("{}{:.1f}% above {} ({})", text.empty() ? "" : ", ", 100 * above.chance,
                            measure_text(measure, above.value), above.source);
    return text;
}

std::string table_text(const EnsembleFile& ensemble) {
    TextTable table({{"figure", "", Align::left},
                     {"unit", "", Align::left},
                     {"mean", ""},
                     {"5%", ""},
                     {"half", ""},
                     {"95%", ""},
                     {"chances", "", Align::left}});
    for (std::size_t m = 0; m < ensemble.what.measures.size(); ++m) {
        const auto& measure = ensemble.what.measures[m];
        if (!worth_a_line(measure)) continue;
        const auto row = ensemble_row(ensemble.what, ensemble.summary, m);
        const auto quantile = [&](double p) {
            return measure_text(measure, ensemble.summary.buckets[m].quantile(p));
        };
        table.add({measure.name(), measure.unit(), measure_text(measure, row.mean), quantile(0.05),
                   quantile(0.5), quantile(0.95), above_text(row, measure)});
    }
    return table.text(false);
}

/// The table, what its spread is, and the published range of counts, from which the deaths of a run
/// must never be apart.
std::string told(const EnsembleFile& ensemble) {
    const auto published = published_estimates();
    const auto notes = {fact(ensemble, "comment"),
                        fmt::format("Published estimates of the excess deaths: {}. {}.",
                                    published.range(), published.authors())};
    const auto missing = missing_members(ensemble);
    auto text = fmt::format("{}: {} members{}\n{}\n{}\n", fact(ensemble, "title"), ensemble.members,
                            missing.empty() ? "" : fmt::format(", without {}", missing),
                            fact(ensemble, "command"), table_text(ensemble));
    for (const auto& note : notes) text += wrapped(note) + '\n';
    return text;
}

std::string faults_text(const EnsembleFile& ensemble) {
    const auto& summary = ensemble.summary;
    std::vector<std::uint64_t> numbers;
    constexpr std::size_t most_named = 10;
    for (const auto& fault : summary.faults)
        if (numbers.size() < most_named) numbers.push_back(fault.member + 1);
    return fmt::format("{} of {} members have no figures: {}{}; member {}: {}", summary.faulty,
                       ensemble.members, fmt::join(numbers, ", "),
                       summary.faulty > most_named ? ", ..." : "", numbers.front(),
                       summary.faults.front().cause);
}

}  // namespace

EnsembleFormat format_of(const std::string& file) {
    if (file.empty()) wrong("where to: give -o FILE.nc or -o FILE.csv");
    if (file.ends_with(".nc")) return EnsembleFormat::netcdf;
    if (file.ends_with(".csv")) return EnsembleFormat::csv;
    wrong(fmt::format("{}: an ensemble is written to a file .nc or .csv", file));
}

void write(const EnsembleFile& ensemble, const MemberRows* members, const std::string& file) {
    if (format_of(file) == EnsembleFormat::netcdf)
        write_ensemble(file, ensemble, members);
    else
        write_file(file, csv_text(ensemble));
}

void tell(const EnsembleFile& ensemble, bool quiet) {
    if (!quiet) emit(told(ensemble));
    if (ensemble.summary.faulty > 0) throw IntegrationError(faults_text(ensemble));
}

}  // namespace granary::cli
