#include "granary/document/check_json.hpp"

#include <algorithm>

#include "granary/write/json.hpp"

namespace granary {
namespace {

/// A line or column; null where it is not known.
Json number_of(unsigned number) {
    return number == 0 ? Json() : Json(number);
}

Json problem_json(const Problem& problem) {
    const auto& [file, line, column, end_column] = problem.place;
    const auto& text = problem.excerpt.line;
    return JsonObject()
        .add("file", file)
        .add("line", number_of(line))
        .add("column", number_of(column))
        .add("end_column", number_of(end_column))
        .add("severity", "error")
        .add("message", problem.message)
        .add("text", text.empty() ? Json() : Json(text));
}

Json read_json(const Read& read) {
    return JsonObject()
        .add("title", read.title)
        .add("start", read.start)
        .add("end", read.end)
        .add("regions", read.regions)
        .add("levers_set", read.levers)
        .add("parameters_set", read.parameters);
}

Json checked_json(const Checked& checked) {
    return JsonObject()
        .add("argument", checked.argument)
        .add("ok", checked.exit_code == 0)
        .add("exit_code", checked.exit_code)
        .add("read", checked.read ? read_json(*checked.read) : Json())
        .add("problems", json_list(checked.problems, problem_json));
}

}  // namespace

std::string check_json(const std::vector<Checked>& all) {
    const bool ok = std::all_of(all.begin(), all.end(),
                                [](const Checked& checked) { return checked.exit_code == 0; });
    return json_text(JsonObject()
                         .add("format", "granary-check-1")
                         .add("ok", ok)
                         .add("results", json_list(all, checked_json)));
}

}  // namespace granary
