#include "write/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "granary/foundation/plain_text.hpp"
#include "granary/foundation/split.hpp"
#include "granary/write/html.hpp"
#include "granary/write/number.hpp"
#include "granary/write/text.hpp"

namespace granary::markdown {
namespace {

constexpr auto nowhere = std::string_view::npos;
constexpr std::string_view digits = "0123456789";
constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

bool is_in(std::string_view set, char c) {
    return set.find(c) != nowhere;
}

/// Letters and digits of ASCII: of others it is not known here whether they are punctuation.
bool is_plain(std::string_view line, std::size_t i) {
    return i < line.size() && (is_in(letters, line[i]) || is_in(digits, line[i]));
}

/// Whether the character acts where it stands in a line: everywhere, or a `_` that is not inside a
/// word, or a `&` that an entity may begin with.
bool acts(std::string_view line, std::size_t i) {
    switch (line[i]) {
        case '_':
            return i == 0 || !is_plain(line, i - 1) || !is_plain(line, i + 1);
        case '&':
            return is_plain(line, i + 1) || line.substr(i + 1).starts_with('#');
        default:
            return is_in("\\`*[]<|~$", line[i]);
    }
}

std::string_view first_word(std::string_view line) {
    return line.substr(0, line.find(' '));
}

/// Where in a word stands what makes a heading, a quotation, a list or a rule of the line that
/// begins with it.
std::size_t block_mark(std::string_view word) {
    if (word.empty()) return nowhere;
    if (word.front() == '>' || word.find_first_not_of("-+=:#*_") == nowhere) return 0;
    const auto number = word.find_first_not_of(digits);
    const bool numbered = number > 0 && number + 1 == word.size() && is_in(".)", word[number]);
    return numbered ? number : nowhere;
}

/// Also of words within code, where nothing is escaped.
bool may_begin_line(std::string_view word) {
    return block_mark(word) == nowhere && !word.starts_with('<') && !word.starts_with("```") &&
           !word.starts_with("~~~");
}

std::string one_trimmed_line(std::string_view words) {
    const auto line = plain_text(words);
    const auto first = line.find_first_not_of(' ');
    if (first == nowhere) return {};
    return line.substr(first, line.find_last_not_of(' ') - first + 1);
}

/// One backtick more than stand together anywhere in the line.
std::string fence_around(std::string_view line) {
    std::string fence = "`";
    while (line.find(fence) != nowhere) fence += '`';
    return fence;
}

}  // namespace

MarkdownText escaped(std::string_view words) {
    const auto line = one_trimmed_line(words);
    const auto mark = block_mark(first_word(line));
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i == mark || acts(line, i)) text += '\\';
        text += line[i];
    }
    return MarkdownText::vouched(std::move(text));
}

MarkdownText code(std::string_view words) {
    const auto line = one_trimmed_line(words);
    if (line.empty() || is_in(line, '|')) return escaped(line);
    const auto fence = fence_around(line);
    const auto* room = line.front() == '`' || line.back() == '`' ? " " : "";
    return MarkdownText::vouched(fmt::format("{0}{1}{2}{1}{0}", fence, room, line));
}

MarkdownText link_target(std::string_view file) {
    std::string target;
    for (const char c : file)
        target += is_in(letters, c) || is_in(digits, c) || is_in("-._~", c)
                      ? std::string(1, c)
                      : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return MarkdownText::vouched(std::move(target));
}

MarkdownText attribute(std::string_view words) {
    return MarkdownText::vouched(html::escaped(words).text());
}

MarkdownText shortest(double value) {
    return MarkdownText::vouched(granary::shortest(value));
}

MarkdownText fixed(double value, int decimals) {
    return MarkdownText::vouched(granary::fixed(value, decimals));
}

MarkdownText signed_fixed(double value, int decimals) {
    return MarkdownText::vouched(granary::signed_fixed(value, decimals));
}

MarkdownText wrapped(const MarkdownText& paragraph) {
    constexpr char kept = '\1';  // a space at which the line may not break
    std::string line;
    for (const auto word : words_of(paragraph.text())) {
        if (!line.empty()) line += may_begin_line(word) ? ' ' : kept;
        line += word;
    }
    auto lines = granary::wrapped(line);
    std::replace(lines.begin(), lines.end(), kept, ' ');
    return MarkdownText::vouched(std::move(lines));
}

MarkdownText ended(const MarkdownText& document) {
    auto text = document.text();
    while (text.ends_with("\n\n")) text.pop_back();
    return MarkdownText::vouched(std::move(text));
}

Table::Table(std::initializer_list<Literal<InMarkdown>> head)
    : Table(below({head.begin(), head.end()})) {}

Table Table::below(const std::vector<MarkdownText>& head) {
    Table table;
    table.row(head);
    table.text_ += "|";
    for (std::size_t i = 0; i < head.size(); ++i) table.text_ += "---|";
    table.text_ += "\n";
    return table;
}

void Table::row(const std::vector<MarkdownText>& cells) {
    text_ += "|";
    for (const auto& cell : cells) text_ += filled<InMarkdown>(" {} |", cell);
    text_ += "\n";
}

}  // namespace granary::markdown
