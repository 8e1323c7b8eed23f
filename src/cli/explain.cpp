/// granary explain [KIND] NAME

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/entries.hpp"
#include "cli/names.hpp"
#include "cli/output.hpp"
#include "granary/foundation/error.hpp"

namespace granary::cli {
namespace {

using Names = std::vector<std::string>;

struct ExplainOptions {
    Names words;
    std::string markdown;
};

struct Page {
    std::string_view name;
    std::string (*text)();
};

constexpr Page pages[] = {
    {"levers", markdown_levers}, {"symbols", markdown_symbols}, {"scenarios", markdown_scenarios}};

Names page_names() {
    Names names;
    for (const auto& page : pages) names.emplace_back(page.name);
    return names;
}

const Kind* kind_called(std::string_view word) {
    const auto all = kinds();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Kind& kind) {
        return kind.singular == word || kind.plural == word;
    });
    return found == all.end() ? nullptr : &*found;
}

std::string explain_all(const Kind& kind, const Names& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : "\n") + kind.explain(name);
    return text;
}

[[noreturn]] void unknown(std::string_view what, const std::string& word, const Names& names) {
    no_such(what, word, std::vector<std::string_view>(names.begin(), names.end()));
}

std::string explain_of_kind(const Kind& kind, const std::string& word) {
    if (kind.singular == "scenario") return kind.explain(word);  // which may be a user's file
    const auto found = kind.called(word);
    if (found.empty()) unknown(kind.singular, word, kind.names());
    return explain_all(kind, found);
}

/// Every kind is searched: a name may be a lever's and a column's.
std::string explain_any(const std::string& word) {
    std::string text;
    Names known{"model"};
    for (const auto& kind : kinds()) {
        const auto found = kind.called(word);
        if (!found.empty()) text += (text.empty() ? "" : "\n") + explain_all(kind, found);
        for (auto& name : kind.names()) known.push_back(std::move(name));
        known.emplace_back(kind.plural);
    }
    if (text.empty())
        unknown("lever, parameter, scenario, event, stock, flow or figure", word, known);
    return text;
}

std::string explain_words(const Names& words) {
    if (words.empty())
        throw Error(ErrorClass::usage,
                    "a name is needed: granary explain levers, parameters, scenarios, events, "
                    "stocks, flows, figures or model");
    if (words.size() == 1 && words[0] == "model") return explain_model();
    const Kind* kind = kind_called(words[0]);
    const std::string rest = fmt::format("{}", fmt::join(words.begin() + 1, words.end(), " "));
    if (kind != nullptr) return rest.empty() ? kind->list() : explain_of_kind(*kind, rest);
    return explain_any(fmt::format("{}", fmt::join(words, " ")));
}

std::string text_of(const ExplainOptions& options) {
    if (options.markdown.empty()) return explain_words(options.words);
    for (const auto& page : pages)
        if (page.name == options.markdown) return page.text();
    return {};
}

}  // namespace

void add_explain(CLI::App& app) {
    auto options = std::make_shared<ExplainOptions>();
    auto* command = app.add_subcommand(
        "explain",
        "What a lever, parameter, scenario, event, stock, flow or figure is; or the model");
    command
        ->add_option("words", options->words,
                     "A name, with or without its kind before it; a kind alone; or model")
        ->type_name("[KIND] NAME");
    command->add_option("--markdown", options->markdown, "Print a page of the documentation")
        ->check(CLI::IsMember(page_names()));
    command->callback([options] { emit(text_of(*options)); });
}

}  // namespace granary::cli
