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
#include "granary/analysis/tolls.hpp"
#include "granary/read/reading_file.hpp"
#include "laws/shipped.hpp"

namespace granary::golden {
namespace {

/// The run's own figure, or by how much it is above or below history's; of deaths also the least
/// and the most of that over all readings of the record.
enum class Kind { own, history, more, less, least_fewer, most_fewer, least_more, most_more };
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

    {"honest-reporting", "17.1 Mt less taken", less, "procurement_net_mt", 1959},
    {"honest-reporting", "23 Mt", own, "state_grain_mt", 1959},
    {"honest-reporting", "45, and", history, "state_grain_mt", 1959},
    {"honest-reporting", "169 kg", own, "urban_ration_kg", 1960},
    {"honest-reporting", "193.", history, "urban_ration_kg", 1960},

    {"statisticians-kept", "6.8 to", least_fewer, "excess_deaths_million"},
    {"statisticians-kept", "17.9 million fewer", most_fewer, "excess_deaths_million"},
    {"statisticians-kept", "370 Mt", own, "output_reported_mt", 1958},
    {"statisticians-kept", "49 Mt lower", less, "output_believed_mt", 1959},

    {"lushan-heeded", "6.6 to", least_fewer, "excess_deaths_million"},
    {"lushan-heeded", "17.4 million deaths", most_fewer, "excess_deaths_million"},
    {"lushan-heeded", "8.7 Mt less", less, "procurement_net_mt", 1959},

    {"no-exports", "2.7 Mt", own, "relief_mt", 1960},
    {"no-exports", "5.9 kg", more, "rural_ration_kg", 1960},
    {"no-exports", "2.8 Mt larger", more, "output_actual_mt", 1960},

    {"early-imports", "0.5 to", least_fewer, "excess_deaths_million"},
    {"early-imports", "1.1 million people", most_fewer, "excess_deaths_million"},
    {"early-imports", "5.7 Mt more", more, "import_mt", 1960},
    {"early-imports", "4.5 Mt", more, "state_grain_mt", 1960},

    {"no-steel-campaign", "1.6 to", least_fewer, "excess_deaths_million"},
    {"no-steel-campaign", "3.1 million people", most_fewer, "excess_deaths_million"},
    {"no-steel-campaign", "4.8 Mt less", less, "crew_grain_mt", 1958},
    {"no-steel-campaign", "3.4 Mt more", more, "output_actual_mt", 1958},
    {"no-steel-campaign", "1.0 Mt more", more, "procurement_net_mt", 1958},
    {"no-steel-campaign", "5.7 Mt fuller", more, "state_grain_mt", 1958},
    {"no-steel-campaign", "23 Mt higher", more, "output_believed_mt", 1958},
    {"no-steel-campaign", "1.8 kg", more, "rural_ration_kg", 1959},

    {"no-communes", "8.7 to", least_fewer, "excess_deaths_million"},
    {"no-communes", "19.4 million fewer", most_fewer, "excess_deaths_million"},
    {"no-communes", "4.3 kg", more, "rural_ration_kg", 1960},
    {"no-communes", "14.0 Mt more", more, "output_actual_mt", 1960},

    {"normal-weather", "1.2 to", least_fewer, "excess_deaths_million"},
    {"normal-weather", "5.4 million over", most_fewer, "excess_deaths_million"},
    {"normal-weather", "8.4 Mt", less, "output_actual_mt", 1958},
    {"normal-weather", "4.7 Mt lower", less, "village_grain_mt", 1958},
    {"normal-weather", "5.2 kg lower", less, "rural_ration_kg", 1959},

    {"flexible-quota", "0.6 to", least_fewer, "excess_deaths_million"},
    {"flexible-quota", "1.9 million over", most_fewer, "excess_deaths_million"},
    {"flexible-quota", "34 Mt higher", more, "output_believed_mt", 1958},

    {"urban-rural-equal-ration", "0.6 million fewer", most_fewer, "excess_deaths_million"},
    {"urban-rural-equal-ration", "0.4 million more", most_more, "excess_deaths_million"},
    {"urban-rural-equal-ration", "4.3 Mt", less, "town_supply_mt", 1960},
    {"urban-rural-equal-ration", "0.9 Mt", less, "procurement_net_mt", 1960},
    {"urban-rural-equal-ration", "3.3 Mt fuller", more, "state_grain_mt", 1960},

    {"relief-on-sight", "3.7 to", least_fewer, "excess_deaths_million"},
    {"relief-on-sight", "9.9 million fewer", most_fewer, "excess_deaths_million"},
    {"relief-on-sight", "14.9 Mt of relief", own, "relief_mt", 1960},
    {"relief-on-sight", "24 Mt", own, "state_grain_mt", 1960},
    {"relief-on-sight", "164 kg", own, "urban_ration_kg", 1960},
    {"relief-on-sight", "193; over", history, "urban_ration_kg", 1960},

    {"no-acreage-cut", "10.7 Mt more", more, "output_actual_mt", 1959},
    {"no-acreage-cut", "3.5 kg", more, "rural_ration_kg", 1959},
    {"no-acreage-cut", "2.7 Mt more", more, "procurement_net_mt", 1959},
    {"no-acreage-cut", "2.1 Mt more", more, "seed_mt", 1959},
    {"no-acreage-cut", "4.3 Mt more", more, "village_grain_mt", 1959},

    {"everything-right", "206 kg", own, "rural_ration_kg", 1959},
    {"everything-right", "186 kg", own, "rural_ration_kg", 1962},
    {"everything-right", "180 Mt", own, "output_actual_mt", 1960},
    {"everything-right", "38 million more", more, "population_rural_million", 1962},

    {"everything-wrong-longer", "31.1", own, "procurement_net_mt", 1962},
    {"everything-wrong-longer", "125 Mt", own, "output_actual_mt", 1962},
    {"everything-wrong-longer", "133 kg", own, "rural_ration_kg", 1962},

    {"two-provinces", "1.0 to", least_more, "excess_deaths_million"},
    {"two-provinces", "7.1 million more", most_more, "excess_deaths_million"},
    {"two-provinces", "161 kg", own, "rural_ration_kg", 1960},
    {"two-provinces", "156:", history, "rural_ration_kg", 1960},
    {"two-provinces", "27.0 Mt", own, "procurement_net_mt", 1959, "Zealous"},
    {"two-provinces", "16.3,", own, "procurement_net_mt", 1959, "Modest"},
    {"two-provinces", "146 kg", own, "rural_ration_kg", 1960, "Zealous"},

    {"ladder-of-lies", "166 kg", own, "rural_ration_kg", 1962},
    {"ladder-of-lies", "3 kg more", more, "rural_ration_kg", 1962},
    {"ladder-of-lies", "4.3 Mt less", less, "output_actual_mt", 1962},
    {"ladder-of-lies", "26 million fewer", less, "population_rural_million", 1962},
    {"ladder-of-lies", "2.6 Mt less", less, "procurement_net_mt", 1962},
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

/// The least and the most deaths fewer than in history, over the readings.
std::pair<double, double> fewer_over_readings(const std::string& scenario) {
    const auto readings = shipped_readings();
    const auto differences = toll_differences(tolls(load_scenario("historical"), readings),
                                              tolls(load_scenario(scenario), readings));
    EXPECT_EQ(differences.size(), readings.size()) << scenario;
    std::vector<double> fewer;
    for (const auto& each : differences) fewer.push_back(each.first_million - each.second_million);
    return {*std::min_element(fewer.begin(), fewer.end()),
            *std::max_element(fewer.begin(), fewer.end())};
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
        case least_fewer:
            return fewer_over_readings(quote.scenario).first;
        case most_fewer:
            return fewer_over_readings(quote.scenario).second;
        case least_more:
            return -fewer_over_readings(quote.scenario).second;
        case most_more:
            return -fewer_over_readings(quote.scenario).first;
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
