#pragma once
/// Pieces of an HTML page that is read without a script: text escaped, tables that a screen reader
/// can follow.

#include <string>
#include <string_view>

#include "granary/foundation/api.hpp"
#include "granary/write/text.hpp"

namespace granary::html {

/// Text with its markup escaped; what is no text of XML is replaced.
GRANARY_API std::string escaped(std::string_view words);

/// "<p>words</p>", escaped; empty where there are no words.
GRANARY_API std::string paragraph(std::string_view words);

/// Lines as they stand, for what is code or typed at a terminal.
GRANARY_API std::string preformatted(std::string_view lines);

/// An element of the name around text that is escaped here.
GRANARY_API std::string element(std::string_view name, std::string_view words);

/// A table under its caption, which may be empty. Columns that are aligned left are text, the first
/// of them names the row.
GRANARY_API std::string table(const TextTable& table, std::string_view caption);

/// A picture as it is, to be kept on one printed page.
GRANARY_API std::string figure(std::string_view svg);

/// A part of the page under a heading. `id` is a word that links name; `body` is HTML.
GRANARY_API std::string section(std::string_view id, std::string_view heading,
                                std::string_view body);

/// The whole page: it may fetch nothing and run nothing. `style` is CSS, `body` is HTML.
GRANARY_API std::string page(std::string_view title, std::string_view style, std::string_view body);

}  // namespace granary::html
