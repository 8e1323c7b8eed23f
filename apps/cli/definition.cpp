#include "cli/definition.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <type_traits>

#include "granary/foundation/nearest.hpp"

namespace granary::cli {
namespace {

std::vector<Argument> shown(const std::vector<Argument>& arguments, bool operands) {
    std::vector<Argument> found;
    std::copy_if(arguments.begin(), arguments.end(), std::back_inserter(found),
                 [&](const Argument& a) { return !a.hidden && a.is_operand() == operands; });
    return found;
}

}  // namespace

bool Argument::has_value() const {
    return !std::holds_alternative<std::monostate>(target) &&
           !std::holds_alternative<bool*>(target);
}

std::string Argument::value_text() const {
    if (!has_value()) return {};
    if (!choices.empty()) return fmt::format("{}", fmt::join(choices, "|"));
    return value.empty() ? "NUMBER" : value;
}

std::string Argument::default_text() const {
    if (!shows_default) return {};
    if (const auto* text = std::get_if<std::string*>(&target)) return **text;
    return fmt::format("{}", *std::get<std::uint64_t*>(target));
}

std::vector<std::string_view> Program::command_names() const {
    std::vector<std::string_view> names;
    for (const auto& command : commands) names.push_back(command.name);
    return names;
}

const Command& Program::command(std::string_view wanted) const {
    for (const auto& command : commands)
        if (command.name == wanted) return command;
    no_such("command", wanted, command_names());
}

std::vector<Argument> operands_of(const Command& command) {
    return shown(command.arguments, true);
}

std::vector<Argument> options_of(const Program& program, const Command& command) {
    auto options = shown(command.arguments, false);
    options.insert(options.begin(), program.help);
    return options;
}

}  // namespace granary::cli
