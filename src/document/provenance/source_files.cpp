#include "granary/document/provenance/source_files.hpp"

#include <algorithm>
#include <iterator>

namespace granary {

std::vector<SourceText> source_files(const Scenario& scenario) {
    const auto& all = scenario.sources;
    std::vector<SourceText> own;
    std::copy_if(all.begin(), all.end(), std::back_inserter(own),
                 [](const SourceText& source) { return source.from != SourceText::From::shipped; });
    if (!own.empty()) return own;
    const auto last = std::find_if(all.rbegin(), all.rend(),
                                   [](const SourceText& source) { return !source.of_constants; });
    if (last != all.rend()) own.push_back(*last);
    return own;
}

}  // namespace granary
