/// granary explain [KIND] NAME

#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/usage.hpp"
#include "granary/document/entries.hpp"
#include "granary/document/explanation_json.hpp"
#include "granary/foundation/error.hpp"
#include "granary/foundation/nearest.hpp"

namespace granary::cli {
namespace {

using Names = std::vector<std::string>;

bool is_model(const Names& words) {
    return words.size() == 1 && words[0] == "model";
}

struct Page {
    std::string_view name;
    std::string (*text)();
};

constexpr Page pages[] = {
    {"levers", markdown_levers}, {"symbols", markdown_symbols}, {"scenarios", markdown_scenarios}};

const Kind* kind_called(std::string_view word) {
    const auto all = kinds();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Kind& kind) {
        return kind.singular == word || kind.plural == word;
    });
    return found == all.end() ? nullptr : &*found;
}

[[noreturn]] void unknown(std::string_view what, const std::string& word, const Names& names) {
    no_such(what, word, std::vector<std::string_view>(names.begin(), names.end()));
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
std::vector<Subject> subjects_called(const std::string& word) {
    std::vector<Subject> subjects;
    Names known{"model"};
    for (const auto& kind : kinds()) {
        auto found = kind.called(word);
        if (!found.empty()) subjects.push_back({&kind, std::move(found)});
        for (auto& name : kind.names()) known.push_back(std::move(name));
        known.emplace_back(kind.plural);
    }
    if (subjects.empty())
        unknown("lever, parameter, scenario, event, stock, flow or figure", word, known);
    return subjects;
}

std::vector<Subject> subjects_of(const Names& words) {
    if (words.empty())
        wrong(
            "a name is needed: granary explain levers, parameters, scenarios, events, stocks, "
            "flows, figures or model");
    const Kind* kind = kind_called(words[0]);
    const std::string rest = fmt::format("{}", fmt::join(words.begin() + 1, words.end(), " "));
    if (kind == nullptr) return subjects_called(fmt::format("{}", fmt::join(words, " ")));
    if (rest.empty()) return {{kind, kind->names(), Detail::brief}};
    return {subject_of_kind(*kind, rest)};
}

std::string explained(const Subject& subject) {
    if (subject.detail == Detail::brief) return subject.kind->list();
    std::string text;
    for (const auto& name : subject.names)
        text += (text.empty() ? "" : "\n") + subject.kind->explain(name);
    return text;
}

std::string in_words(const Names& words) {
    if (is_model(words)) return explain_model();
    std::string text;
    for (const auto& subject : subjects_of(words))
        text += (text.empty() ? "" : "\n") + explained(subject);
    return text;
}

std::string in_json(const Names& words) {
    JsonArray entries;
    if (is_model(words)) return explanation_json(entries.add(model_entry()));
    for (const auto& [kind, names, detail] : subjects_of(words))
        for (const auto& name : names) add_entries(kind->singular, name, detail, entries);
    return explanation_json(entries);
}

std::string text_of(const ExplainOptions& options) {
    const bool json = options.output.chosen() == Format::json;
    if (options.markdown.empty()) return json ? in_json(options.words) : in_words(options.words);
    if (!options.words.empty()) wrong("--markdown prints a whole page: give no NAME");
    if (json)
        wrong(fmt::format("--markdown does not go with the suffix of {}", options.output.file));
    return std::find_if(std::begin(pages), std::end(pages),
                        [&](const Page& page) { return page.name == options.markdown; })
        ->text();
}

}  // namespace

std::vector<std::string> markdown_page_names() {
    Names names;
    for (const auto& page : pages) names.emplace_back(page.name);
    return names;
}

void explain(const ExplainOptions& options, const Program&) {
    emit(options.output, text_of(options));
}

}  // namespace granary::cli
