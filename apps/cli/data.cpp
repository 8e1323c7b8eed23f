/// granary data NAME

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/usage.hpp"
#include "granary/document/headings.hpp"
#include "granary/document/record_json.hpp"
#include "granary/foundation/error.hpp"
#include "granary/record/history.hpp"
#include "granary/write/text.hpp"

namespace granary::cli {
namespace {

constexpr std::string_view events_name = "events";

bool is_variable(std::string_view word) {
    const auto known = history().variables();
    return std::any_of(known.begin(), known.end(),
                       [&](const VariableInfo& variable) { return variable.name == word; });
}

/// The counts are of several years, which no variable holds.
bool is_count_of_deaths(std::string_view word) {
    const auto headed = figures_headed(word);
    return word == death_estimates_column ||
           (headed.size() > 0 && headed.front() == death_estimates_column);
}

/// By a name, or by the word over a column of the tables.
std::vector<std::string> variables_called(const std::string& word) {
    if (is_variable(word)) return {word};
    auto headed = variables_headed(word);
    return headed.empty() ? history().variables_named(word) : headed;
}

std::vector<Listing> listings(const DataOptions& options) {
    if (options.list) return {recorded_variables()};
    if (!options.province.empty()) return {recorded_of_province(options.province, options.name)};
    if (options.name == events_name) return {recorded_events()};
    if (is_count_of_deaths(options.name)) return {death_estimates()};
    std::vector<Listing> found;
    for (const auto& name : variables_called(options.name)) found.push_back(recorded(name));
    return found;
}

std::set<std::string_view> provinces() {
    std::set<std::string_view> names;
    for (const auto& p : history().provincial()) names.insert(p.province);
    return names;
}

std::string where_else() {
    return '\n' +
           wrapped(
               fmt::format("Also: granary data {}; granary data {}; granary data --province, one "
                           "of {}.",
                           death_estimates_column, events_name, fmt::join(provinces(), ", "))) +
           '\n';
}

Written text_of(const DataOptions& options) {
    const auto found = listings(options);
    if (options.output.chosen() == Format::csv) return listings_csv(found);
    if (options.output.chosen() == Format::json) return record_json(found);
    std::string text;
    for (const auto& listing : found)
        text += (text.empty() ? "" : "\n") + listing_text(listing, options.output.strong());
    return options.list ? text + where_else() : text;
}

}  // namespace

void show_data(const DataOptions& options) {
    const bool asked = !options.name.empty() || !options.province.empty();
    if (!asked && !options.list) wrong("a variable is needed; granary data --list names them");
    if (asked && options.list) wrong("--list names all variables: give no NAME and no --province");
    emit(options.output, text_of(options));
}

}  // namespace granary::cli
