// Escaped text and numbers stand in a pattern of markup; words as a user wrote them do not.
// expect: (no matching|constraint|no member|request for member)
#include <string>

#include "granary/write/html.hpp"

using namespace granary;

HtmlText use(const std::string& title) {
#ifdef GRANARY_MUST_NOT_COMPILE
    return filled<InHtml>("<h1>{}</h1>", title);
#else
    return filled<InHtml>("<h1>{}</h1>", html::escaped(title));
#endif
}
