#pragma once
/// A title with lines "label  text" below it.

#include <string>
#include <utility>

#include "granary/write/text.hpp"

namespace granary {

/// Texts are aligned and wrapped; a line without text is left out.
class Sheet {
  public:
    explicit Sheet(std::string title) : title_(std::move(title)) {}
    /// Appends a line.
    void add(std::string label, std::string text) {
        if (!text.empty()) table_.add({std::move(label), std::move(text)});
    }
    /// The whole, with a line break at its end.
    std::string text() const { return title_ + '\n' + table_.text(); }

  private:
    std::string title_;
    TextTable table_{{{"", "", Align::left}, {"", "", Align::left}}};
};

}  // namespace granary
