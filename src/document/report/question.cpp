/// What is asked, what came of it, and what cannot be said.

#include <fmt/format.h>

#include <algorithm>

#include "document/report/sections.hpp"
#include "granary/analysis/finding.hpp"
#include "granary/analysis/tolls.hpp"
#include "granary/document/chain_table.hpp"
#include "granary/document/differences.hpp"
#include "granary/document/heading.hpp"
#include "granary/foundation/unit_style.hpp"
#include "granary/record/published.hpp"
#include "granary/write/html.hpp"
#include "granary/write/number.hpp"

namespace granary::report {
namespace {

/// "<p><strong>Undoes.</strong> ...</p>"
HtmlText told_part(std::string_view label, std::string_view words) {
    if (words.empty()) return {};
    std::string capital(label);
    if ('a' <= capital[0] && capital[0] <= 'z') capital[0] += 'A' - 'a';
    return filled<InHtml>("<p><strong>{}.</strong> {}</p>\n", html::escaped(capital),
                          html::escaped(one_line(words)));
}

HtmlText story(const ReportContent& content, std::size_t run) {
    const auto& scenario = content.compared[run].scenario;
    HtmlText text = html::element("h3", name_of(content, run));
    text += html::paragraph(one_line(scenario.summary));
    const bool only_background = run == 0 && content.compared.size() > 1;
    if (only_background) return text;
    for (const auto& part : story_parts)
        if (part.text != &Story::cannot_say && part.text != &Story::surprise)
            text += told_part(part.label, scenario.story.*part.text);
    return text;
}

/// The finding of the first run, and what each other one changes.
HtmlText findings(const ReportContent& content) {
    HtmlText text =
        html::paragraph(one_line(finding(content.runs.front().scenario, content.runs.front().run)));
    const auto& first = content.compared.front();
    for (std::size_t i = 1; i < content.compared.size(); ++i) {
        const auto& run = content.compared[i];
        if (const auto* against = held_against(content.compared, run))
            text += html::paragraph(finding_of(*against, run));
        else if (!same_span(first, run))
            text += html::paragraph(
                fmt::format("{} runs over another span of time: its sums do not compare.",
                            name_of(content, i)));
    }
    return text;
}

/// Results that surprise, explained from the flows.
HtmlText surprises(const ReportContent& content) {
    HtmlText text;
    for (std::size_t i = 0; i < content.compared.size(); ++i)
        text += told_part(name_of(content, i), content.compared[i].scenario.story.surprise);
    return text;
}

/// An extreme stands with its year.
std::string measure_text(const RunMeasure& measure, const ComparedRun& run) {
    auto value = fixed(told_of(measure, run), unit_style(measure.unit).decimals);
    const auto extreme = measure.extreme(run.years);
    return extreme ? fmt::format("{} ({})", value, extreme->when()) : value;
}

std::string change_text(const RunMeasure& measure, const ComparedRun& first,
                        const ComparedRun& run) {
    return signed_fixed(told_of(measure, run) - told_of(measure, first),
                        unit_style(measure.unit).decimals);
}

/// A row for each scenario and for what it changes, a column for each figure.
TextTable outcomes(const ReportContent& content) {
    std::vector<TextTable::Column> columns{{"scenario", "", Align::left}};
    const auto measures = compared_measures();
    for (const auto& measure : measures) columns.push_back({measure.heading(), ""});
    TextTable table(std::move(columns));
    const auto& first = content.compared.front();
    for (std::size_t i = 0; i < content.compared.size(); ++i) {
        const auto& run = content.compared[i];
        std::vector<std::string> own{name_of(content, i)};
        for (const auto& measure : measures) own.push_back(measure_text(measure, run));
        table.add(std::move(own));
        if (i == 0 || !same_span(first, run)) continue;
        std::vector<std::string> change{fmt::format("{} - {}", run.letter, first.letter)};
        for (const auto& measure : measures) change.push_back(change_text(measure, first, run));
        table.add(std::move(change));
    }
    return table;
}

std::string deaths_note(const ReportContent& content) {
    return fmt::format("M: million. {} What authors have counted stands under What is on record.",
                       reading_note(readings_of(content.compared)));
}

}  // namespace

std::string name_of(const ReportContent& content, std::size_t run) {
    const auto title = title_of(content.compared[run].scenario);
    return content.compared.size() == 1
               ? title
               : fmt::format("{}: {}", content.compared[run].letter, title);
}

HtmlText question(const ReportContent& content) {
    HtmlText text =
        html::paragraph(content.compared.size() == 1
                            ? "What became of the grain and of the people?"
                            : "What would have become of the grain and of the people, had it "
                              "been decided otherwise?");
    for (std::size_t i = 0; i < content.compared.size(); ++i) text += story(content, i);
    if (!content.settings.empty())
        text +=
            told_part("set beside the files", fmt::format("{}", fmt::join(content.settings, ", ")));
    return html::section("question", "The question", text);
}

HtmlText answer(const ReportContent& content) {
    return html::section("answer", "What the model answers",
                         findings(content) +
                             html::table(outcomes(content), "The whole run of each") +
                             html::paragraph(deaths_note(content)) + surprises(content));
}

HtmlText year_by_year(const ReportContent& content) {
    HtmlText text;
    for (std::size_t i = 0; i < content.compared.size(); ++i)
        for (const auto& [area, table] :
             chain_tables(content.runs[i].scenario, content.runs[i].run, Every::year))
            text += html::table(table, content.runs[i].scenario.regions.size() > 1
                                           ? fmt::format("{}, {}", name_of(content, i), area)
                                           : name_of(content, i));
    auto notes = chain_notes(content.runs.front().scenario, content.runs.front().run, Every::year,
                             content.compared.front().tolls);
    for (const auto& run : content.runs)
        if (const auto star = star_note(run.run, Every::year);
            star && std::find(notes.begin(), notes.end(), *star) == notes.end())
            notes.push_back(*star);
    for (const auto& note : notes)
        text += filled<InHtml>("<p class=\"note\">{}</p>\n", html::escaped(note));
    return html::section("years", "Year by year", text);
}

HtmlText changed_lines(const ReportContent& content) {
    HtmlText text;
    for (std::size_t i = 1; i < content.compared.size(); ++i) {
        TextTable table({{"lever or constant", "", Align::left},
                         {"unit", "", Align::left},
                         {"in " + name_of(content, 0), "", Align::left},
                         {"here", "", Align::left},
                         {"source of what stands here", "", Align::left}});
        for (auto& d : differences(content.compared.front().scenario, content.compared[i].scenario))
            table.add({d.name, d.unit, d.before, d.after,
                       d.source.empty() ? "no source but what its file says, below" : d.source});
        text += table.rows().empty()
                    ? html::paragraph(name_of(content, i) + " decides nothing otherwise.")
                    : html::table(table, name_of(content, i));
    }
    if (text.empty()) return text;
    return html::section("changes", "What is decided otherwise", text);
}

HtmlText limits(const ReportContent& content) {
    HtmlText text = html::paragraph(
        "This is one account of the famine. It is fitted to registered deaths, which miss many, "
        "and "
        "its equations were designed with the whole record in view, so that agreement within "
        "1957-62 flatters it. Sown area, labour, weather, verification and migration are inputs: a "
        "what-if leaves out how people would have answered it. A region of a shipped scenario is "
        "an "
        "illustration and no province. Differences between two runs say more than the figures of "
        "one.");
    for (std::size_t i = 0; i < content.compared.size(); ++i) {
        const auto& words = content.compared[i].scenario.story.cannot_say;
        if (!words.empty()) text += told_part(name_of(content, i), words);
    }
    return html::section("limits", "What the model cannot say", text);
}

}  // namespace granary::report
