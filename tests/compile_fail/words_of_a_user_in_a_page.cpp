// What a user wrote becomes HTML by escaping it: without, a page does not compile.
// expect: (no match|no viable|invalid operands|no matching)
#include <string>

#include "granary/write/html.hpp"

using namespace granary;

HtmlText use(const std::string& title) {
    HtmlText page = Literal<InHtml>("<h1>");
#ifdef GRANARY_MUST_NOT_COMPILE
    page += title;
#else
    page += html::escaped(title);
#endif
    return page + "</h1>";
}
