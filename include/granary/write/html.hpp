#pragma once
/// Pieces of an HTML page that is read without a script: text escaped, tables that a screen reader
/// can follow.

#include <string_view>

#include "granary/foundation/api.hpp"
#include "granary/write/safe_text.hpp"
#include "granary/write/text.hpp"

namespace granary::html {

/// Text with its markup escaped; what is no text of XML is replaced.
GRANARY_API HtmlText escaped(std::string_view words);

/// "<p>words</p>", escaped; empty where there are no words.
GRANARY_API HtmlText paragraph(std::string_view words);

/// Lines as they stand, for what is code or typed at a terminal.
GRANARY_API HtmlText preformatted(std::string_view lines);

/// An element of the name around text that is escaped here.
GRANARY_API HtmlText element(Literal<InHtml> name, std::string_view words);

/// A table under its caption, which may be empty. Columns that are aligned left are text, the first
/// of them names the row.
GRANARY_API HtmlText table(const TextTable& table, std::string_view caption);

/// A picture as it is, to be kept on one printed page.
GRANARY_API HtmlText figure(const SvgText& svg);

/// A part of the page under a heading. `id` is a word that links name.
GRANARY_API HtmlText section(Literal<InHtml> id, std::string_view heading, const HtmlText& body);

/// The whole page: it may fetch nothing, run nothing and send nothing. `style` is CSS.
GRANARY_API HtmlText page(std::string_view title, Literal<InHtml> style, const HtmlText& body);

}  // namespace granary::html
