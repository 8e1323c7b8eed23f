#pragma once
/// Scenarios told of in one page to print: question, figures, pictures, the lines that differ, what
/// is on record, how to repeat it.

#include <string>
#include <vector>

#include "granary/document/comparison.hpp"
#include "granary/foundation/api.hpp"
#include "granary/study/attribution.hpp"
#include "granary/write/charts.hpp"
#include "granary/write/safe_text.hpp"

namespace granary {

/// What a report is made of: scenarios, the first of which the others are held against.
struct ReportContent {
    std::vector<ComparedRun> compared;
    std::vector<ChartRun> runs;  ///< of the compared, in their order
    std::vector<std::string> settings;
    std::string command;                      ///< that makes the same report again
    std::vector<Attribution> attributions{};  ///< of the compared, where it is asked what did it
};

/// The page as HTML, with what each driver did where there are attributions.
GRANARY_API HtmlText report_html(const ReportContent& content);

}  // namespace granary
