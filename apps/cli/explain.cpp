/// granary explain [KIND] NAME

#include <fmt/format.h>

#include <algorithm>

#include "cli/command_kind.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/usage.hpp"
#include "granary/document/reference/explanation.hpp"
#include "granary/document/reference/explanation_json.hpp"
#include "granary/document/reference/markdown.hpp"
#include "granary/foundation/error.hpp"
#include "granary/foundation/nearest.hpp"
#include "granary/record/history.hpp"

namespace granary::cli {
namespace {

using Names = std::vector<std::string>;

bool is_model(const Names& words) {
    return words.size() == 1 && words[0] == "model";
}

struct Page {
    std::string_view name;
    MarkdownText (*text)();
};

constexpr Page pages[] = {{"levers", markdown_levers},
                          {"symbols", markdown_symbols},
                          {"scenarios", markdown_scenarios},
                          {"validation", markdown_validation}};

using Kinds = std::vector<Kind>;

/// Those of the library, and the program's commands.
Kinds kinds_of(const Program& program) {
    Kinds all(kinds().begin(), kinds().end());
    all.push_back(command_kind(program));
    return all;
}

const Kind* kind_called(const Kinds& all, std::string_view word) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Kind& kind) {
        return kind.singular == word || kind.plural == word;
    });
    return found == all.end() ? nullptr : &*found;
}

/// "lever, parameter or command".
std::string all_called(const Kinds& all, std::string_view Kind::*word, Names more) {
    Names words;
    for (const auto& kind : all) words.emplace_back(kind.*word);
    words.insert(words.end(), more.begin(), more.end());
    return enumerated(words, "or");
}

[[noreturn]] void unknown(std::string_view what, const std::string& word, const Names& names) {
    no_such(what, word, std::vector<std::string_view>(names.begin(), names.end()));
}

/// Figures of the record have a command of their own.
void refuse_recorded(const std::string& word) {
    for (const auto& variable : history().variables())
        if (variable.name == word)
            throw NotFound(fmt::format("\"{0}\" is on record: granary data {0}", word));
}

/// What the words stand for: things of a kind, or a whole kind, which is told of in brief.
struct Subject {
    const Kind* kind;
    Names names;
    Detail detail = Detail::whole;
};

Subject subject_of_kind(const Kind& kind, const std::string& word) {
    if (kind.singular == "scenario") return {&kind, {word}};  // which may be a user's file
    const auto found = kind.called(word);
    if (found.empty()) unknown(kind.singular, word, kind.names());
    return {&kind, found};
}

/// Every kind is searched: a name may be a lever's and a column's.
std::vector<Subject> subjects_called(const Kinds& all, const std::string& word) {
    std::vector<Subject> subjects;
    Names known{"model"};
    for (const auto& kind : all) {
        auto found = kind.called(word);
        if (!found.empty()) subjects.push_back({&kind, std::move(found)});
        for (auto& name : kind.names()) known.push_back(std::move(name));
        known.emplace_back(kind.plural);
    }
    if (subjects.empty()) refuse_recorded(word);
    if (subjects.empty()) unknown(all_called(all, &Kind::singular, {}), word, known);
    return subjects;
}

std::vector<Subject> subjects_of(const Kinds& all, const Names& words) {
    if (words.empty())
        wrong("a name is needed: granary explain " + all_called(all, &Kind::plural, {"model"}));
    const Kind* kind = kind_called(all, words[0]);
    const std::string rest = fmt::format("{}", fmt::join(words.begin() + 1, words.end(), " "));
    if (kind == nullptr) return subjects_called(all, fmt::format("{}", fmt::join(words, " ")));
    if (rest.empty()) return {{kind, kind->names(), Detail::brief}};
    return {subject_of_kind(*kind, rest)};
}

std::string in_words(const Subject& subject) {
    if (subject.detail == Detail::brief) return subject.kind->list();
    std::string text;
    for (const auto& name : subject.names)
        text += (text.empty() ? "" : "\n") + subject.kind->explain(name);
    return text;
}

std::string in_words(const Kinds& all, const Names& words) {
    if (is_model(words)) return explain_model();
    std::string text;
    for (const auto& subject : subjects_of(all, words))
        text += (text.empty() ? "" : "\n") + in_words(subject);
    return text;
}

std::string in_json(const Kinds& all, const Names& words) {
    if (is_model(words)) return explanation_json(std::vector<Explained>{explained_model()});
    std::vector<Explained> told;
    for (const auto& [kind, names, detail] : subjects_of(all, words)) {
        if (kind->singular == "command")
            wrong("commands are explained in words alone: leave out --format json");
        for (const auto& name : names)
            for (auto& one : explained(kind->singular, name, detail))
                told.push_back(std::move(one));
    }
    return explanation_json(told);
}

std::string text_of(const ExplainOptions& options, const Program& program) {
    const bool json = options.output.chosen() == Format::json;
    const auto all = kinds_of(program);
    if (options.markdown.empty())
        return json ? in_json(all, options.words) : in_words(all, options.words);
    if (!options.words.empty()) wrong("--markdown prints a whole page: give no NAME");
    if (json)
        wrong(fmt::format("--markdown does not go with the suffix of {}", options.output.file));
    return std::find_if(std::begin(pages), std::end(pages),
                        [&](const Page& page) { return page.name == options.markdown; })
        ->text()
        .text();
}

}  // namespace

std::vector<std::string> markdown_page_names() {
    Names names;
    for (const auto& page : pages) names.emplace_back(page.name);
    return names;
}

void explain(const ExplainOptions& options, const Program& program) {
    emit(options.output, text_of(options, program));
}

}  // namespace granary::cli
