#pragma once
/// The nearest valid name to a mistyped one.

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace granary {

/// Levenshtein distance: the least number of insertions, deletions and substitutions.
inline std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

/// The closest of `names` to `word`, or an empty view where more than half would have to change.
inline std::string_view nearest(std::string_view word, std::span<const std::string_view> names) {
    std::string_view best;
    std::size_t least = std::max<std::size_t>(2, word.size() / 2) + 1;
    for (const auto name : names) {
        const auto distance = edit_distance(word, name);
        if (distance < least) {
            least = distance;
            best = name;
        }
    }
    return best;
}

}  // namespace granary
