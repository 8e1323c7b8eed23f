#include "granary/lanes/run_members.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <set>

#include "ensemble/bits.hpp"
#include "granary/foundation/error.hpp"
#include "granary/read/scenario_file.hpp"

namespace granary {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

EnsemblePlan plan_of(const Scenario& scenario, std::uint64_t members, Design design = Design::mc) {
    return {scenario, prior(scenario), design, members, 11, summarised_figures(scenario)};
}

EnsemblePlan historical(std::uint64_t members, Design design = Design::mc) {
    return plan_of(load_scenario("historical"), members, design);
}

Summary nothing(const EnsemblePlan& plan) {
    return {plan.what.measures.size(), plan.what.thresholds.size()};
}

Chunks all(const EnsemblePlan& plan) {
    return {0, chunks_of(plan.members)};
}

Summary run(const EnsemblePlan& plan, const Running& running = {}) {
    return run_members(plan, all(plan), nothing(plan), running);
}

/// The figures of all members, by chunk.
std::map<std::uint64_t, std::vector<double>> figures_of(const EnsemblePlan& plan,
                                                        Running running = {}) {
    std::map<std::uint64_t, std::vector<double>> kept;
    running.keep = [&](std::uint64_t chunk, std::span<const double> rows) {
        kept[chunk].assign(rows.begin(), rows.end());
    };
    run(plan, running);
    return kept;
}

std::vector<double> figures_alone(const EnsemblePlan& plan, std::uint64_t member) {
    const auto run = simulate(member_of(plan, member));
    std::vector<double> row;
    for (const auto& measure : plan.what.measures) row.push_back(measure.of(run));
    return row;
}

TEST(Ensemble, HasTheSameSummaryAtEveryWidthAndOnAnyNumberOfThreads) {
    for (const auto design : {Design::mc, Design::lhs, Design::sobol}) {
        const auto plan = historical(chunk_members + 37, design);
        const auto expected = run(plan, {16, 1, {}, {}});
        EXPECT_EQ(expected.moments(0).count, plan.members);
        EXPECT_EQ(run(plan, {8, 2, {}, {}}), expected);
        EXPECT_EQ(run(plan, {4, 3, {}, {}}), expected);
    }
}

TEST(Ensemble, RunOneByOneHasTheSameSummary) {
    const auto plan = historical(150);
    EXPECT_EQ(run(plan, {1, 2, {}, {}}), run(plan));
}

TEST(Ensemble, InBlocksIsTheUndividedOne) {
    const auto plan = historical(6 * chunk_members + 5);
    const auto whole = run(plan);
    for (const std::uint64_t blocks : {1U, 3U, 7U}) {
        auto sum = nothing(plan);
        for (auto number = blocks; number >= 1; --number)
            sum.add(run_members(plan, block(number, blocks, plan.members), nothing(plan)));
        EXPECT_EQ(sum, whole) << blocks << " blocks";
    }
}

TEST(Ensemble, GoesOnFromWhatIsDoneAndRunsOnlyTheRest) {
    const auto plan = historical(3 * chunk_members);
    std::set<std::uint64_t> begun;
    Running running;
    running.threads = 1;
    running.keep = [&](std::uint64_t chunk, std::span<const double>) { begun.insert(chunk); };
    running.proceed = [](const Summary&) { return false; };
    auto first = run(plan, running);
    EXPECT_THAT(begun, ElementsAre(0));
    EXPECT_EQ(first.chunks(), 1U);
    begun.clear();
    running.proceed = {};
    EXPECT_EQ(run_members(plan, all(plan), std::move(first), running), run(plan));
    EXPECT_THAT(begun, ElementsAre(1, 2));
}

TEST(Ensemble, HasMembersWithTheBitsOfARunOfTheirOwn) {
    for (const auto* name : {"historical", "two-provinces"}) {
        const auto plan = plan_of(load_scenario(name), 40, Design::lhs);
        const auto kept = figures_of(plan);
        const std::size_t width = plan.what.measures.size();
        const std::span<const double> rows = kept.at(0);
        ASSERT_EQ(rows.size(), width * plan.members);
        for (const std::uint64_t member : {0U, 1U, 15U, 16U, 39U})
            test::expect_same_bits(rows.subspan(member * width, width),
                                   figures_alone(plan, member));
    }
}

/// How a nation's figure of a year follows from those of its regions.
double of_regions(const Column<double>& column, std::span<const YearFigures> regions) {
    double sum = 0, weights = 0;
    for (const auto& [year, whole, figures] : regions) {
        const double weight = column.parts == Parts::mean ? figures.person_years_million : 1;
        sum += weight * figures.*column.value;
        weights += weight;
    }
    return column.parts == Parts::mean ? sum / weights : sum;
}

/// A member's figures of a year in one area.
YearFigures figures_at(const EnsemblePlan& plan, std::span<const double> row, int year, Area area) {
    YearFigures found{year, true, {}};
    for (std::size_t m = 0; m < plan.what.measures.size(); ++m)
        if (const auto& measure = plan.what.measures[m];
            measure.year == year && measure.area == area)
            found.figures.*figure_columns<double>[measure.row].value = row[m];
    return found;
}

TEST(Ensemble, HasRegionsThatMakeUpTheNationInEachMember) {
    const auto plan = plan_of(load_scenario("two-provinces"), 20, Design::sobol);
    EXPECT_THAT(area_names(plan.what), ElementsAre("national", "Modest", "Zealous"));
    const auto rows = figures_of(plan).at(0);
    const std::size_t width = plan.what.measures.size();
    std::size_t compared = 0;
    for (std::size_t member = 0; member < plan.members; ++member)
        for (const int year : {1958, 1960, 1962}) {
            const auto row = std::span(rows).subspan(member * width, width);
            const auto nation = figures_at(plan, row, year, whole_nation).figures;
            const YearFigures regions[] = {figures_at(plan, row, year, 0),
                                           figures_at(plan, row, year, 1)};
            EXPECT_NE(regions[0].figures.rural_ration_kg, regions[1].figures.rural_ration_kg);
            for (const auto& column : figure_columns<double>) {
                if (column.parts != Parts::sum && column.parts != Parts::mean) continue;
                if (std::isnan(regions[0].figures.*column.value)) continue;
                const double whole = nation.*column.value;
                EXPECT_NEAR(of_regions(column, regions), whole, 1e-9 * (1 + std::abs(whole)))
                    << column.name << ' ' << year << ", member " << member;
                ++compared;
            }
        }
    EXPECT_GT(compared, 20U * 3 * 15);
}

TEST(Ensemble, OfRegionsSummarisesEachOfThem) {
    const auto plan = plan_of(load_scenario("two-provinces"), 50);
    const auto summary = run(plan);
    const auto of_area = [&](Area area) {
        auto measure = *run_measure("excess_deaths_million");
        measure.area = area;
        const auto& all = plan.what.measures;
        return static_cast<std::size_t>(std::find(all.begin(), all.end(), measure) - all.begin());
    };
    const auto nation = summary.moments(of_area(whole_nation));
    const auto modest = summary.moments(of_area(0)), zealous = summary.moments(of_area(1));
    EXPECT_EQ(modest.count, plan.members);
    EXPECT_NEAR(modest.mean + zealous.mean, nation.mean, 1e-9 * nation.mean);
    EXPECT_LT(modest.mean, zealous.mean);
    EXPECT_LT(quantile(plan.what, summary, of_area(0), 0.5),
              quantile(plan.what, summary, of_area(1), 0.5));
    for (const auto& lanes : {1U, 4U, 8U}) EXPECT_EQ(run(plan, {lanes, 2, {}, {}}), summary);
}

TEST(Ensemble, OfARandomSampleBeginsWithTheMembersOfASmallerOne) {
    const auto few = figures_of(historical(20)), many = figures_of(historical(50));
    test::expect_same_bits(few.at(0), std::span(many.at(0)).first(few.at(0).size()));
}

TEST(Ensemble, WhoseMeanIsAskedForAgreesWithItsMembers) {
    const auto plan = historical(200);
    const auto kept = figures_of(plan).at(0);
    const auto summary = run(plan);
    const std::size_t width = plan.what.measures.size();
    for (std::size_t m = 0; m < width; ++m) {
        double sum = 0, count = 0;
        for (std::size_t i = 0; i < plan.members; ++i)
            if (!std::isnan(kept[i * width + m])) sum += kept[i * width + m], ++count;
        ASSERT_EQ(static_cast<double>(summary.moments(m).count), count);
        if (count == 0) continue;
        EXPECT_NEAR(summary.moments(m).mean, sum / count, 1e-12 * std::abs(sum / count))
            << plan.what.measures[m].name();
    }
}

/// Bodies that follow food so fast that the step is just long enough for some members and not for
/// others.
EnsemblePlan with_faults() {
    const auto frail = load_scenario("historical").with(parameter::nutrition_lag_years, 3.74e-3);
    return plan_of(frail, 100);
}

TEST(Ensemble, NamesMembersThatFailWithTheirCauseAndKeepsTheOthers) {
    const auto plan = with_faults();
    const auto rows = figures_of(plan).at(0);
    const auto summary = run(plan);
    ASSERT_GT(summary.faulty, 0U);
    ASSERT_LT(summary.faulty, plan.members);
    EXPECT_EQ(summary.faults.size(), summary.faulty);
    EXPECT_EQ(summary.moments(0).count + summary.faulty, plan.members);
    const std::size_t width = plan.what.measures.size();
    std::set<std::uint64_t> faulty;
    for (const auto& [member, cause] : summary.faults) {
        faulty.insert(member);
        try {
            simulate(member_of(plan, member));
            FAIL() << "member " << member << " runs alone";
        } catch (const IntegrationError& error) {
            EXPECT_EQ(cause, error.what());
        }
    }
    for (std::uint64_t member = 0; member < plan.members; ++member) {
        const auto row = std::span(rows).subspan(member * width, width);
        if (faulty.contains(member)) {
            for (const double value : row) EXPECT_TRUE(std::isnan(value));
        } else {
            test::expect_same_bits(row, figures_alone(plan, member));
        }
    }
    for (const std::size_t lanes : {1U, 4U, 8U}) EXPECT_EQ(run(plan, {lanes, 2, {}, {}}), summary);
}

TEST(Ensemble, CountsTheMembersAboveWhatIsOnRecord) {
    const auto plan = historical(64);
    const auto summary = run(plan);
    const auto rows = figures_of(plan).at(0);
    const std::size_t width = plan.what.measures.size();
    ASSERT_FALSE(plan.what.thresholds.empty());
    for (std::size_t t = 0; t < plan.what.thresholds.size(); ++t) {
        const auto& threshold = plan.what.thresholds[t];
        EXPECT_FALSE(threshold.source.empty());
        std::uint64_t above = 0;
        for (std::size_t i = 0; i < plan.members; ++i)
            above += rows[i * width + threshold.measure] > threshold.value;
        EXPECT_EQ(summary.above[t], above);
    }
}

std::string refusal(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return error.what();
    }
    return "none";
}

TEST(Ensemble, RefusesWhatCannotBeRun) {
    auto plan = historical(10);
    EXPECT_EQ(refusal([&] { run(plan, {5, 1, {}, {}}); }), "5 lanes: they are 1, 4, 8 or 16");
    plan.varied.push_back(plan.varied.front());
    EXPECT_THAT(refusal([&] { run(plan); }), HasSubstr("twice"));
    plan.varied.clear();
    EXPECT_THAT(refusal([&] { run(plan); }), HasSubstr("nothing is varied"));
}

TEST(Ensemble, RefusesToSummariseAnythingElse) {
    const auto plan = historical(10);
    const Summary two(2, 0);
    EXPECT_THAT(refusal([&] { run_members(plan, all(plan), two); }), HasSubstr("done already"));
    EXPECT_THAT(refusal([&] {
                    run_members(plan, {0, 2}, nothing(plan));
                }),
                "no chunk 1: 10 members have 1");
    auto of_one = plan;
    of_one.what = {{*run_measure("lowest_ration_kg")}, {}};
    EXPECT_THAT(refusal([&] { run(of_one); }), HasSubstr("summarised_figures"));
    auto elsewhere = plan_of(load_scenario("two-provinces"), 10);
    elsewhere.what.regions[0] = "Another";
    EXPECT_THAT(refusal([&] { run(elsewhere); }), HasSubstr("summarised_figures"));
    auto far = plan;
    far.what.thresholds.push_back({far.what.measures.size(), 1, "trial"});
    EXPECT_THAT(refusal([&] { run(far); }), HasSubstr("summarised_figures"));
}

TEST(Ensemble, OfAPartOfAYearHasMembersWithTheBitsOfARunOfTheirOwn) {
    const auto scenario = parse_scenario(
        "extends = \"historical\"\ntitle = \"to the summer of 1961\"\nend = \"1961-07-15\"\n");
    const auto plan = plan_of(scenario, 20);
    const auto rows = figures_of(plan).at(0);
    const std::size_t width = plan.what.measures.size();
    for (std::uint64_t member = 0; member < plan.members; ++member)
        test::expect_same_bits(std::span(rows).subspan(member * width, width),
                               figures_alone(plan, member));
    EXPECT_EQ(run(plan, {1, 1, {}, {}}), run(plan));
}

TEST(Ensemble, OfOneMemberHasItsFigureForEveryQuantile) {
    const auto plan = historical(1);
    const auto summary = run(plan);
    for (std::size_t m = 0; m < plan.what.measures.size(); ++m) {
        const auto moments = summary.moments(m);
        for (const double p : {0.01, 0.5, 0.99}) {
            const double value = quantile(plan.what, summary, m, p);
            EXPECT_EQ(std::isnan(value), moments.count == 0) << plan.what.measures[m].name();
            if (moments.count == 0) continue;
            EXPECT_EQ(value, moments.least) << plan.what.measures[m].name();
        }
    }
}

TEST(Blocks, ShareOutAllChunksInOrder) {
    for (const std::uint64_t members : {1U, 1024U, 1025U, 7000U, 1'000'000U})
        for (const std::uint64_t count : {1U, 2U, 3U, 7U}) {
            if (count > chunks_of(members)) continue;
            std::uint64_t next = 0;
            for (std::uint64_t number = 1; number <= count; ++number) {
                const auto part = block(number, count, members);
                EXPECT_EQ(part.begin, next);
                EXPECT_LT(part.begin, part.end);
                next = part.end;
            }
            EXPECT_EQ(next, chunks_of(members));
        }
}

TEST(Blocks, ThatThereCannotBeAreRefused) {
    EXPECT_EQ(
        refusal([] { block(0, 3, 5000); }),
        "block 0 of 3: blocks count from 1, and 5000 members make at most 5 of 1024 members each");
    EXPECT_NE(refusal([] { block(4, 3, 5000); }), "none");
    EXPECT_NE(refusal([] { block(1, 6, 5000); }), "none");
}

}  // namespace
}  // namespace granary
