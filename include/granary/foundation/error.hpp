#pragma once
/// The family of errors. Each class of error has its own exit code in the command.

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "granary/foundation/api.hpp"

namespace granary {

/// What went wrong, in classes a caller can act on; the value is the command's exit code.
enum class ErrorClass : int {
    internal = 1,     ///< a fault of granary itself
    usage = 2,        ///< the command line does not parse
    scenario = 3,     ///< a scenario file (or a --set) has problems
    not_found = 4,    ///< no scenario, variable, lever, ... of that name
    file = 5,         ///< a file cannot be read or written, or memory is used up
    integration = 6,  ///< the run left the range in which the equations hold
    record = 7,       ///< the historical record is malformed
};

/// What everything that granary throws derives from; what() is the message.
struct GRANARY_API Error : std::runtime_error {
    Error(ErrorClass which, const std::string& message)
        : std::runtime_error(message), error_class(which) {}
    ErrorClass error_class;
};

/// A name that nothing answers to; the message names the nearest one that exists.
struct GRANARY_API NotFound : Error {
    explicit NotFound(const std::string& message) : Error(ErrorClass::not_found, message) {}
};

/// A file that cannot be read or written.
struct GRANARY_API FileError : Error {
    explicit FileError(const std::string& message) : Error(ErrorClass::file, message) {}
};

/// A malformed row of the record: "data/national.csv:17: ...".
struct GRANARY_API RecordError : Error {
    explicit RecordError(const std::string& message) : Error(ErrorClass::record, message) {}
};

/// Where in which text. Line and column count characters from 1; 0 where there is none: of a whole
/// file both, of a text of one line (a --set) the line.
struct Place {
    std::string file;
    unsigned line = 0;
    unsigned column = 0;
    unsigned end_column = 0;  ///< just past its end in the same line; 0 where that is not known
};

/// The line that a place is in, fit to be shown: cut around the place where it is long ("..."),
/// without tabs and control characters.
struct Excerpt {
    std::string line;     ///< empty where there is no line to show
    unsigned before = 0;  ///< columns of a terminal before the place
    unsigned width = 1;   ///< columns that the place takes
};

/// One thing that is wrong with a text, and where.
struct Problem {
    Place place;
    std::string message;
    Excerpt excerpt{};
};

/// All problems of a scenario and of its parents at once, in the order of the text.
struct GRANARY_API ScenarioError : Error {
    explicit ScenarioError(std::vector<Problem> found)
        : Error(ErrorClass::scenario, summary(found)), problems(std::move(found)) {}
    std::vector<Problem> problems;

    /// "file:line:column: message", without what is not known.
    static std::string describe(const Problem& problem) {
        std::string text = problem.place.file;
        for (const unsigned number : {problem.place.line, problem.place.column}) {
            if (number == 0) continue;
            text += ':';
            text += std::to_string(number);
        }
        return text.empty() ? problem.message : text + ": " + problem.message;
    }

    /// The line with its number and the place marked below it, two lines; empty without a line.
    static std::string mark(const Problem& problem) {
        const auto& [line, before, width] = problem.excerpt;
        if (line.empty()) return {};
        std::string number = problem.place.line == 0 ? "" : std::to_string(problem.place.line);
        if (number.size() < 4) number.insert(0, 4 - number.size(), ' ');
        return number + " | " + line + '\n' + std::string(number.size(), ' ') + " | " +
               std::string(before, ' ') + std::string(width, '^') + '\n';
    }

  private:
    static std::string summary(const std::vector<Problem>& problems) {
        std::string text;
        for (const auto& problem : problems) {
            if (!text.empty()) text += '\n';
            text += describe(problem);
        }
        return text;
    }
};

/// A step that would leave the model's range: names time, room and stock, and a step to try.
struct GRANARY_API IntegrationError : Error {
    explicit IntegrationError(const std::string& message)
        : Error(ErrorClass::integration, message) {}
};

}  // namespace granary
