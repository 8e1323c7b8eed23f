#pragma once
/// How much of anything may be asked or written, all in one place: each limit with its unit and the
/// message of what goes past it. They are far above what work needs, and far below what takes more
/// than a second or a few hundred MB.

#include <fmt/core.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace granary {

/// So many and no more. In the message {} stands for the number.
struct Limit {
    std::size_t most;
    std::string_view unit, message;

    /// Whether so many go past it.
    constexpr bool is_exceeded_by(std::size_t count) const { return count > most; }
    /// The message with its number.
    std::string told() const { return fmt::format(fmt::runtime(message), most); }
    /// The message where so many go past it.
    std::optional<std::string> problem(std::size_t count) const {
        return is_exceeded_by(count) ? std::optional(told()) : std::nullopt;
    }
};

namespace limit {

// Of a file that is read

inline constexpr Limit file{std::size_t{1} << 20, "bytes",
                            "the file is larger than {} bytes (1 MiB)"};
/// Dotted keys too: the tables of a key of a million parts would overflow the stack.
inline constexpr Limit nested{16, "brackets or parts of a key",
                              "nested too deeply: at most {} brackets or parts of a key"};
inline constexpr Limit list{10'000, "values", "this list is too long: at most {} values"};
/// Of a lever's course, with all that its file and its parents change.
inline constexpr Limit heights{10'000, "heights",
                               "its course has more than {} heights: give it fewer windows"};
inline constexpr Limit regions{10'000, "regions", "too many regions: at most {}"};
inline constexpr Limit ancestors{32, "files",
                                 "more than {} files extend one another: put some together"};
/// Of a scenario or a region.
inline constexpr Limit name{200, "characters", "at most {} characters"};
/// A summary, or what a scenario undoes, teaches, cannot say.
inline constexpr Limit prose{2'000, "characters", "at most {} characters"};
/// Where a value is from.
inline constexpr Limit source{1'000, "characters", "at most {} characters"};

// Of what is asked on the command line

inline constexpr Limit sweep_points{1'000'000, "points", "at most {}"};
inline constexpr Limit drawn_points{10'000, "points", "at most {} in a picture"};
inline constexpr Limit axis_points{10'000, "points", "at most {} on an axis"};
/// An ensemble keeps as much of each region as of the nation: up to 40 MB of memory for six years.
inline constexpr Limit ensemble_regions{32, "regions",
                                        "too many regions for an ensemble: at most {}"};

// Of what is told

inline constexpr Limit syntax_faults{20, "faults", "at most {} faults of syntax are told"};
inline constexpr Limit problems{100, "problems", "no more than {} are told at once"};
/// A longer word is not compared with the names that there are.
inline constexpr Limit compared_word{64, "bytes", "at most {} bytes"};
/// Of more, as of thousands of regions, none is named as the nearest to a word that is none.
inline constexpr Limit compared_names{200, "names", "at most {} names"};
/// What is shown of a name in a message.
inline constexpr Limit shown_word{60, "bytes", "at most {} bytes"};
inline constexpr Limit shown_path{240, "bytes", "at most {} bytes"};
/// What is shown of one line of a message.
inline constexpr Limit message_line{4'000, "bytes", "at most {} bytes"};

}  // namespace limit
}  // namespace granary
