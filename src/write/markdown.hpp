#pragma once
/// Markdown (CommonMark, with the tables of GitHub): text in which nothing acts, code, tables.

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "granary/write/safe_text.hpp"

namespace granary::markdown {

/// One line of text that looks as it was written; spaces at its ends go.
MarkdownText escaped(std::string_view words);

/// The same set as code. Words with a bar stay plain text: within code a table wants the bar
/// escaped, and a paragraph does not.
MarkdownText code(std::string_view words);

/// A file's name as the target of a link.
MarkdownText link_target(std::string_view file);

/// Words between the double quotes of an HTML tag.
MarkdownText attribute(std::string_view words);

/// Numbers, as `granary/write/number.hpp` writes them.
MarkdownText shortest(double value);
MarkdownText fixed(double value, int decimals);
MarkdownText signed_fixed(double value, int decimals);

/// A paragraph broken at spaces, but not where a line would begin with what acts there. No line
/// break at the end.
MarkdownText wrapped(const MarkdownText& paragraph);

/// A document without empty lines at its end.
MarkdownText ended(const MarkdownText& document);

/// A table: a head, then rows.
class Table {
  public:
    Table(std::initializer_list<Literal<InMarkdown>> head);
    /// One whose head is known only at run time.
    static Table below(const std::vector<MarkdownText>& head);

    void row(const std::vector<MarkdownText>& cells);
    const MarkdownText& text() const { return text_; }

  private:
    Table() = default;

    MarkdownText text_;
};

}  // namespace granary::markdown
