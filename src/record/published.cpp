#include "granary/record/published.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace granary {
namespace {

/// Surveys of the literature end their author with this word; single counts do not.
bool is_survey(const DeathEstimate& estimate) {
    return estimate.author.ends_with(" range");
}

/// One that an author published, not one that was derived here from an author's rates.
bool is_published_count(const DeathEstimate& estimate) {
    return !is_survey(estimate) && estimate.evidence != Evidence::derived;
}

/// "1958-1962": from the start of the first year to the end of the last.
bool lies_between(const std::string& period, const Instant& from, const Instant& to) {
    const auto first = first_year(period);
    const auto last = first_year(std::string_view(period).substr(period.rfind('-') + 1));
    return first && last && !(Instant{*first, 0} < from) && !(to < Instant{*last + 1, 0});
}

}  // namespace

std::vector<DeathEstimate> published_counts(const Instant& from, const Instant& to) {
    std::vector<DeathEstimate> counts;
    for (const auto& estimate : history().death_estimates())
        if (is_published_count(estimate) && lies_between(estimate.period, from, to))
            counts.push_back(estimate);
    std::stable_sort(counts.begin(), counts.end(),
                     [](const auto& a, const auto& b) { return a.low_million < b.low_million; });
    return counts;
}

std::string million_text(const DeathEstimate& estimate) {
    if (!estimate.high_million) return fmt::format("{} or more", estimate.low_million);
    if (*estimate.high_million == estimate.low_million)
        return fmt::format("{}", estimate.low_million);
    return fmt::format("{}-{}", estimate.low_million, *estimate.high_million);
}

std::string published_counts_text(const Instant& from, const Instant& to) {
    std::string text;
    for (const auto& count : published_counts(from, to))
        text += fmt::format("{}{} ({}, {})", text.empty() ? "" : ", ", million_text(count),
                            count.author, count.period);
    return text;
}

}  // namespace granary
