#include "record/variable_table.hpp"

#include <algorithm>
#include <utility>

#include "granary/foundation/split.hpp"

namespace granary {
namespace {

std::string_view section(std::string_view text, std::string_view heading) {
    const auto begin = text.find(heading);
    if (begin == std::string_view::npos) return {};
    text.remove_prefix(begin + heading.size());
    return text.substr(0, text.find("\n## "));
}

std::string strip(std::string_view text, std::string_view unwanted) {
    const auto begin = text.find_first_not_of(unwanted);
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(unwanted) - begin + 1));
}

std::string in_words(std::string name) {
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

/// | `variable` | unit | periods | rows | meaning |
VariableMeaning read_row(std::string group, std::string_view line) {
    auto cells = split(line, '|');
    cells.resize(6);
    VariableMeaning row{std::move(group), strip(cells[1], " `"), strip(cells[2], " "),
                        strip(cells[5], " ")};
    if (row.meaning.empty()) row.meaning = in_words(row.name);
    return row;
}

}  // namespace

std::vector<VariableMeaning> read_variable_table(std::string_view readme) {
    std::vector<VariableMeaning> table;
    std::string group;
    for (const auto line : split(section(readme, "## Variables of national.csv"), '\n')) {
        if (line.starts_with("**")) group = strip(line, "*");
        if (line.starts_with("| `")) table.push_back(read_row(group, line));
    }
    return table;
}

}  // namespace granary
