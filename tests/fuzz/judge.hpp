#pragma once
/// What the reader must do with any text whatever.

#include <string_view>

#include "fuzz/campaign.hpp"

namespace granary::fuzz {

/// What a text is given as.
enum class Kind {
    scenario,
    settings,     ///< of `--set`, one a line, on top of the historical scenario
    vary,         ///< what varies in an ensemble of the historical scenario
    calibration,  ///< a plan of what is fitted to what
    page,         ///< what a link of the classroom page asks for: a year, one world or two
};

/// The kind of that name. Throws std::invalid_argument.
Kind kind_called(std::string_view name);

/// Whether a text is run where it is accepted: one in so many, told by its bytes alone, because a
/// run costs as much as the reading of many texts.
bool is_run(Kind kind, std::string_view text);

/// Reads the text. It is refused with problems that lie within it and are fit for a terminal, or
/// accepted and then within all ranges; where `run` is set and the run is not long, it runs to its
/// end or stops with a named error. Exceptions that are no Error of the library pass through.
Verdict judge(Kind kind, std::string_view text, bool run);

}  // namespace granary::fuzz
