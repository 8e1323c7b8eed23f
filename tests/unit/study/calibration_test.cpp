#include "granary/study/calibration.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <tuple>

#include "granary/read/reading_file.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "granary/study/calibration_checks.hpp"
#include "granary/write/study/calibration_report.hpp"
#include "granary/write/study/fitted_file.hpp"
#include "support/paths.hpp"
#include "support/shipped_calibration.hpp"
#include "unit/read/folder.hpp"

namespace granary {
namespace {

using test::shipped_fit;
using test::shipped_plan;
using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// Every column of the year table in every year, as targets without a value of their own.
std::vector<Target> every_figure() {
    std::vector<Target> targets;
    for (std::size_t column = 0; column < figure_columns<double>.size(); ++column)
        for (int year = 1957; year < 1963; ++year)
            targets.push_back({"", "", column, {year, 0}, {year + 1, 0}, 0.0, 1.0});
    return targets;
}

/// Fourth-order central difference of all figures in the k-th constant.
Eigen::VectorXd difference(const CalibrationPlan& plan, const Eigen::VectorXd& values,
                           Eigen::Index k, double step) {
    const auto at = [&](double offset) {
        Eigen::VectorXd moved = values;
        moved[k] += offset;
        return evaluate(plan, moved);
    };
    return (at(-2 * step) - 8 * at(-step) + 8 * at(step) - at(2 * step)) / (12 * step);
}

/// The worst disagreement of derivative and difference, relative to the largest derivative of the
/// figure in that constant over the years, or to a thousandth of figure over constant where
/// that is more: below it the rounding of the runs hides the difference.
double worst_disagreement(const CalibrationPlan& plan) {
    Eigen::VectorXd values(static_cast<Eigen::Index>(plan.fitted.size()));
    for (std::size_t k = 0; k < plan.fitted.size(); ++k)
        values[static_cast<Eigen::Index>(k)] = plan.scenario.constants.values[plan.fitted[k].row];
    const auto exact = linearise(plan, values);
    double worst = 0;
    for (Eigen::Index k = 0; k < values.size(); ++k) {
        const auto numeric = difference(plan, values, k, 2e-4 * std::abs(values[k]));
        for (Eigen::Index i = 0; i < numeric.size(); i += 6) {
            const auto years = exact.jacobian.col(k).segment(i, 6);
            const double size = exact.figures.segment(i, 6).cwiseAbs().maxCoeff();
            const double scale =
                std::max(years.cwiseAbs().maxCoeff(), 1e-3 * size / std::abs(values[k]));
            if (scale > 0)
                worst =
                    std::max(worst, (numeric.segment(i, 6) - years).cwiseAbs().maxCoeff() / scale);
        }
    }
    return worst;
}

TEST(Derivatives, OfEveryFigureInEveryConstantAgreeWithDifferences) {
    CalibrationPlan plan = shipped_plan();
    plan.targets = every_figure();
    plan.fitted.clear();
    for (std::size_t row = 0; row < Parameter::table.size(); ++row)
        if (plan.scenario.constants.values[row] != 0) plan.fitted.push_back(as_in_the_table(row));
    ASSERT_GT(plan.fitted.size(), 2 * shipped_plan().fitted.size()) << "swept in three passes";
    const double worst = worst_disagreement(plan);
    RecordProperty("worst_relative_error", fmt::format("{:.2e}", worst));
    EXPECT_LT(worst, 1e-6);
}

bool is_fitted(const CalibrationPlan& plan, std::size_t row) {
    return std::any_of(plan.fitted.begin(), plan.fitted.end(),
                       [&](const FittedConstant& constant) { return constant.row == row; });
}

/// Every constant that is inside its bounds, those that are fitted last.
CalibrationPlan plan_of_all_constants() {
    CalibrationPlan plan = shipped_plan();
    for (std::size_t row = Parameter::table.size(); row-- > 0;) {
        const auto& [value, low, high] = std::tie(
            Parameter::table[row].value, Parameter::table[row].low, Parameter::table[row].high);
        if (!is_fitted(shipped_plan(), row) && low < value && value < high)
            plan.fitted.insert(plan.fitted.begin(), as_in_the_table(row));
    }
    return plan;
}

TEST(Derivatives, AreThoseOfAConstantAloneHoweverManyAreAskedFor) {
    const auto all = plan_of_all_constants();
    ASSERT_GT(all.fitted.size(), shipped_plan().fitted.size() + 7);
    const auto centres = prior_centres(all);
    const auto together = linearise(all, centres);
    for (const std::size_t k : {std::size_t{0}, std::size_t{24}, std::size_t{25}, std::size_t{26},
                                all.fitted.size() - 1}) {
        CalibrationPlan alone = all;
        for (std::size_t i = 0; i < all.fitted.size(); ++i)
            alone.scenario.constants.values[all.fitted[i].row] =
                centres[static_cast<Eigen::Index>(i)];
        alone.fitted = {all.fitted[k]};
        const auto one = linearise(alone, prior_centres(alone));
        EXPECT_EQ(one.jacobian.col(0), together.jacobian.col(static_cast<Eigen::Index>(k))) << k;
        EXPECT_EQ(one.figures, together.figures);
    }
}

TEST(Calibration, MovesAConstantBeyondTheShippedNumberOfThem) {
    auto plan = plan_of_all_constants();
    std::erase_if(plan.targets,
                  [](const Target& target) { return target.label != "state_grain_mt 1957-07"; });
    plan.targets[0].tolerance = 1e-3;
    plan.scenario.end = month_start(1957, 8);  // no later day is looked at
    const auto start =
        std::find_if(plan.fitted.begin(), plan.fitted.end(), [](const FittedConstant& constant) {
            return constant.row == parameter::state_grain_start_mt.index;
        });
    std::rotate(start, start + 1, plan.fitted.end());  // the last of all
    const auto found = fit(plan, prior_centres(plan));
    EXPECT_NEAR(found.at.figures[0], plan.targets[0].value, 1e-3);
    const auto last = found.values.size() - 1;
    EXPECT_GT(std::abs(found.values[last] - prior_centres(plan)[last]), 0.1);
}

TEST(Calibration, RefusesAPlanThatCannotBeMeant) {
    const auto refused = [](CalibrationPlan plan, Eigen::Index values = -1) {
        const auto count = values < 0 ? static_cast<Eigen::Index>(plan.fitted.size()) : values;
        EXPECT_THROW((void)linearise(plan, Eigen::VectorXd::Ones(count)), Error);
        EXPECT_THROW((void)evaluate(plan, Eigen::VectorXd::Ones(count)), Error);
        EXPECT_THROW((void)fit(plan, Eigen::VectorXd::Ones(count)), Error);
    };
    auto plan = shipped_plan();
    plan.fitted.push_back(plan.fitted.front());
    refused(plan);
    plan.fitted.back().row = Parameter::table.size();
    refused(plan);
    refused(shipped_plan(), 24);
    for (const double tolerance : {0.0, -1.0, 1e-300, 1e-20, std::nan("")}) {
        plan = shipped_plan();
        plan.targets.front().tolerance = tolerance;
        refused(plan);
    }
    plan = shipped_plan();
    plan.targets.front().column = figure_columns<double>.size();
    refused(plan);
    EXPECT_THROW((void)as_in_the_table(Parameter::table.size()), NotFound);
}

TEST(Calibration, RefusesAStartAtABound) {
    auto start = prior_centres(shipped_plan());
    start[3] = shipped_plan().fitted[3].prior.low;
    EXPECT_THROW((void)fit(shipped_plan(), start), Error);
}

TEST(CalibrationReport, TellsOfAnotherPlanNothingThatOnlyTheShippedOneIs) {
    CalibrationFindings findings;
    findings.plan = shipped_plan();
    findings.best = shipped_fit();
    findings.plan.file = "own.toml";
    findings.command = "granary calibrate own.toml";
    findings.picture = "own report.svg";
    const auto text = calibration_report(findings).text();
    EXPECT_THAT(text, HasSubstr("What is fitted to what stands in `own.toml`."));
    EXPECT_THAT(text, HasSubstr("(own%20report.svg)"));
    for (const auto* word :
         {"fitted.toml", "scenarios/", "Two claims", "asked:", "registered basis",
          "Checked, not fitted", "false", "Years not seen", "Lever knots"})
        EXPECT_THAT(text, Not(HasSubstr(word)));
}

TEST(CalibrationReport, TellsWhatThePlanHoldsOutAndDoesNotCountItAsMet) {
    CalibrationFindings findings;
    findings.plan = shipped_plan();
    findings.best = shipped_fit();
    findings.plan.held_out = {findings.plan.targets[2]};
    findings.plan.held_out[0].tolerance = 1e6;
    for (const auto& text :
         {calibration_report(findings).text(), target_table(findings.plan, findings.best)})
        EXPECT_THAT(text, AllOf(HasSubstr("60 of 60"),
                                AnyOf(HasSubstr("Held out"), HasSubstr("held out"))));
}

/// Everything that a plan, its scenario or the command line can bring into the report.
CalibrationFindings findings_of_one_who_writes(const std::string& words) {
    CalibrationFindings findings;
    findings.plan = shipped_plan();
    findings.best = shipped_fit();
    auto& plan = findings.plan;
    plan.file = findings.command = findings.constants = words;
    findings.picture = words + ".svg";
    plan.targets[0].label = plan.targets[1].basis = words;
    plan.held_out = {plan.targets[0]};
    plan.held_out[0].basis = words;
    findings.falsified = {{{words, plan}, findings.best}};
    findings.held_out = {{words, findings.best, plan, {{plan.targets[0], 1, 2, 3}}}};
    findings.knots = {{0, {Schedule::always, {}, words}, 1}};
    return findings;
}

TEST(CalibrationReport, HasNoMarkupThatAUserWrote) {
    const auto text = calibration_report(findings_of_one_who_writes(
                                             "<script>|*_a_*\n\n# b\n| c | [d](javascript:x) &lt;"))
                          .text();
    EXPECT_THAT(text, AllOf(HasSubstr("\\<script>\\|\\*\\_a\\_\\*  # b \\| c \\| "
                                      "\\[d\\](javascript:x) \\&lt;"),
                            HasSubstr("(%3Cscript%3E%7C"), Not(HasSubstr("\n# b"))));
    for (const auto* acting : {"<script>", "](javascript", "&lt;"})
        for (auto at = text.find(acting); at != std::string::npos; at = text.find(acting, at + 1))
            EXPECT_EQ(text[at - 1], '\\') << text.substr(at, 60);
}

TEST(CalibrationReport, SetsACommandAsCodeThatNothingInItEnds) {
    const auto text =
        calibration_report(findings_of_one_who_writes("granary 'a`b' <c>\n- d")).text();
    EXPECT_THAT(text, AllOf(HasSubstr("Written by ``granary 'a`b' <c> - d``;"),
                            HasSubstr("| granary 'a\\`b' \\<c> - d |")));
}

TEST(FalseRecords, AreOnlyThoseThatAlterTheRecord) {
    auto plan = shipped_plan();
    std::erase_if(plan.targets,
                  [](const Target& target) { return target.label != "state_grain_mt 1957-07"; });
    EXPECT_TRUE(false_records(plan, 150).empty());
}

TEST(Derivatives, LeaveTheFiguresTheBitsOfAPlainRun) {
    const auto& plan = shipped_plan();
    const auto centres = prior_centres(plan);
    EXPECT_EQ(linearise(plan, centres).figures, evaluate(plan, centres));
}

TEST(Derivatives, OfALinearFigureAreItsClosedForm) {
    // In the first month nobody has died of hunger yet and births follow the start: the people of
    // towns at the end of it are proportional to those of the start.
    CalibrationPlan plan = shipped_plan();
    plan.fitted = {as_in_the_table(parameter::urban_population_start_million.index)};
    plan.scenario = plan.scenario.with(lever::urban_migration, 0.0);
    std::size_t column = 0;
    while (figure_columns<double>[column].name != "population_urban_million") ++column;
    plan.targets = {{"", "", column, {1957, 0}, month_start(1957, 2), 0, 1}};
    const auto first_month = linearise(plan, Eigen::VectorXd::Constant(1, 91.85));
    EXPECT_NEAR(first_month.jacobian(0, 0), first_month.figures[0] / 91.85, 1e-4);
}

TEST(Calibration, HoldsEveryTargetWithinItsTolerance) {
    const auto& plan = shipped_plan();
    ASSERT_EQ(plan.targets.size(), 60U);
    ASSERT_EQ(plan.fitted.size(), 25U);
    for (std::size_t i = 0; i < plan.targets.size(); ++i)
        EXPECT_NEAR(shipped_fit().at.figures[static_cast<Eigen::Index>(i)], plan.targets[i].value,
                    plan.targets[i].tolerance)
            << plan.targets[i].label;
}

TEST(Calibration, BringsTheRationOfEachYearWithinAKilogram) {
    const auto run = simulate(load_scenario("historical"));
    const double recorded[] = {205, 201, 183, 156, 154};  // SPENCE
    for (int year = 1957; year < 1962; ++year)
        EXPECT_NEAR(run.annual(year).rural_ration_kg, recorded[year - 1957], 1.0) << year;
}

TEST(Calibration, KeepsEveryConstantAwayFromItsBounds) {
    for (std::size_t k = 0; k < shipped_plan().fitted.size(); ++k) {
        const auto& [row, prior] = shipped_plan().fitted[k];
        const double part = (shipped_fit().values[static_cast<Eigen::Index>(k)] - prior.low) /
                            (prior.high - prior.low);
        EXPECT_GT(part, 0.02) << Parameter::table[row].name;
        EXPECT_LT(part, 0.98) << Parameter::table[row].name;
    }
}

TEST(Calibration, IsStationaryAtItsOptimum) {
    const auto& plan = shipped_plan();
    const auto& best = shipped_fit();
    for (Eigen::Index k = 0; k < best.values.size(); ++k) {
        const double prior = plan.fitted[static_cast<std::size_t>(k)].prior.deviation;
        double slope = (best.values[k] - prior_centres(plan)[k]) / prior;
        for (std::size_t i = 0; i < plan.targets.size(); ++i) {
            const auto row = static_cast<Eigen::Index>(i);
            const double sigma = 0.5 * plan.targets[i].tolerance;
            slope += prior * best.at.jacobian(row, k) *
                     (best.at.figures[row] - plan.targets[i].value) / (sigma * sigma);
        }
        EXPECT_NEAR(slope, 0.0, 1e-3)
            << Parameter::table[plan.fitted[static_cast<std::size_t>(k)].row].name;
    }
}

TEST(Calibration, WritesTheShippedFileByteForByte) {
    const std::string path = test::source_folder() + "/readings/registered.toml";
    std::ifstream file(path);
    const std::string shipped{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(fitted_file(shipped_plan(), shipped_fit(), "granary calibrate"), shipped);
}

TEST(Calibration, ReachesATargetThatOneConstantGoverns) {
    CalibrationPlan plan = shipped_plan();
    plan.fitted = {as_in_the_table(parameter::state_grain_start_mt.index)};
    std::erase_if(plan.targets,
                  [](const Target& target) { return target.label != "state_grain_mt 1957-07"; });
    ASSERT_EQ(plan.targets.size(), 1U);
    plan.targets[0].tolerance = 1e-3;
    const auto only = fit(plan, prior_centres(plan));
    EXPECT_NEAR(only.at.figures[0], plan.targets[0].value, 1e-6);
    EXPECT_NEAR(effective_values(plan, only), 1.0, 1e-6);
}

TEST(Calibration, LeavesAConstantThatNoTargetSeesAtItsPrior) {
    CalibrationPlan plan = shipped_plan();
    plan.fitted = {as_in_the_table(parameter::birth_rebound_per_year.index)};
    std::erase_if(plan.targets,
                  [](const Target& target) { return target.label != "state_grain_mt 1957-07"; });
    Eigen::VectorXd start(1);
    start << 1.5;
    const auto only = fit(plan, start);
    EXPECT_NEAR(only.values[0], 0.8, 1e-3);
    EXPECT_NEAR(effective_values(plan, only), 0.0, 1e-3);
}

/// A plan of the ration alone, beside what its scenario has of another reading.
constexpr std::string_view small_plan = R"(title = "Mine"
summary = "Two constants of my own."
scenario = "./base.toml"
[fitted]
store_stretch_years = { mean = 0.35, deviation = 0.125, low = 0.1, high = 0.6, source = "a" }
feed_share = { mean = 0.1, deviation = 0.03, low = 0.04, high = 0.16, source = "b \"c\"" }
[held]
resale_share = { value = 0.3, source = "assumed: less" }
[[series]]
figure = "rural_ration_kg"
record = ["grain_consumption_rural"]
source = ["SPENCE"]
periods = ["1957", "1958", "1960"]
tolerance = 4.0
)";

/// The file carries all that the fit rests on, and to the last bit.
TEST(FittedFile, ReadAsAReadingRunsToTheFiguresThatTheFitTold) {
    const Folder folder;
    for (const auto* base : {"", "reading = \"un\"\n", "reading = \"burden\"\n"}) {
        const auto text = "extends = \"historical\"\n" + std::string(base);
        folder.write("base.toml", text);
        const auto plan = load_calibration(folder.write("plan.toml", small_plan));
        const auto found = fit(plan, prior_centres(plan));
        folder.write("mine.toml", fitted_file(plan, found, "granary calibrate plan.toml"));
        const auto mine = load_scenario(
            folder.write("run.toml", "extends = \"historical\"\nreading = \"./mine.toml\"\n"));
        EXPECT_EQ(mine.reading, "mine");
        EXPECT_EQ(mine.constant_priors[parameter::feed_share.index].source, "b \"c\"");
        const auto run = simulate(mine);
        for (std::size_t i = 0; i < plan.targets.size(); ++i)
            EXPECT_EQ(run.figures(plan.targets[i].from, plan.targets[i].to).rural_ration_kg,
                      found.at.figures[static_cast<Eigen::Index>(i)])
                << text << plan.targets[i].label;
    }
}

TEST(FittedFile, NamesWhatItIs) {
    const Folder folder;
    folder.write("base.toml", "extends = \"historical\"\n");
    const auto plan = load_calibration(folder.write("plan.toml", small_plan));
    const auto file =
        folder.write("mine.toml", fitted_file(plan, fit(plan, prior_centres(plan)), "granary"));
    const auto reading = load_reading(file);
    EXPECT_EQ(reading.title, "Mine");
    EXPECT_EQ(reading.summary, "Two constants of my own.");
    EXPECT_EQ(reading.name, "mine");
}

TEST(QuietWorld, NeitherStarvesNorGrowsFat) {
    const auto history = load_scenario("historical");
    const auto quiet = simulate(history.held_at(history.start).with(lever::pressure, 0.0));
    const double ration = quiet.annual(1962).rural_ration_kg;
    EXPECT_GE(ration, 195.0);
    EXPECT_LE(ration, 215.0);
    EXPECT_LT(quiet.excess_deaths_million(), 0.1);
}

TEST(CalibrationPlan, NamesTheRecordThatEachTargetRestsOn) {
    for (const auto& target : shipped_plan().targets) {
        EXPECT_THAT(target.basis, AnyOf(HasSubstr("sourced"), HasSubstr("corroborated")))
            << target.label;
        EXPECT_THAT(target.basis, Not(HasSubstr("unverified"))) << target.label;
    }
}

}  // namespace
}  // namespace granary
