#include "read/quoted.hpp"

#include "granary/foundation/plain_text.hpp"

namespace granary::read {

std::string shown_name(std::string_view text, std::size_t longest) {
    if (text.size() <= longest) return plain_text(text);
    while (longest > 0 && is_continuation(text[longest])) --longest;
    return plain_text(text.substr(0, longest)) + "...";
}

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 60;
    return '"' + shown_name(text, longest) + '"';
}

}  // namespace granary::read
