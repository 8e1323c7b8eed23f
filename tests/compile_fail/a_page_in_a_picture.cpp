// Text that is safe in one format is not safe in another.
// expect: (no match|no viable|no known conversion|cannot convert|could not convert|invalid init)
#include "granary/write/html.hpp"

using namespace granary;

HtmlText use(const HtmlText& page, const SvgText& picture) {
#ifdef GRANARY_MUST_NOT_COMPILE
    return html::figure(page) + html::figure(picture);
#else
    return page + html::figure(picture);
#endif
}
