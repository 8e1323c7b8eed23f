#include "cli/command_kind.hpp"

#include <fmt/format.h>

#include "granary/document/sheet.hpp"
#include "granary/write/text.hpp"

namespace granary::cli {
namespace {

/// "-o, --output FILE"; of an operand its value alone.
std::string term(const Argument& argument) {
    if (argument.is_operand()) return argument.value_text();
    const auto names = fmt::format("{}", fmt::join(argument.names, ", "));
    return argument.has_value() ? names + ' ' + argument.value_text() : names;
}

std::string usage(const Program& program, const Command& command) {
    auto text = fmt::format("{} {}", program.name, command.name);
    for (const auto& operand : operands_of(command)) {
        const auto word = operand.value_text() + (operand.is_repeated() ? "..." : "");
        text += operand.required ? ' ' + word : fmt::format(" [{}]", word);
    }
    return text + " [OPTION...]";
}

std::string sheet_of(const Program& program, const Command& command) {
    Sheet sheet(fmt::format("command {}", command.name));
    sheet.add("meaning", command.meaning);
    sheet.add("usage", usage(program, command));
    TextTable table({{"argument", "", Align::left}, {"meaning", "", Align::left}});
    for (const auto& operand : operands_of(command)) table.add({term(operand), operand.meaning});
    for (const auto& option : options_of(program, command))
        table.add({term(option), option.meaning});
    return sheet.text() + '\n' + table.text();
}

std::string list_of(const Program& program) {
    TextTable table({{"name", "", Align::left}, {"meaning", "", Align::left}});
    for (const auto& command : program.commands)
        if (!command.hidden) table.add({command.name, command.meaning});
    return table.text();
}

std::vector<std::string> names_of(const Program& program) {
    std::vector<std::string> names;
    for (const auto& command : program.commands)
        if (!command.hidden) names.push_back(command.name);
    return names;
}

}  // namespace

Kind command_kind(const Program& program) {
    const auto* p = &program;
    return {"command",
            "commands",
            [p] { return names_of(*p); },
            [p](std::string_view word) {
                auto names = names_of(*p);
                std::erase_if(names, [&](const std::string& name) { return name != word; });
                return names;
            },
            [p] { return list_of(*p); },
            [p](std::string_view name) { return sheet_of(*p, p->command(name)); }};
}

}  // namespace granary::cli
