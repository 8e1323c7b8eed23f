// A document of Markdown is put together of literals and escaped text: words as a user wrote them
// do not stand in its patterns.
// expect: (no matching|constraint|no member|request for member)
#include <string>

#include "write/markdown.hpp"

using namespace granary;

MarkdownText use(const std::string& name) {
#ifdef GRANARY_MUST_NOT_COMPILE
    return filled<InMarkdown>("## {}\n", name);
#else
    return filled<InMarkdown>("## {}\n", markdown::escaped(name));
#endif
}
