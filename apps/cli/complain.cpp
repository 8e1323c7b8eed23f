#include "cli/complain.hpp"

#include <string>

#include "write/terminal.hpp"

namespace granary::cli {
namespace {

constexpr std::string_view who = "granary";

std::string lines_of(const ScenarioError& error) {
    std::string text;
    for (const auto& problem : error.problems)
        text += terminal::lines_of(who, ScenarioError::describe(problem)) +
                ScenarioError::mark(problem);
    return text;
}

}  // namespace

void note(std::string_view message) {
    terminal::tell(who, message);
}

int complain(std::string_view message, ErrorClass which) {
    note(message);
    return static_cast<int>(which);
}

int complain(const Error& error) {
    const auto* scenario = dynamic_cast<const ScenarioError*>(&error);
    if (scenario)
        terminal::tell_lines(lines_of(*scenario));
    else
        note(error.what());
    return static_cast<int>(error.error_class);
}

}  // namespace granary::cli
