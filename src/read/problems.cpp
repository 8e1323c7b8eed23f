#include "read/problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "granary/foundation/limits.hpp"
#include "granary/foundation/plain_text.hpp"
#include "read/excerpt.hpp"

namespace granary::read {

void Problems::open(const std::string& file, std::string_view text) {
    texts_[rank(file)] = text;
}

void Problems::add(Place place, std::string_view message) {
    rank(place.file);
    if (is_full()) {
        ++uncollected_;
        return;
    }
    // The parser's own words may quote the text; a problem is shown on a terminal.
    found_.push_back({std::move(place), message_text(message)});
}

bool Problems::is_full() const {
    constexpr std::size_t collected =
        10;  // times those told: the order of reading is not the text's
    return found_.size() >= collected * limit::problems.most;
}

void Problems::throw_if_any() {
    if (found_.empty()) return;
    sort();
    cut();
    add_excerpts();
    throw ScenarioError(std::move(found_));
}

std::size_t Problems::rank(const std::string& file) {
    const auto [at, is_new] = ranks_.try_emplace(file, texts_.size());
    if (is_new) texts_.emplace_back();
    return at->second;
}

void Problems::sort() {
    const auto key = [this](const Problem& problem) {
        return std::tuple(rank(problem.place.file), problem.place.line, problem.place.column);
    };
    std::stable_sort(found_.begin(), found_.end(),
                     [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

/// What is left out is counted, and nothing more.
void Problems::cut() {
    if (!limit::problems.is_exceeded_by(found_.size())) return;
    const auto more = found_.size() - limit::problems.most + uncollected_;
    found_.resize(limit::problems.most);
    found_.push_back({{found_.back().place.file, 0, 0},
                      fmt::format("{} more problems: {}", more, limit::problems.told())});
}

void Problems::add_excerpts() {
    std::vector<Excerpts> excerpts;
    for (const auto& text : texts_) excerpts.emplace_back(text);
    for (auto& problem : found_)
        problem.excerpt = excerpts[rank(problem.place.file)].at(problem.place);
}

}  // namespace granary::read
