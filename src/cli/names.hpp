#pragma once
/// Messages about names that nothing answers to.

#include <span>
#include <string>
#include <string_view>

namespace granary::cli {

/// The shipped scenario that the others are held against.
inline constexpr std::string_view history_scenario = "historical";

/// "; did you mean \"pressure\"?", or nothing where no name is near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> names);

/// Throws a usage error.
[[noreturn]] void wrong(const std::string& message);

/// Throws NotFound: no KIND of that name, and the nearest.
[[noreturn]] void no_such(std::string_view kind, std::string_view word,
                          std::span<const std::string_view> names);

}  // namespace granary::cli
