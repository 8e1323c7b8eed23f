/// The command among other programs: full disks, signals, limits, folders it may not write.

#include <gmock/gmock.h>
#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include "cli/processes.hpp"
#include "cli/run_command.hpp"
#include "support/paths.hpp"

namespace granary::test {
namespace {

using testing::AllOf;
using testing::AnyOf;
using testing::Each;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

// --- Signals ---

TEST(Signals, EndACalibrationAtOnceAndLeaveNothing) {
    const Folder folder;
    for (const int signal : {SIGINT, SIGTERM}) {
        const int status =
            status_after(signal, std::chrono::milliseconds(300),
                         {"calibrate", "--starts", "1000", "-o", folder.path("fitted.toml"),
                          "--report", folder.path("report.md")});
        EXPECT_TRUE(WIFSIGNALED(status)) << "a shell stops its loop only then";
        EXPECT_EQ(WTERMSIG(status), signal);
        EXPECT_THAT(names_in(folder.path()), IsEmpty());
    }
}

TEST(Signals, LeaveTheOldFileOrTheNewOneWheneverTheyCome) {
    const Folder folder;
    const auto file = folder.write("months.csv", "old\n");
    const auto whole =
        granary("run two-provinces --every month --format csv -o " + folder.path("whole.csv"));
    ASSERT_EQ(whole.code, 0) << whole.err;
    for (int milliseconds = 0; milliseconds < 40; milliseconds += 2) {
        status_after(SIGINT, std::chrono::milliseconds(milliseconds),
                     {"run", "two-provinces", "--every", "month", "-o", file});
        const auto now = contents(file);
        EXPECT_TRUE(now == "old\n" || now == contents(folder.path("whole.csv")));
        EXPECT_THAT(names_in(folder.path()),
                    Each(AnyOf("months.csv", "months.csv.json", "whole.csv", "whole.csv.json")))
            << "after " << milliseconds << " ms";
    }
}

TEST(Signals, EndASweepAndLeaveTheOldFile) {
    const Folder folder;
    const auto file = folder.write("old.csv", "old\n");
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        const int status = status_after(signal, std::chrono::milliseconds(500),
                                        {"sweep", "historical", "--lever", "export_mt=0:6:1000",
                                         "--lever", "pressure=0:2:1000", "-o", file});
        EXPECT_TRUE(WIFSIGNALED(status)) << "a shell stops its loop only then";
        EXPECT_EQ(WTERMSIG(status), signal);
        EXPECT_EQ(contents(file), "old\n");
        EXPECT_EQ(names_in(folder.path()).size(), 1U);
    }
}

// --- Full disks and limits ---

TEST(FullDisk, IsToldForEveryKindOfOutput) {
    for (const auto* arguments : {"run historical", "list", "data rural_ration_kg", "--help",
                                  "--version", "explain model", "check historical"}) {
        const auto run = shell(std::string("\"$granary\" ") + arguments + " >/dev/full");
        EXPECT_EQ(run.code, 5) << arguments;
        EXPECT_EQ(run.err, "granary: cannot write the standard output: No space left on device\n")
            << arguments;
    }
    EXPECT_EQ(granary("run historical -o /dev/full").err,
              "granary: cannot write /dev/full: No space left on device\n");
}

TEST(FullDisk, OfTheErrorsOwnOutputIsNoFurtherFault) {
    EXPECT_EQ(shell("\"$granary\" run nothing-of-that-name 2>/dev/full").code, 4);
}

TEST(FileSizeLimit, IsAnErrorThatLeavesTheOldFile) {
    const Folder folder;
    const auto file = folder.write("months.csv", "old\n");
    const auto run =
        shell("(ulimit -f 1; \"$granary\" run two-provinces --every month -o " + file + ")");
    EXPECT_EQ(run.code, 5);
    EXPECT_EQ(run.err, "granary: cannot write " + file + ": File too large\n");
    EXPECT_EQ(contents(file), "old\n");
    EXPECT_EQ(names_in(folder.path()).size(), 1U);
}

TEST(ClosedOutput, IsToldAndNotTakenForAFile) {
    EXPECT_THAT(shell("\"$granary\" run historical >&-").err,
                StartsWith("granary: cannot write the standard output: Bad file descriptor"));
}

// --- Readers who leave ---

TEST(ClosedPipe, EndsEveryCommandQuietly) {
    for (const auto* arguments : {"run two-provinces --every month --format csv",
                                  "data rural_ration_kg", "explain --markdown symbols"}) {
        const auto run =
            shell(std::string("{ \"$granary\" ") + arguments + "; echo \"code $?\" >&2; } | :");
        EXPECT_EQ(run.err, "code 0\n") << arguments;
    }
}

// --- Folders ---

TEST(ReadOnlyFolder, IsNamedAsTheReason) {
    const Folder folder;
    const auto closed = closed_folder(folder);
    const auto run = granary("run historical -o " + closed + "/a.csv");
    EXPECT_EQ(run.code, 5);
    EXPECT_THAT(run.err, AllOf(StartsWith("granary: cannot write " + closed +
                                          "/a.csv: no file can be made in the folder " + closed),
                               EndsWith(")\n")));
}

TEST(ReadOnlyFolder, IsToldBeforeACalibrationNotAfterIt) {
    const auto run = granary("calibrate --starts 1000 -o /nowhere/fitted.toml");
    EXPECT_EQ(run.code, 5);
    EXPECT_EQ(run.err, "granary: cannot write /nowhere/fitted.toml: No such file or directory\n");
}

// --- What is read is not replaced ---

class OwnInput : public testing::Test {
  protected:
    void SetUp() override {
        parameters_ = folder_.write("fit.toml", "[parameters]\nbelief_lag_years = 0.7\n");
        parent_ = folder_.write("parent.csv",
                                "extends = \"historical\"\nparameters_from = \"fit.toml\"\n");
        child_ = folder_.write("child.toml", "extends = \"./parent.csv\"\n");
    }
    void expect_refused(const std::string& arguments, const std::string& output) {
        const auto before = contents(output);
        const auto run = granary(arguments + " -o " + output);
        EXPECT_EQ(run.code, 2) << arguments << run.err;
        EXPECT_THAT(run.err, AllOf(StartsWith("granary: " + output + " is read here"),
                                   HasSubstr("give another file to -o")));
        EXPECT_EQ(contents(output), before);
    }
    std::string link(const std::string& to, const std::string& name, bool hard) const {
        const auto path = folder_.path(name);
        hard ? std::filesystem::create_hard_link(to, path)
             : std::filesystem::create_symlink(to, path);
        return path;
    }

    Folder folder_;
    std::string parameters_, parent_, child_;
};

TEST_F(OwnInput, IsRefusedAsOutput) {
    expect_refused("run " + parent_, parent_);
    expect_refused("run " + folder_.path("../") +
                       std::filesystem::path(folder_.path()).parent_path().filename().string() +
                       "/parent.csv",
                   parent_);
}

TEST_F(OwnInput, MeansParentsAndTheirParametersToo) {
    expect_refused("run " + child_, parent_);
    expect_refused("compare historical " + child_, parent_);
    expect_refused("run " + child_, link(parameters_, "fit.csv", false));
}

TEST_F(OwnInput, IsKnownThroughLinks) {
    expect_refused("run " + parent_, link(parent_, "soft.csv", false));
    expect_refused("run " + parent_, link(parent_, "hard.csv", true));
    expect_refused("run " + link(parent_, "other.csv", false), parent_);
}

TEST_F(OwnInput, IsRefusedForACalibrationsPlan) {
    const auto plan =
        folder_.write("plan.toml", contents(test::source_folder() + "/plans/registered.toml"));
    expect_refused("calibrate " + plan + " --starts 0", plan);
    expect_refused("calibrate " + plan + " --starts 0 --report x.md", plan);
}

TEST_F(OwnInput, IsNotEveryFileOfTheFolder) {
    EXPECT_EQ(granary("run " + child_ + " -o " + folder_.path("out.csv")).code, 0);
    EXPECT_EQ(granary("run " + child_ + " -o " + folder_.path("out.csv")).code, 0);
}

}  // namespace
}  // namespace granary::test
