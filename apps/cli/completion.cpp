#include "cli/completion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <vector>

#include "cli/command_kind.hpp"
#include "granary/document/reference/explanation.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/record/history.hpp"
#include "granary/scenario/levers.hpp"
#include "granary/scenario/parameters.hpp"
#include "granary/state/figures.hpp"
#include "granary/write/study/chart_kinds.hpp"
#include "granary/write/version.hpp"

namespace granary::cli {
namespace {

using Words = std::vector<std::string>;

/// What stands for a value, told by the name that the definition gives it.
struct Vocabulary {
    std::string_view value;
    Words (*words)(const Program&);
    std::string_view more;  ///< of the shell's own, after the words
};

Words scenarios(const Program&) {
    Words words;
    for (const auto& shipped : shipped_scenarios()) words.push_back(shipped.name);
    return words;
}

Words settings(const Program&) {
    Words words;
    for (const auto& row : Lever::table)
        for (const auto* sign : {"=", "*="})
            words.push_back(fmt::format("levers.{}{}", row.name, sign));
    for (const auto& row : Parameter::table)
        words.push_back(fmt::format("parameters.{}=", row.name));
    return words;
}

Words record_names(const Program&) {
    Words words;
    for (const auto& variable : history().variables()) words.push_back(variable.name);
    for (const auto& column : figure_columns<double>) words.emplace_back(column.name);
    words.emplace_back("events");
    return words;
}

Words provinces(const Program&) {
    Words words;
    for (const auto& row : history().provincial()) words.push_back(row.province);
    return words;
}

void add_words(const Kind& kind, Words& words) {
    words.emplace_back(kind.singular);
    words.emplace_back(kind.plural);
    for (auto& name : kind.names()) words.push_back(std::move(name));
}

Words explained(const Program& program) {
    Words words{"model"};
    for (const auto& kind : kinds()) add_words(kind, words);
    add_words(command_kind(program), words);
    return words;
}

Words chart_names(const Program&) {
    Words words;
    for (const auto& kind : all_chart_kinds()) words.emplace_back(kind.name);
    return words;
}

Words commands(const Program& program) {
    return command_kind(program).names();
}

const std::string scenario_files = fmt::format("_granary_files '!*{}'", scenario_suffix);

const Vocabulary vocabularies[] = {
    {"COMMAND", commands, ""},
    {"SCENARIO", scenarios, scenario_files},
    {"SCENARIO|FILE", scenarios, scenario_files},
    {"KEY=VALUE", settings, "compopt -o nospace 2>/dev/null"},
    {"NAME", record_names, ""},
    {"PROVINCE", provinces, ""},
    {"[KIND] NAME", explained, ""},
    {"KIND", chart_names, ""},
    {"FILE", nullptr, "_granary_files"},
};

/// A word that the shell reads as one, whatever it holds; titles of events are not.
bool is_one_word(const std::string& word) {
    return std::all_of(word.begin(), word.end(), [](char c) {
        return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') ||
               std::string_view("_.=*-").find(c) != std::string_view::npos;
    });
}

/// Each once, in order.
std::string offer(const Words& words) {
    std::set<std::string> kept;
    std::copy_if(words.begin(), words.end(), std::inserter(kept, kept.end()), is_one_word);
    return fmt::format("_granary_words '{}'", fmt::join(kept, " "));
}

/// "        'run --format' | 'run -f') ACTION ;;"
std::string case_of(const Words& patterns, std::string_view action) {
    return fmt::format("        {}) {} ;;\n", fmt::join(patterns, " | "), action);
}

/// What is offered for each kind of value.
std::string vocabulary_cases(const Program& program) {
    std::string cases;
    for (const auto& [value, words, more] : vocabularies) {
        std::string action = words == nullptr ? std::string() : offer(words(program));
        if (!action.empty() && !more.empty()) action += "; ";
        action += more;
        cases += case_of({fmt::format("'{}'", value)}, action);
    }
    return cases;
}

/// The shell's command that completes an argument.
std::string completer(const Argument& argument) {
    return argument.choices.empty() ? fmt::format("_granary_value '{}'", argument.value_text())
                                    : offer(argument.choices);
}

Words names_of(const std::vector<Argument>& options) {
    Words names;
    for (const auto& option : options)
        names.insert(names.end(), option.names.begin(), option.names.end());
    return names;
}

/// What follows an option that takes a value.
std::string value_cases(const Command& command, const std::vector<Argument>& options) {
    std::string cases;
    for (const auto& option : options) {
        if (!option.has_value()) continue;
        Words patterns;
        for (const auto& name : option.names)
            patterns.push_back(fmt::format("'{} {}'", command.name, name));
        cases += case_of(patterns, completer(option));
    }
    return cases;
}

std::string word_cases(const Command& command, const std::vector<Argument>& options) {
    std::string cases = case_of({fmt::format("'{} -'*", command.name)}, offer(names_of(options)));
    std::string operands;
    for (const auto& operand : operands_of(command))
        operands += (operands.empty() ? "" : "; ") + completer(operand);
    return operands.empty() ? cases
                            : cases + case_of({fmt::format("'{} '*", command.name)}, operands);
}

constexpr std::string_view script =
    R"(# bash completion of granary {version}, printed by: granary completion bash
_granary_words() {{
    mapfile -t -O ${{#COMPREPLY[@]}} COMPREPLY < <(compgen -W "$1" -- "$word")
}}

# Folders, and the files that the filter does not exclude.
_granary_files() {{
    compopt -o filenames 2>/dev/null
    mapfile -t -O ${{#COMPREPLY[@]}} COMPREPLY < <(compgen -d -- "$word")
    mapfile -t -O ${{#COMPREPLY[@]}} COMPREPLY < <(
        compgen -f -X "${{1-}}" -- "$word" | while IFS= read -r file; do
            [[ -d $file ]] || printf '%s\n' "$file"
        done)
}}

# What may stand for a value of the kind $1.
_granary_value() {{
    case $1 in
{vocabularies}    esac
}}

_granary() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}}
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        {first}
        return
    fi
    # bash cuts "--format=csv" in three.
    if [[ $word == = ]]; then
        word=
        [[ $before == -* ]] || return
    elif [[ $before == = ]]; then
        before=${{COMP_WORDS[COMP_CWORD - 2]}}
        [[ $before == -* ]] || return
    fi
    case "${{COMP_WORDS[1]}} $before" in
{values}        *) _granary_word ;;
    esac
}}

_granary_word() {{
    case "${{COMP_WORDS[1]}} $word" in
{words}    esac
}}

complete -F _granary granary
)";

}  // namespace

std::string bash_completion(const Program& program) {
    std::string values, words;
    for (const auto& command : program.commands) {
        if (command.hidden) continue;
        const auto options = options_of(program, command);
        values += value_cases(command, options);
        words += word_cases(command, options);
    }
    auto first = names_of({program.help, program.version});
    for (auto& name : commands(program)) first.push_back(std::move(name));
    return fmt::format(script, fmt::arg("version", version()), fmt::arg("first", offer(first)),
                       fmt::arg("vocabularies", vocabulary_cases(program)),
                       fmt::arg("values", values), fmt::arg("words", words));
}

}  // namespace granary::cli
