#pragma once
/// Text taken apart; the parts last as long as the text.

#include <algorithm>
#include <string_view>
#include <vector>

namespace granary {

/// The parts between separators: one more than there are separators, some of them perhaps empty.
inline std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

/// The parts between spaces, none of them empty.
inline std::vector<std::string_view> words_of(std::string_view text) {
    auto words = split(text, ' ');
    words.erase(std::remove(words.begin(), words.end(), std::string_view()), words.end());
    return words;
}

}  // namespace granary
