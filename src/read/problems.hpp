#pragma once
/// The problems of a scenario file and of its parents, collected to be shown at once.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/error.hpp"

namespace granary::read {

class Problems {
  public:
    /// Keeps the text for the lines to show, and tells the order: first opened, first shown.
    void open(const std::string& file, std::string_view text);

    /// Beyond some thousand, problems are only counted.
    void add(Place place, std::string_view message);

    /// Whether a further problem would only be counted: its message need not be worded.
    bool is_full() const;

    bool empty() const { return found_.empty(); }
    std::size_t size() const { return found_.size(); }

    /// Some text could not be read whole, so that what it would say is not known: a problem that
    /// rests on several places may not be one.
    void note_gap() { has_gap_ = true; }
    bool has_gap() const { return has_gap_; }

    /// Throws ScenarioError with all problems in the order of the text.
    void throw_if_any();

  private:
    /// The place of a file among those opened; a new one where it is not known.
    std::size_t rank(const std::string& file);
    void sort();
    void cut();
    void add_excerpts();

    std::vector<std::string> texts_;            ///< of the files, in the order of opening
    std::map<std::string, std::size_t> ranks_;  ///< each --set is a file: there may be thousands
    std::vector<Problem> found_;
    std::size_t uncollected_ = 0;
    bool has_gap_ = false;
};

}  // namespace granary::read
