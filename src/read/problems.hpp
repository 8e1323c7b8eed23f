#pragma once
/// The problems of a scenario file and of its parents, collected to be shown at once.

#include <algorithm>
#include <cstddef>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "granary/foundation/error.hpp"

namespace granary::read {

/// The message with a space for each control character (of C0 and C1), which it may have from the
/// text: a problem is shown on a terminal.
inline std::string unsteering(std::string message) {
    for (std::size_t i = 0; i < message.size(); ++i) {
        const auto byte = static_cast<unsigned char>(message[i]);
        const bool is_c1 = byte == 0xC2 && i + 1 < message.size() &&
                           static_cast<unsigned char>(message[i + 1]) < 0xA0;
        if (is_c1) message.erase(i, 1);
        if (is_c1 || byte < 0x20 || byte == 0x7f) message[i] = ' ';
    }
    return message;
}

class Problems {
  public:
    /// Tells the order of texts: first opened, first shown.
    void open(const std::string& file) { rank(file); }

    void add(Place place, std::string message) {
        rank(place.file);
        found_.push_back({std::move(place), unsteering(std::move(message))});
    }

    bool empty() const { return found_.empty(); }

    /// Throws ScenarioError with all problems in the order of the text.
    void throw_if_any() {
        if (found_.empty()) return;
        const auto key = [this](const Problem& problem) {
            return std::tuple(rank(problem.place.file), problem.place.line, problem.place.column);
        };
        std::stable_sort(found_.begin(), found_.end(),
                         [&](const auto& a, const auto& b) { return key(a) < key(b); });
        throw ScenarioError(std::move(found_));
    }

  private:
    std::size_t rank(const std::string& file) {
        const auto at = std::find(files_.begin(), files_.end(), file);
        const auto index = static_cast<std::size_t>(at - files_.begin());
        if (at == files_.end()) files_.push_back(file);
        return index;
    }

    std::vector<std::string> files_;
    std::vector<Problem> found_;
};

}  // namespace granary::read
