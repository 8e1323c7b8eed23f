#include <fmt/format.h>

#include "cli/check.hpp"
#include "cli/in_quotes.hpp"

namespace granary::cli {
namespace {

/// A line or column; null where it is not known.
std::string number_of(unsigned number) {
    return number == 0 ? "null" : fmt::format("{}", number);
}

std::string object_of(const Problem& problem) {
    const auto& [file, line, column, end_column] = problem.place;
    const auto& text = problem.excerpt.line;
    return fmt::format(
        R"({{"file": {}, "line": {}, "column": {}, "end_column": {}, "severity": "error", )"
        R"("message": {}, "text": {}}})",
        in_quotes(file), number_of(line), number_of(column), number_of(end_column),
        in_quotes(problem.message), text.empty() ? "null" : in_quotes(text));
}

std::string object_of(const Read& read) {
    return fmt::format(
        R"({{"title": {}, "start": "{}", "end": "{}", "regions": {}, "levers_set": {}, )"
        R"("parameters_set": {}}})",
        in_quotes(read.title), read.start, read.end, read.regions, read.levers, read.parameters);
}

std::string object_of(const Checked& checked) {
    std::string problems;
    for (const auto& problem : checked.problems)
        problems += (problems.empty() ? "\n        " : ",\n        ") + object_of(problem);
    return fmt::format(
        R"({{"argument": {}, "ok": {}, "exit_code": {}, "read": {}, "problems": [{}]}})",
        in_quotes(checked.argument), checked.exit_code == 0, checked.exit_code,
        checked.read ? object_of(*checked.read) : "null", problems);
}

}  // namespace

std::string check_json(const std::vector<Checked>& all) {
    std::string results;
    bool ok = true;
    for (const auto& checked : all) {
        results += (results.empty() ? "\n    " : ",\n    ") + object_of(checked);
        ok = ok && checked.exit_code == 0;
    }
    return fmt::format(
        "{{\n  \"format\": \"granary-check-1\",\n  \"ok\": {},\n  \"results\": [{}\n  ]\n}}\n", ok,
        results);
}

}  // namespace granary::cli
