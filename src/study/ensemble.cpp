#include "granary/study/ensemble.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "granary/foundation/error.hpp"

namespace granary {

std::string Ensemble::attribute(std::string_view name) const {
    for (const auto& [known, text] : identity)
        if (known == name) return text;
    return {};
}

std::optional<EnsembleYear> Ensemble::span_of(const Measure& measure) const {
    if (years.empty()) return std::nullopt;
    if (!measure.year) return EnsembleYear{years.front().year, years.front().from, years.back().to};
    const auto found = std::find_if(years.begin(), years.end(), [&](const EnsembleYear& each) {
        return each.year == *measure.year;
    });
    return found == years.end() ? std::nullopt : std::optional(*found);
}

std::string missing_members(const Ensemble& ensemble) {
    std::string text;
    for (const auto& [first, last] : ensemble.summary.missing(chunks_of(ensemble.members)))
        text +=
            fmt::format("{}{} to {}", text.empty() ? "members " : ", ", first * chunk_members + 1,
                        std::min((last + 1) * chunk_members, ensemble.members));
    return text;
}

void require_figures_of_all(const Ensemble& ensemble) {
    const auto& summary = ensemble.summary;
    if (summary.faulty == 0) return;
    std::vector<std::uint64_t> numbers;
    constexpr std::size_t most_named = 10;
    for (const auto& fault : summary.faults)
        if (numbers.size() < most_named) numbers.push_back(fault.member + 1);
    throw IntegrationError(fmt::format("{} of {} members have no figures: {}{}; member {}: {}",
                                       summary.faulty, ensemble.members, fmt::join(numbers, ", "),
                                       summary.faulty > most_named ? ", ..." : "", numbers.front(),
                                       summary.faults.front().cause));
}

}  // namespace granary
