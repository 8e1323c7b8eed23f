/// What is on record of the figures of a run, source beside source.

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "document/report/sections.hpp"
#include "granary/document/record_columns.hpp"
#include "granary/document/record_listing.hpp"
#include "granary/record/history.hpp"
#include "granary/write/html.hpp"
#include "granary/write/number.hpp"

namespace granary::report {
namespace {

/// Variables that dispute a column of the year table without standing beside it.
constexpr std::string_view disputing[] = {
    "grain_output_western_estimate", "crude_death_rate_corrected", "crude_birth_rate_corrected"};

/// Behind a figure, how far it can be trusted; nothing behind a sourced one.
std::string_view mark(Evidence evidence) {
    switch (evidence) {
        case Evidence::corroborated:
            return " c";
        case Evidence::derived:
            return " d";
        case Evidence::unverified:
            return " u";
        case Evidence::assumed:
            return " a";
        case Evidence::sourced:
            break;
    }
    return "";
}
constexpr std::string_view marks_note =
    "Figures without a letter are sourced; c: corroborated, d: derived, u: unverified, a: assumed. "
    "What these words mean, and the notes to each figure: granary data NAME. Where sources "
    "disagree, none is preferred here.";

std::vector<std::string> variables() {
    std::vector<std::string> names;
    for (const auto& alias : year_table_aliases()) names.emplace_back(alias.variable);
    names.insert(names.end(), std::begin(disputing), std::end(disputing));
    return names;
}

class RecordTable {
  public:
    explicit RecordTable(std::vector<int> years) : years_(std::move(years)), table_(columns()) {}

    /// A row for each source that gives one of the years.
    void add(const std::string& variable) {
        const auto& info = history().variable(variable);
        std::set<std::string> ids;
        for (const auto& o : history().of(variable))
            if (shown(o)) ids.insert(o.source_id);
        for (const auto& id : ids) {
            table_.add(row(info, id));
            sources_.insert(id);
        }
    }

    const TextTable& table() const { return table_; }
    const std::set<std::string>& sources() const { return sources_; }

  private:
    std::vector<TextTable::Column> columns() const {
        std::vector<TextTable::Column> columns{
            {"variable", "", Align::left}, {"unit", "", Align::left}, {"source", "", Align::left}};
        for (const int year : years_) columns.push_back({fmt::format("{}", year), ""});
        return columns;
    }

    bool shown(const Observation& o) const {
        return std::any_of(years_.begin(), years_.end(),
                           [&](int year) { return o.period == fmt::format("{}", year); });
    }

    std::vector<std::string> row(const VariableInfo& info, const std::string& id) const {
        std::vector<std::string> cells{info.name, info.unit, id};
        for (const int year : years_) {
            const auto o = history().observed(info.name, fmt::format("{}", year), id);
            cells.push_back(o ? shortest(o->value) + std::string(mark(o->evidence)) : "");
        }
        return cells;
    }

    std::vector<int> years_;
    TextTable table_;
    std::set<std::string> sources_;
};

HtmlText citations(const std::set<std::string>& ids) {
    HtmlText text = Literal<InHtml>("<dl>\n");
    for (const auto& id : ids) {
        const auto& source = history().source(id);
        text += html::element("dt", id) +
                html::element("dd", fmt::format("{} ({})", source.citation, source.reliability));
    }
    return text + "</dl>\n";
}

}  // namespace

HtmlText record(const ReportContent& content) {
    RecordTable rows(content.runs.front().run.years());
    for (const auto& variable : variables()) rows.add(variable);
    const auto deaths = death_estimates();
    auto sources = rows.sources();
    sources.insert(deaths.sources.begin(), deaths.sources.end());
    return html::section("record", "What is on record",
                         html::table(rows.table(), "Figures of the same thing by source") +
                             html::paragraph(marks_note) + html::table(deaths.table, deaths.title) +
                             html::element("h3", "Sources") + citations(sources));
}

}  // namespace granary::report
