#pragma once
/// A number in a text.

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <system_error>

namespace granary {

/// The text as a finite number, if the whole of it is one. The standard library that compilers to
/// WebAssembly bring along has no from_chars for double; strtod reads the same digits to the same
/// bits, and there no locale is set.
inline std::optional<double> finite_number(const std::string& text) {
    const char* const end = text.data() + text.size();
    double value = 0.0;
#ifdef __cpp_lib_to_chars
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    const bool read = error == std::errc{};
#else
    char* stop = nullptr;
    value = std::strtod(text.c_str(), &stop);
    const bool read = stop != text.c_str();
#endif
    return read && stop == end && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

}  // namespace granary
