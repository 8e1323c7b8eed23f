/// docs/validation.md: what no reading was fitted to, and what each says of it.

#include "document/reference/validation_parts.hpp"
#include "granary/document/reference/markdown.hpp"
#include "granary/read/reading_file.hpp"
#include "write/markdown.hpp"

namespace granary {

MarkdownText markdown_validation() {
    const auto readings = shipped_readings();
    return Literal<InMarkdown>(
               "# What was not fitted\n\nMade by `granary explain --markdown validation`: every "
               "figure is of a run made for it.\n\n") +
           validation::fits(readings) + "\n" + validation::savings(readings) + "\n" +
           validation::places(readings) + "\n" + validation::claims(readings) + "\n" +
           validation::priors(readings) + "\n" + validation::ends(readings) + "\n" +
           validation::pairs_of_levers();
}

}  // namespace granary
