#pragma once
/// Words of a command line that is printed to be typed again.

#include <string>
#include <string_view>

namespace granary {

/// The word as a POSIX shell reads it back: as it stands, or in quotes where something in it means
/// more to a shell than itself.
inline std::string shell_word(std::string_view word) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,+%@";
    if (!word.empty() && word.find_first_not_of(plain) == word.npos) return std::string(word);
    std::string quoted = "'";
    for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

}  // namespace granary
