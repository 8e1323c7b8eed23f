#pragma once
/// What a report tells, part by part, each as HTML.

#include <string>

#include "granary/document/report/report.hpp"

namespace granary::report {

/// "B: Honest reporting", or the title alone where there is one scenario.
std::string name_of(const ReportContent& content, std::size_t run);

/// What is asked: what each scenario decides and undoes.
std::string question(const ReportContent& content);
/// What came of it: a sentence each, and the figures of the whole runs.
std::string answer(const ReportContent& content);
/// Each run year by year, in a table.
std::string year_by_year(const ReportContent& content);
/// Charts of the runs.
std::string pictures(const ReportContent& content);
/// The lines of the scenarios that differ from the first, with their sources.
std::string changed_lines(const ReportContent& content);
/// What each of nine drivers did in each scenario. The attributions are there.
std::string why(const ReportContent& content);
/// Where each year's grain came from and went, and whether the books close.
std::string flows(const ReportContent& content);
/// What is on record of the figures above, source beside source.
std::string record(const ReportContent& content);
/// What the model cannot say.
std::string limits(const ReportContent& content);
/// The command, the version, the checksums, and the scenarios' own texts.
std::string repeat(const ReportContent& content);

}  // namespace granary::report
