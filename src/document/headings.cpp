#include "granary/document/headings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "granary/foundation/error.hpp"
#include "granary/record/beside.hpp"
#include "granary/record/history.hpp"
#include "granary/state/figures.hpp"

namespace granary {
namespace {

constexpr std::string_view of_the_record = "record";

bool begins_with_words(std::string_view label, std::string_view words) {
    return label.starts_with(words) && (label.size() == words.size() || label[words.size()] == ' ');
}

}  // namespace

std::vector<std::string> figures_headed(std::string_view heading) {
    if (heading == of_the_record)
        return {std::string(ration_beside.column), std::string(deaths_beside.column)};
    std::vector<std::string> figures;
    for (const auto& column : figure_columns<double>)
        if (!heading.empty() && (begins_with_words(column.label, heading) ||
                                 begins_with_words(column.narrow_label(), heading)))
            figures.emplace_back(column.name);
    return figures;
}

std::vector<std::string> variables_headed(std::string_view heading) {
    const auto figures = figures_headed(heading);
    std::vector<std::string> variables;
    for (const auto& alias : year_table_aliases())
        if (std::find(figures.begin(), figures.end(), alias.column) != figures.end())
            variables.emplace_back(alias.variable);
    if (!figures.empty() && variables.empty())
        throw NotFound(
            fmt::format("\"{}\" stands for {} in the tables: a figure of the model, of "
                        "which nothing is on record; granary explain {} tells of it",
                        heading, fmt::join(figures, " and "), heading));
    return variables;
}

}  // namespace granary
