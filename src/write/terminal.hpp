#pragma once
/// All that the programs print goes through here, and nothing in it steers a terminal. No source
/// file, so that a program without the library has it too.

#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

#include "granary/foundation/limits.hpp"
#include "granary/foundation/plain_text.hpp"
#include "granary/write/output.hpp"
#include "granary/write/text.hpp"

namespace granary::terminal {

/// Whether the standard output is one; whether the standard error is.
inline bool is_output() {
    return ::isatty(STDOUT_FILENO) == 1;
}
inline bool is_error() {
    return ::isatty(STDERR_FILENO) == 1;
}

/// "WHO: LINE" for each line of the message, long ones cut.
inline std::string lines_of(std::string_view who, std::string_view message) {
    std::string text;
    while (!message.empty()) {
        const auto end = std::min(message.find('\n'), message.size());
        const auto line = shown_name(message.substr(0, end), limit::message_line.most);
        text.append(who).append(": ").append(line) += '\n';
        message.remove_prefix(std::min(end + 1, message.size()));
    }
    return text;
}

/// Lines for the standard error.
inline void tell_lines(std::string_view lines) {
    std::fputs(plain_lines(lines).c_str(), stderr);
}

/// A message for the standard error, from the program of this name.
inline void tell(std::string_view who, std::string_view message) {
    tell_lines(lines_of(who, message));
}

/// The line of the standard error that says how far the work is, written over what it said before.
/// Nothing where that is no terminal.
inline void rewrite_line(std::string_view line) {
    constexpr std::size_t most = 78;
    if (!is_error()) return;
    std::fputs(("\r" + shown_name(line, most) + "\033[K").c_str(), stderr);
    std::fflush(stderr);
}

/// Lines for the standard output, where of what steers a terminal what `bold` made stays.
inline Reader show(std::string_view lines) {
    return write_standard_output(shown_lines(lines));
}

/// A line for the standard output, there at once.
inline void announce(std::string_view line) {
    std::puts(plain_text(line).c_str());
    std::fflush(stdout);
}

/// A document for the standard output, as it is: its format has escaped it, or it is no text.
inline Reader pass_on(std::string_view document) {
    return write_standard_output(document);
}

}  // namespace granary::terminal
