#pragma once
/// Texts as values of TOML and JSON, whose strings agree for all that is fit to be shown.

#include <string>
#include <string_view>

#include "granary/foundation/plain_text.hpp"

namespace granary {

/// The text in quotes; control characters have become spaces, so that no other escape is needed.
inline std::string in_quotes(std::string_view text) {
    std::string result = "\"";
    for (const char c : plain_text(text)) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

}  // namespace granary
