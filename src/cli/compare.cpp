/// granary compare A B...

#include "granary/analysis/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

#include "cli/beside.hpp"
#include "cli/commands.hpp"
#include "cli/heading.hpp"
#include "cli/output.hpp"
#include "cli/published.hpp"
#include "granary/analysis/finding.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "granary/write/number.hpp"
#include "granary/write/text.hpp"
#include "granary/write/year_table.hpp"

namespace granary::cli {
namespace {

using F = Figures<double>;

struct CompareOptions {
    std::vector<std::string> scenarios, settings;
    bool quiet = false;
    OutputOptions output;
};

/// One of the scenarios compared: the nation's years.
struct Side {
    std::string argument, letter;
    Scenario scenario;
    std::vector<YearFigures> years;
    Outcome sum;
};

std::string letter_of(std::size_t i) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    return i < letters.size() ? std::string(1, letters[i]) : fmt::format("{}", i + 1);
}

std::vector<Side> run_all(const CompareOptions& options) {
    std::vector<Side> sides;
    for (const auto& argument : options.scenarios) {
        auto scenario = load_scenario(argument, options.settings);
        auto years = yearly(simulate(scenario));
        const auto sum = outcome(years);
        sides.push_back(
            {argument, letter_of(sides.size()), std::move(scenario), std::move(years), sum});
    }
    return sides;
}

struct Quantity {
    std::string_view name;
    int decimals;
    double F::*figure;
};

constexpr Quantity quantities[] = {
    {"ration kg", 0, &F::rural_ration_kg},       {"excess deaths M", 1, &F::excess_deaths_million},
    {"state granary Mt", 1, &F::state_grain_mt}, {"harvest Mt", 1, &F::output_actual_mt},
    {"claimed Mt", 1, &F::output_reported_mt},   {"taken net Mt", 1, &F::procurement_net_mt},
};

std::set<int> all_years(std::span<const Side> sides) {
    std::set<int> years;
    for (const auto& side : sides)
        for (const auto& y : side.years) years.insert(y.year);
    return years;
}

std::string cell(const Side& side, int year, const Quantity& quantity) {
    for (const auto& y : side.years)
        if (y.year == year)
            return fixed(y.figures.*quantity.figure, quantity.decimals) + (y.whole ? "" : "*");
    return {};
}

/// As many quantities side by side as the width of a terminal holds.
std::size_t quantities_abreast(std::size_t sides) {
    constexpr std::size_t columns_of_a_figure = 8;
    return std::max<std::size_t>(1, text_columns / (columns_of_a_figure * sides));
}

std::string years_table(std::span<const Side> sides, std::span<const Quantity> abreast,
                        bool strong) {
    std::vector<TextTable::Column> columns{{"year", "", Align::left}};
    for (std::size_t i = 0; i < abreast.size(); ++i)
        for (const auto& side : sides) columns.push_back({side.letter, ""});
    TextTable table(std::move(columns));
    table.group("", 1);
    for (const auto& quantity : abreast) table.group(std::string(quantity.name), sides.size());
    for (const int year : all_years(sides)) {
        std::vector<std::string> cells{fmt::format("{}", year)};
        for (const auto& quantity : abreast)
            for (const auto& side : sides) cells.push_back(cell(side, year, quantity));
        table.add(std::move(cells));
    }
    return table.text(strong);
}

std::string years_tables(std::span<const Side> sides, bool strong) {
    const std::size_t abreast = quantities_abreast(sides.size());
    std::string text;
    for (std::span<const Quantity> rest(quantities); !rest.empty();) {
        const auto some = rest.first(std::min(abreast, rest.size()));
        text += years_table(sides, some, strong) + '\n';
        rest = rest.subspan(some.size());
    }
    return text;
}

/// A line of the summary: the value of each side, and its difference from the first.
class Summary {
  public:
    Summary(std::span<const Side> sides, bool strong)
        : sides_(sides), strong_(strong), table_(columns()) {}

    void add(std::string name, int decimals, double (*value)(const Outcome&)) {
        std::vector<std::string> cells{std::move(name)};
        const double first = value(sides_.front().sum);
        for (std::size_t i = 0; i < sides_.size(); ++i) {
            const double own = value(sides_[i].sum);
            cells.push_back(fixed(own, decimals));
            if (i > 0) cells.push_back(signed_fixed(own - first, decimals));
        }
        table_.add(std::move(cells));
    }

    void add_year(std::optional<Extreme> Outcome::*extreme) {
        std::vector<std::string> cells{"  in the year"};
        for (std::size_t i = 0; i < sides_.size(); ++i) {
            const auto& found = sides_[i].sum.*extreme;
            cells.push_back(found ? fmt::format("{}", found->year) : "-");
            if (i > 0) cells.emplace_back();
        }
        table_.add(std::move(cells));
    }

    std::string text() const { return table_.text(strong_); }

  private:
    std::vector<TextTable::Column> columns() const {
        std::vector<TextTable::Column> columns{{"whole run", "", Align::left}};
        for (const auto& side : sides_) {
            columns.push_back({side.letter, ""});
            if (columns.size() > 2)
                columns.push_back({fmt::format("{} - {}", side.letter, sides_.front().letter), ""});
        }
        return columns;
    }

    std::span<const Side> sides_;
    bool strong_;
    TextTable table_;
};

double value_or_nan(const std::optional<Extreme>& extreme) {
    return extreme ? extreme->value : std::numeric_limits<double>::quiet_NaN();
}

std::string summary(std::span<const Side> sides, bool strong) {
    Summary text(sides, strong);
    text.add("lowest ration, kg", 0,
             [](const Outcome& o) { return value_or_nan(o.lowest_ration_kg); });
    text.add_year(&Outcome::lowest_ration_kg);
    text.add("excess deaths, rural, M", 1,
             [](const Outcome& o) { return o.excess_deaths_rural_million; });
    text.add("excess deaths, urban, M", 1,
             [](const Outcome& o) { return o.excess_deaths_urban_million; });
    text.add(fmt::format("excess deaths, M (published: {})", published_estimates().range()), 1,
             [](const Outcome& o) { return o.excess_deaths_million; });
    text.add("births lost, M", 1, [](const Outcome& o) { return o.births_lost_million; });
    text.add("procured, net of resale, Mt", 1,
             [](const Outcome& o) { return o.procurement_net_mt; });
    text.add("exported, Mt", 1, [](const Outcome& o) { return o.export_mt; });
    text.add("largest claim over harvest", 2,
             [](const Outcome& o) { return value_or_nan(o.largest_claim); });
    text.add_year(&Outcome::largest_claim);
    return text.text();
}

std::string span_of(const Scenario& scenario) {
    return fmt::format("{} to {}", date_text(scenario.start), date_text(scenario.end));
}

std::string who_is_who(std::span<const Side> sides, const CompareOptions& options) {
    std::string text;
    for (const auto& side : sides)
        text += wrapped(fmt::format("{}  {} ({})", side.letter, title_of(side.scenario),
                                    one_line(side.argument)),
                        text_columns, 3) +
                '\n';
    return text + settings_line(options.settings) + '\n';
}

bool same_span(const Side& a, const Side& b) {
    return a.scenario.start == b.scenario.start && a.scenario.end == b.scenario.end;
}

/// Sums over different spans cannot be compared; a cut year is not a year.
std::string caveats(std::span<const Side> sides) {
    std::string text;
    bool cut = false;
    const auto& first = sides.front();
    for (const auto& side : sides) {
        for (const auto& y : side.years) cut = cut || !y.whole;
        if (same_span(first, side)) continue;
        text +=
            fmt::format("{} runs from {}, {} from {}: their sums do not compare.\n", side.letter,
                        span_of(side.scenario), first.letter, span_of(first.scenario));
    }
    return cut ? "*: only a part of the year was run.\n" + text : text;
}

std::string findings(std::span<const Side> sides) {
    const auto& first = sides.front();
    std::string text;
    for (const auto& side : sides.subspan(1)) {
        if (!same_span(first, side)) continue;
        text += wrapped(comparison(title_of(first.scenario), first.sum, title_of(side.scenario),
                                   side.sum)) +
                '\n';
    }
    return text.empty() ? text : '\n' + text;
}

std::string table_text(std::span<const Side> sides, const CompareOptions& options) {
    const bool strong = options.output.strong();
    auto body = years_tables(sides, strong) + summary(sides, strong);
    if (options.quiet) return body;
    return who_is_who(sides, options) + body + caveats(sides) + findings(sides);
}

std::string csv_text(std::span<const Side> sides, const CompareOptions& options) {
    Csv csv;
    if (!options.quiet) {
        for (const auto& side : sides)
            csv.comment(fmt::format("{}: {}", side.argument, title_of(side.scenario)));
        add_provenance(options.settings, csv);
    }
    csv.row(header_cells(std::array<std::string_view, 2>{"scenario", "year"}));
    for (const auto& side : sides) {
        for (const auto& y : side.years) {
            std::vector<std::string> cells{side.argument, fmt::format("{}", y.year)};
            for (auto& figure : figure_cells(y.figures)) cells.push_back(std::move(figure));
            csv.row(cells);
        }
    }
    return csv.text();
}

void compare_scenarios(const CompareOptions& options) {
    const Format format = options.output.chosen();
    const auto sides = run_all(options);
    emit(options.output,
         format == Format::csv ? csv_text(sides, options) : table_text(sides, options));
}

}  // namespace

void add_compare(CLI::App& app) {
    auto options = std::make_shared<CompareOptions>();
    auto* command = app.add_subcommand("compare", "Run scenarios and lay them side by side");
    command
        ->add_option("scenarios", options->scenarios,
                     "Shipped scenarios' names, or files; the first is what the others differ from")
        ->required()
        ->expected(2, 1 << 20)
        ->type_name("SCENARIO");
    add_output_options(*command, options->output);
    add_settings(*command, options->settings);
    command->add_flag("--quiet", options->quiet, "The tables without titles and finding");
    command->callback([options] { compare_scenarios(*options); });
}

}  // namespace granary::cli
