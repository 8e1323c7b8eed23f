#pragma once
/// What a report tells, part by part, each as HTML.

#include <string>
#include <vector>

#include "cli/sides.hpp"
#include "granary/write/charts.hpp"

namespace granary::cli::report {

/// The scenarios of a report, the first of which the others are held against.
struct Told {
    std::vector<Side> sides;
    std::vector<ChartRun> runs;  ///< of the sides, in their order
    std::vector<std::string> settings;
    std::string command;  ///< that makes the same report again
};

/// "B: Honest reporting", or the title alone where there is one scenario.
std::string name_of(const Told& told, std::size_t side);

/// What is asked: what each scenario decides and undoes.
std::string question(const Told& told);
/// What came of it: a sentence each, and the figures of the whole runs.
std::string answer(const Told& told);
std::string year_by_year(const Told& told);
std::string pictures(const Told& told);
/// The lines of the scenarios that differ from the first, with their sources.
std::string changed_lines(const Told& told);
/// What each of nine drivers did in each scenario; runs each of them 512 times.
std::string why(const Told& told);
/// Where each year's grain came from and went, and whether the books close.
std::string flows(const Told& told);
/// What is on record of the figures above, source beside source.
std::string record(const Told& told);
std::string limits(const Told& told);
/// The command, the version, the checksums, and the scenarios' own texts.
std::string repeat(const Told& told);

}  // namespace granary::cli::report
