#pragma once
/// The definition of the commands, as the manual page and the completion read it: they cannot say
/// anything else than what the command line understands.

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace granary::cli {

/// An option, or what stands without one.
struct Argument {
    std::vector<std::string> names;    ///< "-o", "--output"; none for what stands without option
    std::string value;                 ///< "FILE", "table|csv"; empty for a flag
    std::vector<std::string> choices;  ///< the only values there are, where there is such a list
    std::string meaning, standard;     ///< `standard` is the value where none is given
    bool required = false, repeated = false;
};

struct Definition {
    std::string name, meaning;
    std::vector<Argument> operands, options;
};

/// The commands that are shown, in the order in which they were added.
std::vector<Definition> definitions(const CLI::App& app);

/// The options of an application or command itself.
std::vector<Argument> options_of(const CLI::App& app);

}  // namespace granary::cli
