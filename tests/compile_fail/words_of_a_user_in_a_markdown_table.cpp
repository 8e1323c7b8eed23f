// A cell of a Markdown table is escaped text, not words as a user wrote them.
// expect: (no match|no viable|cannot convert|could not convert|no known conversion)
#include <string>

#include "write/markdown.hpp"

using namespace granary;

MarkdownText use(const std::string& source) {
    markdown::Table table({"source"});
#ifdef GRANARY_MUST_NOT_COMPILE
    table.row({source});
#else
    table.row({markdown::escaped(source)});
#endif
    return table.text();
}
