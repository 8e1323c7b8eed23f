#include "cli/complain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <string>

#include "granary/foundation/plain_text.hpp"

namespace granary::cli {
namespace {

std::string lines_of(std::string_view message) {
    std::string text;
    while (!message.empty()) {
        const auto end = std::min(message.find('\n'), message.size());
        text += fmt::format("granary: {}\n",
                            shown_name(message.substr(0, end), limit::message_line.most));
        message.remove_prefix(std::min(end + 1, message.size()));
    }
    return text;
}

std::string lines_of(const ScenarioError& error) {
    std::string text;
    for (const auto& problem : error.problems)
        text += lines_of(ScenarioError::describe(problem)) + ScenarioError::mark(problem);
    return text;
}

}  // namespace

int complain(std::string_view message, ErrorClass which) {
    std::fputs(lines_of(message).c_str(), stderr);
    return static_cast<int>(which);
}

int complain(const Error& error) {
    const auto* scenario = dynamic_cast<const ScenarioError*>(&error);
    std::fputs((scenario ? lines_of(*scenario) : lines_of(error.what())).c_str(), stderr);
    return static_cast<int>(error.error_class);
}

}  // namespace granary::cli
