/// Where the grain went, and whether the books close.

#include <fmt/format.h>

#include "document/report/sections.hpp"
#include "granary/analysis/grain_uses.hpp"
#include "granary/document/chain_table.hpp"
#include "granary/state/balance.hpp"
#include "granary/write/html.hpp"
#include "granary/write/number.hpp"

namespace granary::report {
namespace {

struct Use {
    std::string_view name;
    double GrainUses::*mt;
};

constexpr Use uses[] = {
    {"harvest", &GrainUses::harvest},
    {"imports", &GrainUses::imports},
    {"from stores", &GrainUses::from_stores},
    {"villages", &GrainUses::served},
    {"seed, feed, spoilage", &GrainUses::seed_feed_spoilage},
    {"work crews", &GrainUses::crews},
    {"towns", &GrainUses::towns},
    {"army, industry", &GrainUses::other},
    {"exports", &GrainUses::exports},
    {"into stores", &GrainUses::into_stores},
};
constexpr std::size_t origins = 3;

TextTable uses_table(const Trajectory<double>& run) {
    std::vector<TextTable::Column> columns{{"year", "", Align::left}};
    for (const auto& use : uses) columns.push_back({std::string(use.name), ""});
    TextTable table(std::move(columns));
    table.group("", 1);
    table.group("came from, Mt", origins);
    table.group("went to, Mt", std::size(uses) - origins);
    for (const auto& period : periods(run, Every::year)) {
        const auto year = grain_uses(run, period.from, period.to);
        std::vector<std::string> cells{period.label + (period.whole_year ? "" : "*")};
        for (const auto& use : uses) cells.push_back(fixed(year.*use.mt, 1));
        table.add(std::move(cells));
    }
    return table;
}

void add_balance(const StockRow& stock, const std::string& where, const Balance& balance,
                 TextTable& table) {
    table.add({std::string(stock.name), where, std::string(stock.unit), fixed(balance.change, 2),
               fixed(balance.inflow, 2), fixed(balance.outflow, 2),
               fmt::format("{:.0e}", balance.imbalance())});
}

/// Every stock over the whole run.
TextTable balances(const ChartRun& content) {
    TextTable table({{"stock", "", Align::left},
                     {"of", "", Align::left},
                     {"unit", "", Align::left},
                     {"change", ""},
                     {"flowed in", ""},
                     {"flowed out", ""},
                     {"unexplained part", ""}});
    const Books books(content.run, 0, content.run.times().size() - 1);
    auto balance = books.balances().begin();
    for (const auto& stock : NationStock::table) add_balance(stock, "the state", *balance++, table);
    for (const auto& region : content.scenario.regions)
        for (const auto& stock : RegionStock::table)
            add_balance(stock, content.scenario.regions.size() > 1 ? one_line(region.name) : "",
                        *balance++, table);
    return table;
}

/// What a star in the table means, where there is one.
HtmlText star_of(const Trajectory<double>& run) {
    const auto star = star_note(run, Every::year);
    return star ? html::paragraph(*star) : HtmlText();
}

}  // namespace

HtmlText flows(const ReportContent& content) {
    HtmlText text;
    for (std::size_t i = 0; i < content.runs.size(); ++i)
        text += html::table(uses_table(content.runs[i].run), name_of(content, i)) +
                star_of(content.runs[i].run);
    text += html::paragraph(
        "Mt of original grain. Both sides have the same sum; stores are the villages' and the "
        "state's together.");
    for (std::size_t i = 0; i < content.runs.size(); ++i)
        text += html::table(balances(content.runs[i]),
                            name_of(content, i) + ": each stock's change against its flows");
    text += html::paragraph(
        "The unexplained part is what the flows leave open, relative to the largest of the three "
        "amounts: the rounding of the arithmetic.");
    return html::section("flows", "Where the grain went, and whether the books close", text);
}

}  // namespace granary::report
