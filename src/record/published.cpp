#include "granary/record/published.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "granary/record/history.hpp"

namespace granary {
namespace {

/// Surveys of the literature end their author with this word; single counts do not.
bool is_survey(const DeathEstimate& estimate) {
    return estimate.author.ends_with(" range") && estimate.high_million;
}

std::string with_note(const DeathEstimate& estimate) {
    return estimate.note.empty() ? estimate.author
                                 : fmt::format("{}, {}", estimate.author, estimate.note);
}

/// The single count of exactly this size, or the survey that names it.
std::string author_of(double million) {
    const auto estimates = history().death_estimates();
    const auto count =
        std::find_if(estimates.begin(), estimates.end(), [&](const DeathEstimate& e) {
            return e.low_million == million && e.high_million == million;
        });
    if (count != estimates.end()) return with_note(*count);
    const auto survey =
        std::find_if(estimates.begin(), estimates.end(), [&](const DeathEstimate& e) {
            return is_survey(e) && (e.low_million == million || e.high_million == million);
        });
    return survey == estimates.end() ? std::string() : survey->author;
}

std::string open_ended_counts() {
    std::string text;
    for (const auto& estimate : history().death_estimates())
        if (!estimate.high_million)
            text += fmt::format("; {} million or more: {}", estimate.low_million, estimate.author);
    return text;
}

}  // namespace

std::string PublishedEstimates::range() const {
    return fmt::format("{}-{} million", low_million, high_million);
}

std::string PublishedEstimates::authors() const {
    return fmt::format("{} million: {}; {} million: {}{}", low_million, low_author, high_million,
                       high_author, open_ended);
}

PublishedEstimates published_estimates() {
    double low = 0, high = 0;
    for (const auto& estimate : history().death_estimates()) {
        if (!is_survey(estimate)) continue;
        low = low == 0 ? estimate.low_million : std::min(low, estimate.low_million);
        high = std::max(high, *estimate.high_million);
    }
    return {low, high, author_of(low), author_of(high), open_ended_counts()};
}

}  // namespace granary
