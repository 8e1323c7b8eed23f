#pragma once
/// Texts by the million, each judged in a worker process, so that a crash, a sanitizer's report or
/// an endless loop is noted with its number and the next one is tried.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace granary::fuzz {

enum class Outcome { refused, accepted };

struct Verdict {
    Outcome outcome;
    /// What the library did that it must never do; empty where all was well.
    std::string fault;
};

struct Campaign {
    /// The text of that number; nothing where there are no more.
    std::function<std::optional<std::string>(std::uint64_t number)> text;
    std::function<Verdict(const std::string& text)> judge;
    std::uint64_t first = 0, count = 1'000'000'000;
    double seconds = 1e9;
    std::string save;  ///< the folder where texts that met a fault are kept; none: nowhere

    /// Whether nothing went wrong. Tells of each fault as it is found, and at the end how many
    /// texts were judged, how fast, and how much of the library they reached.
    bool run() const;
};

}  // namespace granary::fuzz
