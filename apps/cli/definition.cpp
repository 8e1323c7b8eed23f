#include "cli/definition.hpp"

#include <fmt/format.h>

#include <string_view>

namespace granary::cli {
namespace {

/// CLI11 describes a list of choices as "TEXT:{table,csv}".
std::vector<std::string> choices_in(std::string_view type) {
    std::vector<std::string> choices;
    const auto open = type.find('{'), close = type.rfind('}');
    if (open == std::string_view::npos || close == std::string_view::npos) return choices;
    auto list = type.substr(open + 1, close - open - 1);
    while (!list.empty()) {
        const auto comma = list.find(',');
        choices.emplace_back(list.substr(0, comma));
        list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
    }
    return choices;
}

/// The name of the value, without what a check adds to it: "UINT:INT in [0 - 1000]".
std::string value_name(std::string_view type, const std::vector<std::string>& choices) {
    if (!choices.empty()) return fmt::format("{}", fmt::join(choices, "|"));
    const auto name = type.substr(0, type.find(':'));
    return name == "UINT" || name == "INT" || name == "FLOAT" ? "NUMBER" : std::string(name);
}

Argument argument_of(const CLI::Option& option) {
    Argument argument;
    for (const auto& name : option.get_snames()) argument.names.push_back('-' + name);
    for (const auto& name : option.get_lnames()) argument.names.push_back("--" + name);
    if (option.get_items_expected_max() > 0) {
        argument.choices = choices_in(option.get_type_name());
        argument.value = value_name(option.get_type_name(), argument.choices);
    }
    argument.meaning = option.get_description();
    argument.standard = option.get_default_str();
    argument.required = option.get_required();
    argument.repeated = option.get_items_expected_max() > 1;
    return argument;
}

/// Those of either sort that are not hidden.
std::vector<Argument> arguments_of(const CLI::App& app, bool operands) {
    std::vector<Argument> arguments;
    for (const auto* option : app.get_options())
        if (!option->get_group().empty() && option->get_positional() == operands)
            arguments.push_back(argument_of(*option));
    return arguments;
}

}  // namespace

std::vector<Argument> options_of(const CLI::App& app) {
    return arguments_of(app, false);
}

std::vector<Definition> definitions(const CLI::App& app) {
    std::vector<Definition> found;
    for (const auto* command : app.get_subcommands({}))
        if (!command->get_group().empty())
            found.push_back({command->get_name(), command->get_description(),
                             arguments_of(*command, true), options_of(*command)});
    return found;
}

}  // namespace granary::cli
