#pragma once
/// Tables in Markdown.

#include <fmt/format.h>

#include <string>
#include <vector>

namespace granary {

/// A Markdown table: a head, then rows.
class Markdown {
  public:
    explicit Markdown(const std::vector<std::string>& head) {
        row(head);
        text_ += '|';
        for (std::size_t i = 0; i < head.size(); ++i) text_ += "---|";
        text_ += '\n';
    }
    void row(const std::vector<std::string>& cells) {
        text_ += '|';
        for (const auto& cell : cells) text_ += fmt::format(" {} |", cell);
        text_ += '\n';
    }
    const std::string& text() const { return text_; }

  private:
    std::string text_;
};

}  // namespace granary
