#pragma once
/// The nearest valid name to a mistyped one.

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/error.hpp"
#include "granary/foundation/limits.hpp"
#include "granary/foundation/plain_text.hpp"

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

namespace detail {

/// How badly `word` fits the best run of the parts of `name` between separators, of those at most
/// `most` edits from it: "bilief" is one edit from a part of belief_lag_years. An edit weighs as
/// four characters left over. `no_fit` where none fits.
constexpr std::size_t no_fit = static_cast<std::size_t>(-1);

inline std::size_t misfit_of_part(std::string_view word, std::string_view name, std::size_t most) {
    constexpr std::string_view separators = "_-.";
    std::size_t least = no_fit;
    for (std::size_t begin = 0; begin < name.size();) {
        const auto next = std::min(name.find_first_of(separators, begin), name.size());
        for (auto end = next; end <= name.size();
             end = end < name.size()
                       ? std::min(name.find_first_of(separators, end + 1), name.size())
                       : no_fit) {
            const auto edits = edit_distance(word, name.substr(begin, end - begin));
            if (edits <= most) least = std::min(least, 4 * edits + name.size() - (end - begin));
        }
        begin = next + 1;
    }
    return least;
}

/// The first name with the least misfit, where that is at most `most`.
template <class Misfit>
std::string_view closest(std::span<const std::string_view> names, std::size_t most, Misfit misfit) {
    std::string_view best;
    std::size_t least = most + 1;
    for (const auto name : names) {
        const std::size_t here = misfit(name);
        if (here >= least) continue;
        least = here;
        best = name;
    }
    return best;
}

}  // namespace detail

/// The closest of `names` to `word`; else one with a part close to it. An empty view where more
/// than half would have to change, or of a part more than a third, or the word is too long.
inline std::string_view nearest(std::string_view word, std::span<const std::string_view> names) {
    constexpr std::size_t shortest_part = 4;
    if (limit::compared_word.is_exceeded_by(word.size())) return {};
    const auto edits = [&](std::string_view name) { return edit_distance(word, name); };
    const std::size_t few = word.size() / 3;
    const auto whole = detail::closest(names, std::max<std::size_t>(2, word.size() / 2), edits);
    if (word.size() < shortest_part || (!whole.empty() && edits(whole) <= few)) return whole;
    const auto part = detail::closest(names, detail::no_fit - 1, [&](std::string_view name) {
        return detail::misfit_of_part(word, name, few);
    });
    return part.empty() ? whole : part;
}

/// "; did you mean \"pressure\"?", or nothing where no name is near.
inline std::string did_you_mean(std::string_view near) {
    return near.empty() ? std::string() : "; did you mean \"" + std::string(near) + "\"?";
}
/// The same of the nearest of the names.
inline std::string did_you_mean(std::string_view word, std::span<const std::string_view> names) {
    return did_you_mean(nearest(word, names));
}

/// Throws NotFound: no KIND of that name, and the nearest.
[[noreturn]] inline void no_such(std::string_view kind, std::string_view word,
                                 std::span<const std::string_view> names) {
    throw NotFound("no " + std::string(kind) + " " + quoted_word(word) + did_you_mean(word, names));
}

}  // namespace granary
