/// Ensembles run into files by the library alone, as a program that embeds it does.

#include "granary/ensemble/run_ensemble.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "granary/analysis/tested.hpp"
#include "granary/ensemble/merge_blocks.hpp"
#include "granary/ensemble/request.hpp"
#include "granary/foundation/error.hpp"
#include "granary/foundation/limits.hpp"
#include "granary/netcdf/ensemble_file.hpp"
#include "granary/run.hpp"
#include "granary/study/design.hpp"
#include "granary/study/prior.hpp"
#include "unit/read/folder.hpp"

namespace granary {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string bytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

class RunEnsembleTest : public testing::Test {
  protected:
    std::string path(const std::string& name) const { return folder_.path(name); }
    std::size_t files() const {
        const std::filesystem::directory_iterator all(folder_.path());
        return static_cast<std::size_t>(std::distance(begin(all), end(all)));
    }
    EnsembleJob job(std::uint64_t members, const std::string& file) const {
        EnsembleRequest request;
        request.scenario = "historical";
        request.members = members;
        auto job = job_of(request, path(file));
        job.threads = 1;
        return job;
    }
    /// More members than a chunk has, of two months.
    EnsembleJob short_job(const std::string& file) const {
        EnsembleRequest request;
        request.scenario = "historical";
        request.settings = {"end=\"1957-03\""};
        request.members = chunk_members + 2;
        auto job = job_of(request, path(file));
        job.threads = 1;
        return job;
    }
    static std::string refusal(const EnsembleJob& job) {
        try {
            run_ensemble(job);
        } catch (const Error& error) {
            EXPECT_EQ(error.error_class, ErrorClass::usage);
            return error.what();
        }
        return "it was run";
    }

    Folder folder_;
};

EnsembleWatch stop_at_once() {
    return {{}, [](const EnsembleProgress&) { return false; }};
}

TEST_F(RunEnsembleTest, GoesOnFromWhereItWasStoppedAndEndsInTheSameFile) {
    auto stopped = job(chunk_members + 2, "a.nc");
    stopped.keep_members = true;
    const auto first = run_ensemble(stopped, stop_at_once());
    EXPECT_EQ(first.end, EnsembleEnd::stopped);
    EXPECT_EQ(first.progress.done, chunk_members);
    EXPECT_EQ(first.progress.all, chunk_members + 2);
    EXPECT_EQ(read_ensemble(checkpoint_of(stopped.file)).summary, first.ensemble.summary);
    EXPECT_FALSE(std::filesystem::exists(stopped.file));
    EnsembleProgress begun;
    const auto second =
        run_ensemble(stopped, {[&](const EnsembleProgress& progress) { begun = progress; }, {}});
    EXPECT_TRUE(begun.resumed);
    EXPECT_EQ(begun.done, chunk_members);
    EXPECT_EQ(second.end, EnsembleEnd::written);
    EXPECT_EQ(second.progress.done, chunk_members + 2);
    EXPECT_EQ(files(), 1U) << "nothing else is left";
    auto undisturbed = job(chunk_members + 2, "b.nc");
    undisturbed.keep_members = true;
    EXPECT_EQ(run_ensemble(undisturbed).ensemble.summary, second.ensemble.summary);
    EXPECT_TRUE(bytes(path("b.nc")) == bytes(path("a.nc")));
    EXPECT_TRUE(has_members(path("a.nc")));
}

TEST_F(RunEnsembleTest, CountsTheMembersWhoseRunsAloneWouldBearNoToll) {
    constexpr std::uint64_t members = 23;  // packs of several sizes, and one that runs alone
    auto asked = job(members, "a.nc");
    const auto& plan = asked.plan;
    const Points points(plan.design, members, plan.varied.size(), plan.seed);
    std::uint64_t outside = 0;
    for (std::uint64_t i = 0; i < members; ++i) {
        const auto member = member_scenario(plan.scenario, plan.varied, points.at(i));
        outside += causes_untested(member, simulate(member)).empty() ? 0U : 1U;
    }
    ASSERT_GT(outside, 0U);
    ASSERT_LT(outside, members);
    run_ensemble(asked);
    EXPECT_EQ(read_ensemble(asked.file).summary.untested, outside);
}

TEST_F(RunEnsembleTest, LeavesABlockAloneThatIsThereAndReplacesOneOfAnotherEnsemble) {
    auto block = job(chunk_members + 1, "block.nc");
    block.block = Block{2, 2};
    EXPECT_EQ(run_ensemble(block).end, EnsembleEnd::written);
    const auto again = run_ensemble(block, stop_at_once());
    EXPECT_EQ(again.end, EnsembleEnd::there_before);
    EXPECT_EQ(again.progress.done, 1U);
    EXPECT_EQ(missing_members(again.ensemble), "members 1 to 1024");
    block.plan.seed = 2;
    EXPECT_EQ(run_ensemble(block).end, EnsembleEnd::written);
    EXPECT_EQ(read_ensemble(block.file).seed, 2U);
}

TEST_F(RunEnsembleTest, DoesNotGoOnWithTheCheckpointOfAnotherEnsemble) {
    auto other = job(2, "a.nc");
    run_ensemble(other);
    std::filesystem::rename(other.file, checkpoint_of(other.file));
    other.settings = {"levers.pressure=0"};
    EXPECT_THAT(refusal(other),
                HasSubstr("is left of another run (granary ensemble historical -n 2 --seed 1 "
                          "--design mc): settings is \"\", not \"levers.pressure=0\": delete it"));
    auto unnamed = job(2, "b.nc");
    unnamed.command.clear();
    run_ensemble(unnamed);
    std::filesystem::rename(unnamed.file, checkpoint_of(unnamed.file));
    EXPECT_THAT(refusal(job(2, "b.nc")), HasSubstr("is left of another run: command is"));
}

TEST_F(RunEnsembleTest, DoesNotGoOnWithTheCheckpointOfAnotherBuild) {
    const auto asked = short_job("a.nc");
    auto other = run_ensemble(asked).ensemble;
    std::filesystem::remove(asked.file);
    for (auto& [name, text] : other.identity)
        if (name == "code") text = "sources 0123";
    write_ensemble(checkpoint_of(asked.file), other);
    EXPECT_THAT(refusal(asked), HasSubstr("code is \"sources 0123\", not \"sources "));
}

TEST_F(RunEnsembleTest, DoesNotGoOnWithAScenarioOfTheSameTextThatIsRunOtherwise) {
    auto asked = short_job("a.nc");
    run_ensemble(asked);
    std::filesystem::rename(asked.file, checkpoint_of(asked.file));
    asked.plan.scenario = asked.plan.scenario.with(lever::relief, 1);
    EXPECT_THAT(refusal(asked), HasSubstr("scenario_sha256 is"));
}

/// Runs one that keeps its members until the first chunk is done.
EnsembleJob stopped(EnsembleJob job) {
    job.keep_members = true;
    EXPECT_EQ(run_ensemble(job, stop_at_once()).end, EnsembleEnd::stopped);
    return job;
}

std::string file_error(const EnsembleJob& job) {
    try {
        run_ensemble(job);
    } catch (const FileError& error) {
        return error.what();
    }
    return "it was run";
}

void overwrite(const std::string& path, std::streamoff at, const std::string& text) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(at);
    file << text;
}

TEST_F(RunEnsembleTest, DoesNotGoOnWithMembersThatWereChanged) {
    for (const std::streamoff at : {50, 5000, 200'000}) {
        const auto half_done = stopped(short_job("a.nc"));
        const auto members = path("a.nc.members.partial");
        overwrite(members, at, "8 bytes!");
        EXPECT_THAT(file_error(half_done), AnyOf(HasSubstr("is damaged"), HasSubstr("is not of")));
        std::filesystem::remove(members);
        EXPECT_THAT(file_error(half_done), HasSubstr("cannot open " + members));
        std::filesystem::remove(checkpoint_of(half_done.file));
    }
}

TEST_F(RunEnsembleTest, DoesNotGoOnWithTheMembersOfAnotherRun) {
    stopped(short_job("a.nc"));
    auto other = short_job("b.nc");
    other.plan.seed = 2;
    other = stopped(other);
    std::filesystem::rename(path("a.nc.members.partial"), path("b.nc.members.partial"));
    EXPECT_THAT(file_error(other), HasSubstr("b.nc.members.partial is not of this run"));
}

TEST_F(RunEnsembleTest, DoesNotGoOnWithACheckpointThatWasChanged) {
    const auto half_done = stopped(short_job("a.nc"));
    overwrite(checkpoint_of(half_done.file), 20'000, "8 bytes!");
    EXPECT_THAT(file_error(half_done),
                HasSubstr("its bytes are not those that were written: move or delete it"));
}

TEST_F(RunEnsembleTest, OverwritesNoFileOfTheUsersAndFollowsNoLink) {
    const auto victim = folder_.write("victim", "a week's work\n");
    for (const std::string work : {".partial", ".members.partial"}) {
        auto asked = short_job("a.nc");
        asked.keep_members = true;
        const auto in_the_way = asked.file + work;
        std::filesystem::create_symlink(victim, in_the_way);
        EXPECT_THAT(file_error(asked), HasSubstr(in_the_way + " is a link, which is not followed"));
        EXPECT_TRUE(std::filesystem::is_symlink(in_the_way));
        std::filesystem::remove(in_the_way);
        std::filesystem::create_symlink(path("nothing"), in_the_way);
        EXPECT_THAT(file_error(asked), HasSubstr(in_the_way + " is a link, which is not followed"));
        std::filesystem::remove(in_the_way);
        std::filesystem::create_hard_link(victim, in_the_way);
        EXPECT_THAT(file_error(asked), HasSubstr("move or delete it"));
        std::filesystem::remove(in_the_way);
        EXPECT_EQ(bytes(victim), "a week's work\n");
        EXPECT_EQ(files(), 1U);
    }
}

TEST_F(RunEnsembleTest, KeepsAFileThatComesToBeWhereACheckpointIsToGo) {
    auto asked = short_job("a.nc");
    const EnsembleWatch intruder{
        [&](const EnsembleProgress&) { folder_.write("a.nc.partial", "a week's work\n"); },
        [](const EnsembleProgress&) { return false; }};
    EXPECT_THROW(run_ensemble(asked, intruder), FileError);
    EXPECT_EQ(bytes(checkpoint_of(asked.file)), "a week's work\n");
}

TEST_F(RunEnsembleTest, TakesAwayWhatAKillLeftBeforeTheFirstCheckpoint) {
    auto asked = stopped(short_job("a.nc"));
    std::filesystem::remove(checkpoint_of(asked.file));
    folder_.write_left_part("a.nc");
    folder_.write_left_part("a.nc.partial");
    EXPECT_EQ(run_ensemble(asked).end, EnsembleEnd::written);
    EXPECT_EQ(files(), 1U);
}

TEST_F(RunEnsembleTest, KeepsWhatEachMemberWasRunWith) {
    auto asked = short_job("a.nc");
    asked.keep_members = true;
    const auto ensemble = run_ensemble(asked).ensemble;
    ASSERT_EQ(ensemble.inputs.size(), asked.plan.varied.size());
    EXPECT_EQ(ensemble.inputs[0].name, asked.plan.varied[0].variation.name());
    const auto rows = members_of(asked.file, ensemble);
    const auto last = (*rows)(1);
    const auto inputs = drawn(asked.plan, chunk_members + 1);
    const auto width = last.size() / 2;
    EXPECT_TRUE(std::equal(inputs.begin(), inputs.end(),
                           last.begin() + static_cast<std::ptrdiff_t>(width)));
}

TEST_F(RunEnsembleTest, RefusesAFileThatDoesNotSuitWhatIsAsked) {
    EXPECT_THAT(refusal(job(2, "a.txt")), HasSubstr("is written to a file .nc or .csv"));
    auto members = job(2, "a.csv");
    members.keep_members = true;
    EXPECT_THAT(refusal(members), HasSubstr("members go into a file .nc"));
    auto block = job(2, "a.csv");
    block.block = Block{1, 1};
    EXPECT_THAT(refusal(block), HasSubstr("a block goes into a file .nc"));
    block.file = path("a.nc");
    block.block = Block{2, 1};
    EXPECT_THAT(refusal(block), StartsWith("block 2 of 1"));
    EXPECT_EQ(files(), 0U);
}

TEST_F(RunEnsembleTest, ReplacesNoFileThatIsRead) {
    auto vary = job(2, "a.csv");
    vary.files_read = {folder_.write("a.csv", "what is varied\n")};
    EXPECT_THAT(refusal(vary), HasSubstr("is read here"));
    EXPECT_EQ(bytes(vary.file), "what is varied\n");
}

TEST_F(RunEnsembleTest, TellsInItsFileWhatIsVariedAndHowItWasAskedFor) {
    auto made = job(2, "a.nc");
    const auto of_the_prior = run_ensemble(made).ensemble;
    EXPECT_EQ(of_the_prior.attribute("command"),
              "granary ensemble historical -n 2 --seed 1 --design mc");
    EXPECT_THAT(of_the_prior.attribute("comment"), HasSubstr("not how well history is known"));
    made.plan.varied.pop_back();
    made.command.clear();
    const auto of_others = run_ensemble(made).ensemble;
    EXPECT_EQ(of_others.attribute("command"), "");
    EXPECT_THAT(of_others.attribute("comment"), HasSubstr("that of the distributions given"));
    EXPECT_EQ(read_ensemble(made.file).identity, of_others.identity);
}

TEST_F(RunEnsembleTest, IsPutTogetherOfItsBlocks) {
    std::vector<std::string> parts;
    for (const std::uint64_t number : {2U, 1U}) {
        auto block = job(chunk_members + 1, std::to_string(number) + ".nc");
        block.block = Block{number, 2};
        run_ensemble(block);
        parts.push_back(block.file);
    }
    const auto whole = merge_blocks(parts, path("merged.csv"));
    EXPECT_EQ(missing_members(whole), "");
    EXPECT_NO_THROW(require_figures_of_all(whole));
    EXPECT_EQ(run_ensemble(job(chunk_members + 1, "whole.csv")).ensemble.summary, whole.summary);
    EXPECT_EQ(bytes(path("merged.csv")), bytes(path("whole.csv")));
    EXPECT_THROW(merge_blocks(parts, parts[0]), Error);
    EXPECT_THROW(merge_blocks(parts, path("merged.txt")), Error);
}

/// More members than a chunk has, of three months of a country of two regions.
EnsembleJob job_of_regions(const std::string& file) {
    EnsembleRequest request;
    request.scenario = "two-provinces";
    request.settings = {"end=\"1957-03\""};
    request.members = chunk_members + 2;
    request.above = {"excess_deaths_million=0.1"};
    request.keep_members = true;
    auto job = job_of(request, file);
    job.threads = 1;
    return job;
}

TEST_F(RunEnsembleTest, OfRegionsIsTheSameFileStoppedOrInBlocks) {
    const auto whole = job_of_regions(path("whole.nc"));
    const auto ensemble = run_ensemble(whole).ensemble;
    EXPECT_THAT(ensemble.what.regions, testing::ElementsAre("Modest", "Zealous"));
    EXPECT_EQ(read_ensemble(whole.file).what, ensemble.what);
    const auto half_done = job_of_regions(path("stopped.nc"));
    EXPECT_EQ(run_ensemble(half_done, stop_at_once()).end, EnsembleEnd::stopped);
    EXPECT_EQ(run_ensemble(half_done).end, EnsembleEnd::written);
    EXPECT_TRUE(bytes(half_done.file) == bytes(whole.file));
    std::vector<std::string> parts;
    for (const std::uint64_t number : {2U, 1U}) {
        auto block = job_of_regions(path(std::to_string(number) + ".nc"));
        block.block = Block{number, 2};
        run_ensemble(block);
        parts.push_back(block.file);
    }
    merge_blocks(parts, path("merged.nc"));
    EXPECT_TRUE(bytes(path("merged.nc")) == bytes(whole.file));
}

TEST(EnsembleRequest, CountsMembersAboveWhatIsAskedForInEachRegionToo) {
    const auto what = job_of_regions("a.nc").plan.what;
    std::vector<std::size_t> counted(3);
    for (const auto& threshold : what.thresholds)
        if (threshold.source == "asked for")
            ++counted[area_place(what.measures[threshold.measure].area)];
    EXPECT_THAT(counted, testing::ElementsAre(1, 1, 1)) << "of the run, for no year is whole";
}

TEST(EnsembleRequest, RefusesMoreRegionsThanCanBeKept) {
    EnsembleRequest request;
    request.scenario = "two-provinces";
    request.members = 2;
    auto plan = job_of(request, "a.nc").plan;
    const auto region = plan.scenario.regions[0];
    while (plan.scenario.regions.size() <= limit::ensemble_regions.most)
        plan.scenario.regions.push_back(region);
    try {
        summarised_figures(plan.scenario);
        FAIL() << "they are kept";
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(), "too many regions for an ensemble: at most 32");
    }
}

TEST(EnsembleRequest, CountsMembersAboveWhatIsAskedForInEveryYearOfAFigure) {
    EnsembleRequest request;
    request.scenario = "historical";
    request.members = 2;
    const auto usual = job_of(request, "a.nc").plan.what.thresholds.size();
    request.above = {"rural_ration_kg=180", "excess_deaths_million=1e1"};
    const auto job = job_of(request, "a.nc");
    const auto years = job.plan.what.thresholds.size() - usual;
    EXPECT_GT(years, 10U);
    EXPECT_EQ(job.plan.what.thresholds.back().value, 10);
    EXPECT_THAT(job.command, HasSubstr(" --above excess_deaths_million=1e1"));
    request.settings = {"levers.pressure = { scale = 0.5 }", "title='it is; so'"};
    EXPECT_THAT(job_of(request, "a.nc").command,
                HasSubstr(" --set 'levers.pressure = { scale = 0.5 }' --set 'title='\\''it is; so"))
        << "a shell reads the words back as they were";
    request.settings.clear();
    request.above = {"rural_ration=180"};
    EXPECT_THROW(job_of(request, "a.nc"), NotFound);
    request.above = {"rural_ration_kg=much"};
    EXPECT_THROW(job_of(request, "a.nc"), Error);
}

TEST(Ensemble, NamesTheFirstOfItsMembersWithoutFigures) {
    Ensemble ensemble;
    ensemble.members = 20;
    EXPECT_NO_THROW(require_figures_of_all(ensemble));
    ensemble.summary.faulty = 12;
    for (std::uint64_t member = 0; member < 12; ++member)
        ensemble.summary.faults.push_back({member, "of nutrition"});
    try {
        require_figures_of_all(ensemble);
        FAIL();
    } catch (const IntegrationError& error) {
        EXPECT_STREQ(error.what(),
                     "12 of 20 members have no figures: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ...; "
                     "member 1: of nutrition");
    }
}

}  // namespace
}  // namespace granary
