#pragma once
/// The file of a reading: its title, its summary, and its constants.

#include "granary/scenario/record_reading.hpp"
#include "read/problems.hpp"
#include "read/text_file.hpp"

namespace granary::read {

/// A text as a scenario keeps it.
SourceText source_text(const Text& text, bool of_constants);

/// The reading in a text, which is called as its file is; problems are noted.
RecordReading reading_in(const Text& text, Problems& problems);

}  // namespace granary::read
