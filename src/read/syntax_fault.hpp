#pragma once
/// What is wrong with the form of a statement, in the words of who wrote it.

#include <cstddef>
#include <string>
#include <string_view>

#include "read/outline.hpp"

namespace granary::read {

struct SyntaxFault {
    std::size_t at;  ///< byte of the text
    std::string message;
};

/// Frequent slips by name; else what the parser says of byte `at`.
SyntaxFault syntax_fault(std::string_view text, const Statement& statement, std::size_t at,
                         std::string_view parser_says);

/// What is wrong with a character outside quotes that is not ASCII.
std::string stray_character(std::string_view text, std::size_t at);

}  // namespace granary::read
