/// The surprises that scenario files explain quote figures of a run. Each figure stands here with
/// what it is a figure of, so that none outlives the run it was read from.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "golden/golden.hpp"
#include "laws/shipped.hpp"

namespace granary::golden {
namespace {

/// The run's own figure, or by how much it is above or below history's.
enum class Kind { own, history, more, less };
using enum Kind;

constexpr int whole_run = 0;

struct Quote {
    std::string scenario;
    std::string text;  ///< as it stands in the surprise, the figure first
    Kind kind;
    std::string column;
    int year = whole_run;
    std::string area = "nation";
};

const std::vector<Quote> quotes = {
    {"historical", "156", own, "rural_ration_kg", 1960},
    {"historical", "154 kg", own, "rural_ration_kg", 1961},
    {"historical", "10.0", own, "excess_deaths_million", 1960},
    {"historical", "2.4 million excess deaths", own, "excess_deaths_million", 1961},

    {"honest-reporting", "17.3 Mt less taken", less, "procurement_net_mt", 1959},
    {"honest-reporting", "21 Mt", own, "state_grain_mt", 1959},
    {"honest-reporting", "44, and", history, "state_grain_mt", 1959},
    {"honest-reporting", "163 kg", own, "urban_ration_kg", 1960},
    {"honest-reporting", "193.", history, "urban_ration_kg", 1960},

    {"statisticians-kept", "9.8 million fewer", less, "excess_deaths_million"},
    {"statisticians-kept", "367 Mt", own, "output_reported_mt", 1958},
    {"statisticians-kept", "44 Mt lower", less, "output_believed_mt", 1959},

    {"lushan-heeded", "9.6", less, "excess_deaths_million"},
    {"lushan-heeded", "15.6 million", history, "excess_deaths_million"},
    {"lushan-heeded", "7.6 million", less, "excess_deaths_million", 1960},
    {"lushan-heeded", "9.3 Mt less", less, "procurement_net_mt", 1959},

    {"no-exports", "2.7 Mt", own, "relief_mt", 1960},
    {"no-exports", "6.6 kg", more, "rural_ration_kg", 1960},
    {"no-exports", "3.0 Mt larger", more, "output_actual_mt", 1960},

    {"early-imports", "5.7 Mt more", more, "import_mt", 1960},
    {"early-imports", "0.7 million people", less, "excess_deaths_million"},
    {"early-imports", "4.5 Mt", more, "state_grain_mt", 1960},

    {"no-steel-campaign", "1.4 million people", less, "excess_deaths_million"},
    {"no-steel-campaign", "4.8 Mt less", less, "crew_grain_mt", 1958},
    {"no-steel-campaign", "3.4 Mt more", more, "output_actual_mt", 1958},
    {"no-steel-campaign", "2.6 Mt more", more, "procurement_net_mt", 1958},
    {"no-steel-campaign", "7.2 Mt fuller", more, "state_grain_mt", 1958},
    {"no-steel-campaign", "26 Mt higher", more, "output_believed_mt", 1958},
    {"no-steel-campaign", "0.3 kg", more, "rural_ration_kg", 1959},

    {"no-communes", "5.5 kg", more, "rural_ration_kg", 1960},
    {"no-communes", "7.4 million fewer", less, "excess_deaths_million", 1960},
    {"no-communes", "13.7 Mt more", more, "output_actual_mt", 1960},

    {"normal-weather", "8.9 Mt", less, "output_actual_mt", 1958},
    {"normal-weather", "4.6 Mt lower", less, "village_grain_mt", 1958},
    {"normal-weather", "5.2 kg lower", less, "rural_ration_kg", 1959},
    {"normal-weather", "1.4", less, "excess_deaths_million"},
    {"normal-weather", "15.6 million", history, "excess_deaths_million"},

    {"flexible-quota", "0.5 million", less, "excess_deaths_million"},
    {"flexible-quota", "1.0 million more", more, "excess_deaths_million", 1959},
    {"flexible-quota", "25 Mt higher", more, "output_believed_mt", 1958},

    {"urban-rural-equal-ration", "0.2 million", less, "excess_deaths_million"},
    {"urban-rural-equal-ration", "0.6 million fewer", less, "excess_deaths_rural_million"},
    {"urban-rural-equal-ration", "0.4 million more", more, "excess_deaths_urban_million"},
    {"urban-rural-equal-ration", "4.3 Mt", less, "town_supply_mt", 1960},
    {"urban-rural-equal-ration", "0.9 Mt", less, "procurement_net_mt", 1960},
    {"urban-rural-equal-ration", "3.2 Mt fuller", more, "state_grain_mt", 1960},

    {"relief-on-sight", "14.6 Mt of relief", own, "relief_mt", 1960},
    {"relief-on-sight", "22 Mt", own, "state_grain_mt", 1960},
    {"relief-on-sight", "165 kg", own, "urban_ration_kg", 1960},
    {"relief-on-sight", "193, and", history, "urban_ration_kg", 1960},
    {"relief-on-sight", "0.8 million more", more, "excess_deaths_urban_million"},
    {"relief-on-sight", "7.1 million fewer", less, "excess_deaths_rural_million"},

    {"no-acreage-cut", "9.9 Mt more", more, "output_actual_mt", 1959},
    {"no-acreage-cut", "3.0 kg", more, "rural_ration_kg", 1959},
    {"no-acreage-cut", "2.7 Mt more", more, "procurement_net_mt", 1959},
    {"no-acreage-cut", "2.1 Mt more", more, "seed_mt", 1959},
    {"no-acreage-cut", "3.7 Mt more", more, "village_grain_mt", 1959},

    {"everything-right", "0.03 million", own, "excess_deaths_million"},
    {"everything-right", "207 kg", own, "rural_ration_kg", 1959},
    {"everything-right", "185 kg", own, "rural_ration_kg", 1962},
    {"everything-right", "179 Mt", own, "output_actual_mt", 1960},
    {"everything-right", "38 million more", more, "population_rural_million", 1962},

    {"everything-wrong-longer", "37.7", own, "procurement_net_mt", 1962},
    {"everything-wrong-longer", "119 Mt", own, "output_actual_mt", 1962},
    {"everything-wrong-longer", "120 kg", own, "rural_ration_kg", 1962},

    {"two-provinces", "30.9 million", own, "excess_deaths_million"},
    {"two-provinces", "15.6,", history, "excess_deaths_million"},
    {"two-provinces", "154 kg", own, "rural_ration_kg", 1960},
    {"two-provinces", "156:", history, "rural_ration_kg", 1960},
    {"two-provinces", "32.7 Mt", own, "procurement_net_mt", 1959, "Zealous"},
    {"two-provinces", "15.8,", own, "procurement_net_mt", 1959, "Modest"},
    {"two-provinces", "130 kg", own, "rural_ration_kg", 1960, "Zealous"},

    {"ladder-of-lies", "169 kg", own, "rural_ration_kg", 1962},
    {"ladder-of-lies", "6 kg more", more, "rural_ration_kg", 1962},
    {"ladder-of-lies", "12.8 Mt less", less, "output_actual_mt", 1962},
    {"ladder-of-lies", "65 million fewer", less, "population_rural_million", 1962},
    {"ladder-of-lies", "7.1 Mt less", less, "procurement_net_mt", 1962},
};

const Golden& run_of(const std::string& scenario) {
    static std::map<std::string, Golden> runs;
    const auto [at, is_new] = runs.try_emplace(scenario);
    if (is_new) at->second = golden_of(scenario);
    return at->second;
}

double figure(const std::string& scenario, const Quote& quote) {
    const auto& run = run_of(scenario);
    const auto column = std::find(run.columns.begin(), run.columns.end(), quote.column);
    EXPECT_NE(column, run.columns.end()) << quote.column;
    double sum = 0;
    for (const auto& line : run.lines)
        if (line.area == quote.area && (quote.year == whole_run || line.year == quote.year))
            sum += line.figures[static_cast<std::size_t>(column - run.columns.begin())];
    return sum;
}

double meant(const Quote& quote) {
    switch (quote.kind) {
        case own:
            return figure(quote.scenario, quote);
        case history:
            return figure("historical", quote);
        case more:
            return figure(quote.scenario, quote) - figure("historical", quote);
        case less:
            return figure("historical", quote) - figure(quote.scenario, quote);
    }
    return std::nan("");
}

/// The figure that begins a text, and half a unit of its last digit.
std::pair<double, double> quoted(const std::string& text) {
    const auto digits = text.substr(0, text.find_first_not_of("0123456789."));
    const auto point = digits.find('.');
    const auto decimals = point == digits.npos ? 0 : digits.size() - point - 1;
    return {std::stod(digits), 0.5 * std::pow(10.0, -static_cast<double>(decimals))};
}

std::vector<Quote> quotes_of(const std::string& scenario) {
    std::vector<Quote> own_quotes;
    for (const auto& quote : quotes)
        if (quote.scenario == scenario) own_quotes.push_back(quote);
    return own_quotes;
}

class Surprise : public ::testing::TestWithParam<std::string> {};

TEST_P(Surprise, QuotesTheFiguresOfTheRun) {
    for (const auto& quote : quotes_of(GetParam())) {
        const auto [value, half] = quoted(quote.text);
        EXPECT_NEAR(meant(quote), value, half * (1 + 1e-9)) << quote.text << ": " << quote.column;
    }
}

/// Years aside, every figure of the text is one that the test above compares.
TEST_P(Surprise, QuotesNoOtherFigure) {
    auto rest = load_scenario(GetParam()).story.surprise;
    EXPECT_THAT(rest, ::testing::Not(::testing::IsEmpty()));
    for (const auto& quote : quotes_of(GetParam())) {
        const auto at = rest.find(quote.text);
        ASSERT_NE(at, rest.npos) << quote.text;
        rest.erase(at, quote.text.size());
    }
    rest = std::regex_replace(rest, std::regex("\\b19[0-9][0-9]\\b"), "");
    EXPECT_THAT(rest, ::testing::Not(::testing::ContainsRegex("[0-9]")));
}

INSTANTIATE_TEST_SUITE_P(Scenarios, Surprise, ::testing::ValuesIn(laws::shipped_names()),
                         [](const auto& test) { return laws::test_name(test.param); });

}  // namespace
}  // namespace granary::golden
