#pragma once
/// Names and values out of files as messages show them.

#include <cstddef>
#include <string>
#include <string_view>

namespace granary::read {

/// Names longer than this are not compared with others to find one near them.
constexpr std::size_t longest_word = 64;

/// The text without characters that steer a terminal, shortened where it is long.
std::string shown_name(std::string_view text, std::size_t longest = 240);

/// The same in quotes.
std::string quoted(std::string_view text);

}  // namespace granary::read
