#pragma once
/// What a report tells, part by part, each as HTML.

#include <string>

#include "granary/document/report/report.hpp"
#include "granary/write/safe_text.hpp"

namespace granary::report {

/// "B: Honest reporting", or the title alone where there is one scenario.
std::string name_of(const ReportContent& content, std::size_t run);

/// What is asked: what each scenario decides and undoes.
HtmlText question(const ReportContent& content);
/// What came of it: a sentence each, and the figures of the whole runs.
HtmlText answer(const ReportContent& content);
/// Each run year by year, in a table.
HtmlText year_by_year(const ReportContent& content);
/// Charts of the runs.
HtmlText pictures(const ReportContent& content);
/// The lines of the scenarios that differ from the first, with their sources.
HtmlText changed_lines(const ReportContent& content);
/// What each of nine drivers did in each scenario. The attributions are there.
HtmlText why(const ReportContent& content);
/// Where each year's grain came from and went, and whether the books close.
HtmlText flows(const ReportContent& content);
/// What is on record of the figures above, source beside source.
HtmlText record(const ReportContent& content);
/// What the model cannot say.
HtmlText limits(const ReportContent& content);
/// The command, the version, the checksums, and the scenarios' own texts.
HtmlText repeat(const ReportContent& content);

}  // namespace granary::report
