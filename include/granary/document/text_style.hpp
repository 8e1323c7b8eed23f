#pragma once
/// How much of a document a terminal is shown, and how.

namespace granary {

/// Of a text with tables.
struct TextStyle {
    bool quiet = false;   ///< the tables alone
    bool strong = false;  ///< headings in bold
};

}  // namespace granary
