#pragma once
/// What a program's commands and options are, as data. The command line is read by it, and help,
/// manual page, completion and `granary explain` are printed from it: none can say anything else
/// than what is understood.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace granary::cli {

/// What an argument sets; its type is that of the value. A bool is a switch, which has no value;
/// nothing is set by what prints something and ends.
using Target = std::variant<std::monostate, bool*, int*, std::uint64_t*, std::string*,
                            std::vector<std::string>*, std::optional<int>*, std::optional<double>*,
                            std::optional<std::uint64_t>*>;

/// Whole numbers, both allowed.
struct Limits {
    std::uint64_t low = 0, high = 0;
    bool in_help = false;  ///< told beside the name of the value
};

/// An option, or what stands without one.
struct Argument {
    std::vector<std::string> names;  ///< "-o", "--output"; of an operand one without dashes
    Target target = {};
    std::string value = {};                 ///< "FILE"; where empty, that of the target's type
    std::vector<std::string> choices = {};  ///< where there is such a list, the only values
    std::optional<Limits> limits = {};
    std::string meaning = {};
    std::string excludes = {};  ///< an option before this one that does not go with it
    int at_least = 0;           ///< of an operand: so many values; 0: what the target holds
    bool required = false, hidden = false;
    bool shows_default = false;  ///< of what the target holds, where the meaning does not tell it

    bool is_operand() const { return !names.front().starts_with('-'); }
    bool is_repeated() const { return std::holds_alternative<std::vector<std::string>*>(target); }
    bool has_value() const;
    /// "FILE", "table|csv", "NUMBER".
    std::string value_text() const;
    /// What the target holds, where that is shown; else empty.
    std::string default_text() const;
};

struct Program;

struct Command {
    std::string name, meaning;
    std::vector<Argument> arguments;
    /// Does what the targets ask for and returns the exit code.
    std::function<int(const Program&)> run;
    std::string more = {};  ///< below its help, instead of the exit codes
    bool hidden = false;
};

struct Program {
    std::string name, meaning;
    Argument help, version;  ///< `help` is an option of every command too
    std::string exit_codes;
    std::vector<Command> commands;

    std::vector<std::string_view> command_names() const;
    /// Throws NotFound with the nearest name.
    const Command& command(std::string_view wanted) const;
};

/// Those that are not hidden; options with the one for help first.
std::vector<Argument> operands_of(const Command& command);
std::vector<Argument> options_of(const Program& program, const Command& command);

}  // namespace granary::cli
