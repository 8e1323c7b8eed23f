#include "read/outline.hpp"

#include <algorithm>

#include "granary/foundation/limits.hpp"

namespace granary::read {
namespace {

constexpr std::string_view key_characters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";

std::size_t line_end(std::string_view text, std::size_t at) {
    return std::min(text.find('\n', at), text.size());
}

std::size_t behind_blanks(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(" \t", at), text.size());
}

struct StringEnd {
    std::size_t at;
    bool is_closed;
};

/// Behind the string that begins at `at`. One that is not closed ends with its line, or with the
/// text where it may have several lines.
StringEnd end_of_string(std::string_view text, std::size_t at) {
    const char quote = text[at];
    const bool long_one = at + 2 < text.size() && text[at + 1] == quote && text[at + 2] == quote;
    const std::size_t length = long_one ? 3 : 1;
    for (std::size_t i = at + length; i < text.size(); ++i) {
        if (text[i] == '\\' && quote == '"' && text.substr(i + 1, 1) != "\n")
            ++i;
        else if (text[i] == '\n' && !long_one)
            return {i, false};
        else if (text.substr(i, length) == text.substr(at, length))
            return {i + length, true};
    }
    return {text.size(), false};
}

/// Whether the word can be a key only: a value of one word is a number or one of these.
bool is_key(std::string_view word) {
    const char first = word.empty() ? '0' : word.front();
    const bool is_letter = ('a' <= first && first <= 'z') || ('A' <= first && first <= 'Z');
    return is_letter && word != "true" && word != "false" && word != "inf" && word != "nan";
}

/// Whether the line at `at` can only begin a statement, even where brackets are still open: a bare
/// key before "=", or a bare word alone in brackets.
bool begins_statement(std::string_view text, std::size_t at) {
    at = behind_blanks(text, at);
    const auto word = std::min(text.find_first_not_of('[', at), text.size());
    const auto end = std::min(text.find_first_not_of(key_characters, word), text.size());
    if (!is_key(text.substr(word, end - word))) return false;
    const auto next = behind_blanks(text, end);
    if (word == at) return text.substr(next, 1) == "=";
    const auto brackets = word - at;
    if (text.substr(next, brackets) != std::string_view("]]").substr(0, brackets)) return false;
    const auto rest = behind_blanks(text, next + brackets);
    return brackets <= 2 && (rest == text.size() ||
                             std::string_view("\r\n#").find(text[rest]) != std::string_view::npos);
}

class Scan {
  public:
    explicit Scan(std::string_view text) : text_(text) {}

    Outline outline() {
        while (at_ < text_.size()) step();
        end_statement();
        return std::move(outline_);
    }

  private:
    struct Bracket {
        std::size_t at, commas;
    };

    void step() {
        const char c = text_[at_];
        if (c == '#') {
            at_ = line_end(text_, at_);
        } else if (c == '\n') {
            end_line();
        } else if (c == ' ' || c == '\t' || c == '\r') {
            ++at_;
        } else {
            if (!open_) begin_statement();
            take(c);
        }
    }

    void begin_statement() {
        outline_.statements.push_back({at_, at_, text_[at_] == '[', {}, {}});
        open_ = true;
        parts_ = 1;
    }

    void end_statement() {
        if (open_) outline_.statements.back().end = at_;
        if (open_ && !brackets_.empty()) note_unclosed(brackets_.back().at);
        open_ = false;
        brackets_.clear();
    }

    void end_line() {
        if (!open_ || brackets_.empty() || outline_.statements.back().is_header ||
            begins_statement(text_, at_ + 1))
            end_statement();
        ++at_;
        parts_ = 1;
    }

    void take(char c) {
        if (c == '"' || c == '\'') {
            const auto end = end_of_string(text_, at_);
            if (!end.is_closed) note_unclosed(at_);
            at_ = end.at;
            return;
        }
        if (static_cast<unsigned char>(c) >= 0x80) note(outline_.statements.back().stray);
        if (c == '[' || c == '{') open_bracket();
        if ((c == ']' || c == '}') && !brackets_.empty()) brackets_.pop_back();
        if (c == ',' && !brackets_.empty()) count_comma();
        if (c == '.')
            ++parts_;
        else if (std::string_view("[{]},=").find(c) != std::string_view::npos)
            parts_ = 1;
        if (limit::nested.is_exceeded_by(parts_)) note(outline_.too_deep);
        ++at_;
    }

    void open_bracket() {
        brackets_.push_back({at_, 0});
        if (limit::nested.is_exceeded_by(brackets_.size())) note(outline_.too_deep);
    }

    /// A comma may stand behind the last value.
    void count_comma() {
        const auto next = std::min(text_.find_first_not_of(" \t\r\n", at_ + 1), text_.size());
        if (++brackets_.back().commas >= limit::list.most && text_.substr(next, 1) != "]")
            note(outline_.too_long);
    }

    void note_unclosed(std::size_t at) { note(outline_.statements.back().unclosed, at); }

    void note(std::optional<std::size_t>& place) const { note(place, at_); }
    static void note(std::optional<std::size_t>& place, std::size_t at) {
        if (!place) place = at;
    }

    std::string_view text_;
    std::size_t at_ = 0, parts_ = 1;
    bool open_ = false;
    std::vector<Bracket> brackets_;  ///< those open
    Outline outline_;
};

}  // namespace

std::optional<std::size_t> Outline::statement_at(std::size_t at) const {
    const auto next =
        std::upper_bound(statements.begin(), statements.end(), at,
                         [](std::size_t byte, const Statement& s) { return byte < s.begin; });
    if (next == statements.begin()) return std::nullopt;
    return static_cast<std::size_t>(next - statements.begin()) - 1;
}

std::optional<std::size_t> Outline::unclosed(std::size_t last) const {
    for (std::size_t i = 0; i <= last; ++i)
        if (statements[i].unclosed) return i;
    return std::nullopt;
}

std::optional<Statement> Outline::header_of(std::size_t statement) const {
    for (std::size_t i = statement; i-- > 0;)
        if (statements[i].is_header) return statements[i];
    return std::nullopt;
}

Statement Outline::extent(std::size_t statement) const {
    auto extent = statements[statement];
    if (!extent.is_header) return extent;
    for (std::size_t i = statement + 1; i < statements.size() && !statements[i].is_header; ++i)
        extent.end = statements[i].end;
    return extent;
}

Outline outline_of(std::string_view text) {
    return Scan(text).outline();
}

}  // namespace granary::read
