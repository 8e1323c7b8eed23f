#pragma once
/// A text cut into the statements of TOML, without judging them: for what must be known before the
/// parser sees it, and for going on behind a fault.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace granary::read {

/// A key with its value, or the header of a table; bytes of the text.
struct Statement {
    std::size_t begin = 0, end = 0;
    bool is_header = false;
    std::optional<std::size_t> unclosed{};  ///< the bracket or quote that nothing closes
    std::optional<std::size_t> stray{};     ///< a character of no ASCII outside quotes
};

struct Outline {
    std::vector<Statement> statements;
    /// The first byte that goes past a limit.
    std::optional<std::size_t> too_deep, too_long;

    /// The place in `statements` of the one that byte `at` belongs to, or else of the last before.
    std::optional<std::size_t> statement_at(std::size_t at) const;
    /// The first statement up to `last` with a bracket or quote that nothing closes.
    std::optional<std::size_t> unclosed(std::size_t last) const;
    /// The header above a statement.
    std::optional<Statement> header_of(std::size_t statement) const;
    /// What is lost with a statement: itself, and of a header all up to the next.
    Statement extent(std::size_t statement) const;
};

Outline outline_of(std::string_view text);

}  // namespace granary::read
