// Markup stands in the source: a text that is known only when the program runs is none.
// expect: (not a constant expression|non-constant|call to consteval function)
#include <string>

#include "granary/write/safe_text.hpp"

using namespace granary;

HtmlText use(const char (&words)[4]) {
#ifdef GRANARY_MUST_NOT_COMPILE
    return Literal<InHtml>(words);
#else
    return words[0] == 'p' ? Literal<InHtml>("<p>") : Literal<InHtml>("<br>");
#endif
}
