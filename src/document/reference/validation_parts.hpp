#pragma once
/// The parts of docs/validation.md, each a table over the readings with what it shows.

#include <vector>

#include "granary/scenario/record_reading.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/write/safe_text.hpp"

namespace granary::validation {

using Readings = std::vector<RecordReading>;

Scenario history_under(const RecordReading& reading);

/// Cost, targets met, and the years that a fit did not see.
MarkdownText fits(const Readings& readings);
/// What the prior alone would say.
MarkdownText priors(const Readings& readings);
/// What undoing a decision saves.
MarkdownText savings(const Readings& readings);
/// The spread between places, towns and villages, beside the record.
MarkdownText places(const Readings& readings);
/// What others have published of causes.
MarkdownText claims(const Readings& readings);
/// Levers held at their ends.
MarkdownText ends(const Readings& readings);
/// Two levers at once at their ends, in the default reading.
MarkdownText pairs_of_levers();

}  // namespace granary::validation
