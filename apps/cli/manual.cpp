#include "cli/manual.hpp"

#include <fmt/format.h>

#include <sstream>
#include <string_view>

#include "granary/write/version.hpp"

namespace granary::cli {
namespace {

/// Text as it stands: no dash becomes a hyphen and no line a macro.
std::string escaped(std::string_view text) {
    std::string safe;
    if (text.starts_with('.') || text.starts_with('\'')) safe += "\\&";
    for (const char c : text) {
        if (c == '-') safe += '\\';
        if (c == '\\')
            safe += "\\e";
        else
            safe += c;
    }
    return safe;
}

std::string strong(std::string_view text) {
    return "\\fB" + escaped(text) + "\\fR";
}

std::string slanted(std::string_view text) {
    return "\\fI" + escaped(text) + "\\fR";
}

std::string sentence(std::string_view text) {
    return escaped(text) + (text.ends_with('.') ? "\n" : ".\n");
}

std::string entry(const std::string& term, const std::string& text) {
    return ".TP\n" + term + '\n' + text;
}

std::string operand_text(const Argument& operand) {
    const auto text = slanted(operand.value_text()) + (operand.is_repeated() ? "..." : "");
    return operand.required ? text : '[' + text + ']';
}

/// "-o, --output FILE"
std::string term_of(const Argument& argument) {
    const auto text = argument.value_text();
    auto value = argument.choices.empty() ? slanted(text) : strong(text);
    if (argument.is_operand()) return value;
    std::string term;
    for (const auto& name : argument.names) term += (term.empty() ? "" : ", ") + strong(name);
    return argument.has_value() ? term + ' ' + value : term;
}

std::string meaning_of(const Argument& argument) {
    std::string text = sentence(argument.meaning);
    if (const auto value = argument.default_text(); !value.empty())
        text += fmt::format("Default: {}.\n", escaped(value));
    return text;
}

std::string command_text(const Program& program, const Command& command) {
    const auto operands = operands_of(command);
    std::string text = ".SS " + strong("granary " + command.name);
    for (const auto& operand : operands) text += ' ' + operand_text(operand);
    text += '\n' + sentence(command.meaning);
    for (const auto& operand : operands) text += entry(term_of(operand), meaning_of(operand));
    for (const auto& option : options_of(program, command))
        text += entry(term_of(option), meaning_of(option));
    return text;
}

/// The lines of the help's footer that begin with a number.
std::string exit_status(const std::string& footer) {
    std::string text;
    std::istringstream lines(footer);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        int code = 0;
        if (!(words >> code)) continue;
        std::string meaning;
        std::getline(words >> std::ws, meaning);
        text += entry(strong(std::to_string(code)), sentence(meaning));
    }
    return text;
}

constexpr std::string_view synopsis = R"(.SH SYNOPSIS
\fBgranary\fR \fICOMMAND\fR [\fIARGUMENT\fR...]
.br
\fBgranary\fR \fB\-\-help\fR|\fB\-\-version\fR
.SH DESCRIPTION
How much grain was harvested, how much was reported, what the state believed and took, what was
left in the villages, and who died of it.
A scenario is a text file; one decision of those years can be changed and the years run again.
Every figure of the record has a source and a grade of evidence, and every run is printed beside it.
)";

constexpr std::string_view closing = R"(.SH ENVIRONMENT
.TP
\fBNO_COLOR\fR, \fBTERM\fR
Where NO_COLOR is set, or TERM is dumb, no heading is set in bold.
.SH EXAMPLES
.TP
\fBgranary run historical\fR
The years as they were, beside the record.
.TP
\fBgranary compare historical honest\-reporting\fR
What false reports changed.
.TP
\fBgranary run historical \-\-set levers.pressure=0 \-o run.csv\fR
A run with one lever changed, as a file of comma-separated values.
)";

}  // namespace

std::string manual_page(const Program& program) {
    std::string page =
        fmt::format(".TH GRANARY 1 \"\" \"granary {}\" \"User Commands\"\n", escaped(version()));
    page += ".SH NAME\ngranary \\- " + escaped(program.meaning) + '\n';
    page += synopsis;
    page += ".SH COMMANDS\n";
    for (const auto& command : program.commands)
        if (!command.hidden) page += command_text(program, command);
    page += ".SH EXIT STATUS\n" + exit_status(program.exit_codes);
    page += closing;
    return page;
}

}  // namespace granary::cli
