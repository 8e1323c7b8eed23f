#pragma once
/// What a report tells, part by part, each as HTML.

#include <string>
#include <vector>

#include "granary/document/comparison.hpp"
#include "granary/foundation/api.hpp"
#include "granary/study/attribution.hpp"
#include "granary/write/charts.hpp"

namespace granary::report {

/// The scenarios of a report, the first of which the others are held against.
struct Told {
    std::vector<ComparedRun> compared;
    std::vector<ChartRun> runs;  ///< of the compared, in their order
    std::vector<std::string> settings;
    std::string command;                      ///< that makes the same report again
    std::vector<Attribution> attributions{};  ///< of the compared, where it is asked what did it
};

/// "B: Honest reporting", or the title alone where there is one scenario.
std::string name_of(const Told& told, std::size_t run);

/// What is asked: what each scenario decides and undoes.
std::string question(const Told& told);
/// What came of it: a sentence each, and the figures of the whole runs.
std::string answer(const Told& told);
/// Each run year by year, in a table.
std::string year_by_year(const Told& told);
/// Charts of the runs.
std::string pictures(const Told& told);
/// The lines of the scenarios that differ from the first, with their sources.
std::string changed_lines(const Told& told);
/// What each of nine drivers did in each scenario. The attributions are there.
std::string why(const Told& told);
/// Where each year's grain came from and went, and whether the books close.
std::string flows(const Told& told);
/// What is on record of the figures above, source beside source.
std::string record(const Told& told);
/// What the model cannot say.
std::string limits(const Told& told);
/// The command, the version, the checksums, and the scenarios' own texts.
std::string repeat(const Told& told);

/// All of it as one page; what each driver did where there are attributions.
GRANARY_API std::string report_html(const Told& told);

}  // namespace granary::report
