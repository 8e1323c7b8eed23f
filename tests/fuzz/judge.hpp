#pragma once
/// What the reader must do with any text whatever.

#include <string>
#include <string_view>

namespace granary::fuzz {

enum class Outcome { refused, accepted };

struct Verdict {
    Outcome outcome;
    /// What the library did that it must never do; empty where all was well.
    std::string fault;
};

/// Reads the text. It is refused with problems that lie within it and are fit for a terminal, or
/// accepted and then within all ranges; where `run` is set and the run is not long, it runs to its
/// end or stops with a named error. Exceptions that are no Error of the library pass through.
Verdict judge(std::string_view text, bool run);

}  // namespace granary::fuzz
