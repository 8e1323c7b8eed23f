#include "granary/write/output.hpp"

#include <dirent.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

#include "granary/foundation/error.hpp"
#include "unit/read/folder.hpp"

namespace granary {
namespace {

class WriteFile : public testing::Test {
  protected:
    std::string path(const std::string& name) const { return folder_.path(name); }
    static std::string read(const std::string& path) {
        std::ifstream file(path, std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    }
    std::size_t files() const {
        std::size_t count = 0;
        DIR* folder = ::opendir(folder_.path().c_str());
        while (const auto* entry = ::readdir(folder)) count += entry->d_name[0] != '.';
        ::closedir(folder);
        return count;
    }
    static mode_t mode(const std::string& path) {
        struct stat found {};
        EXPECT_EQ(::stat(path.c_str(), &found), 0);
        return found.st_mode & 07777;
    }

    Folder folder_;
};

TEST_F(WriteFile, ReplacesTheWholeFileAndLeavesNothingBesideIt) {
    write_file(path("a"), "a longer text\n");
    write_file(path("a"), "short\n");
    EXPECT_EQ(read(path("a")), "short\n");
    EXPECT_EQ(files(), 1U);
}

TEST_F(WriteFile, KeepsTheModeOfTheFileItReplaces) {
    write_file(path("a"), "x");
    ASSERT_EQ(::chmod(path("a").c_str(), 0640), 0);
    write_file(path("a"), "y");
    EXPECT_EQ(mode(path("a")), 0640U);
}

TEST_F(WriteFile, HeedsTheUsersMask) {
    const mode_t before = ::umask(027);
    write_file(path("a"), "x");
    ::umask(before);
    EXPECT_EQ(mode(path("a")), 0640U);
}

TEST_F(WriteFile, WritesThroughALink) {
    write_file(path("target"), "old");
    ASSERT_EQ(::symlink("target", path("link").c_str()), 0);
    write_file(path("link"), "new");
    EXPECT_EQ(read(path("target")), "new");
    struct stat found {};
    ASSERT_EQ(::lstat(path("link").c_str(), &found), 0);
    EXPECT_TRUE(S_ISLNK(found.st_mode));
}

TEST_F(WriteFile, RefusesALinkThatLeadsNowhere) {
    ASSERT_EQ(::symlink("target", path("link").c_str()), 0);
    EXPECT_THROW(require_writable(path("link")), FileError);
    EXPECT_THROW(write_file(path("link"), "new"), FileError);
    EXPECT_EQ(files(), 1U);
    struct stat found {};
    ASSERT_EQ(::lstat(path("link").c_str(), &found), 0);
    EXPECT_TRUE(S_ISLNK(found.st_mode));
}

TEST_F(WriteFile, TakesAwayWhatAKilledProcessLeftBesideIt) {
    folder_.write_left_part("a");
    folder_.write("a.999999999.part", "precious");
    folder_.write("a.999999999-1.part", "precious");
    folder_.write("a." + std::to_string(::getpid()) + ".part", "precious");
    write_file(path("a"), "x");
    EXPECT_EQ(files(), 4U) << "what does not bear its own inode's number is somebody else's";
}

TEST_F(WriteFile, OfTheProgramsOwnFollowsNoLinkAndReplacesNothingUnasked) {
    const FillFile fill = [](const std::string& file) { std::ofstream(file) << "own"; };
    write_file(path("target"), "a week's work");
    ASSERT_EQ(::symlink("target", path("link").c_str()), 0);
    EXPECT_THROW(write_file(path("link"), fill, Existing::own), FileError);
    for (const auto* name : {"link", "target"})
        EXPECT_THROW(write_file(path(name), fill, Existing::kept), FileError);
    EXPECT_EQ(read(path("target")), "a week's work");
    write_file(path("new"), fill, Existing::kept);
    EXPECT_EQ(read(path("new")), "own");
    write_file(path("new"), fill, Existing::own);
    EXPECT_EQ(files(), 3U);
}

TEST_F(WriteFile, WritesAPipeAndLeavesItAPipe) {
    ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
    std::string seen;
    std::thread reader([&] { seen = read(path("pipe")); });
    write_file(path("pipe"), "through");
    reader.join();
    EXPECT_EQ(seen, "through");
    EXPECT_EQ(files(), 1U);
}

/// A write that meets the limit of a file's size raises SIGXFSZ, whose handler here raises the
/// signal of the test: it comes while the text is half written.
int status_of_a_write_met_by(int signal, const std::string& path) {
    static int met_by;
    met_by = signal;
    const pid_t child = ::fork();
    if (child == 0) {
        const struct rlimit limit { 4096, 4096 };
        ::setrlimit(RLIMIT_FSIZE, &limit);
        std::signal(met_by, SIG_DFL);
        std::signal(SIGXFSZ, [](int) { std::raise(met_by); });
        try {
            write_file(path, std::string(100'000, 'x'));
        } catch (const FileError&) {
            std::_Exit(5);
        }
        std::_Exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

TEST_F(WriteFile, IsNotLeftHalfWrittenByASignalThatEndsTheProgram) {
    write_file(path("a"), "old");
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        const int status = status_of_a_write_met_by(signal, path("a"));
        EXPECT_TRUE(WIFSIGNALED(status)) << "the signal is held back, not lost";
        EXPECT_EQ(WTERMSIG(status), signal);
        EXPECT_EQ(read(path("a")), "old");
        EXPECT_EQ(files(), 1U);
    }
}

TEST_F(WriteFile, TellsWhoFillsTheFileThatAnEndWaits) {
    const auto file = path("a.txt");
    const auto before = std::signal(SIGTERM, SIG_IGN);
    std::signal(SIGTERM, [](int) {});
    bool at_first = true, after_signal = false;
    write_file(file, [&](const std::string& beside) {
        at_first = end_is_waiting();
        ::raise(SIGTERM);
        after_signal = end_is_waiting();
        std::ofstream(beside) << "filled";
    });
    std::signal(SIGTERM, before);
    EXPECT_FALSE(at_first);
    EXPECT_TRUE(after_signal);
    EXPECT_FALSE(end_is_waiting());
    EXPECT_EQ(read(file), "filled");
}

TEST_F(WriteFile, LeftHalfWrittenByAProcessThatWasKilledIsRemoved) {
    const auto left = folder_.write_left_part("a.nc");
    const auto of_another = folder_.write_left_part("b.nc");
    for (const auto* name : {"a.nc.99999999-1.part", "a.nc.99999999.part", "a.nc.x.part"})
        folder_.write(name, "precious");
    std::string at_work;
    const FillFile fill = [&](const std::string& file) {
        at_work = std::filesystem::read_symlink(file).string();
        remove_left_parts(path("a.nc"));
        EXPECT_TRUE(std::filesystem::exists(at_work)) << "its process lives";
    };
    write_file(path("a.nc"), fill);
    EXPECT_FALSE(std::filesystem::exists(left));
    EXPECT_TRUE(std::filesystem::exists(of_another));
    EXPECT_FALSE(std::filesystem::exists(at_work));
    EXPECT_EQ(files(), 5U);
}

TEST_F(WriteFile, LeavesTheSignalMaskAsItWas) {
    sigset_t before, after;
    ::pthread_sigmask(SIG_SETMASK, nullptr, &before);
    write_file(path("a"), "x");
    EXPECT_THROW(write_file(path("no/such"), "x"), FileError);
    ::pthread_sigmask(SIG_SETMASK, nullptr, &after);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT})
        EXPECT_EQ(::sigismember(&before, signal), ::sigismember(&after, signal));
}

TEST_F(WriteFile, CanBeAskedForBeforehand) {
    EXPECT_NO_THROW(require_writable(path("a")));
    EXPECT_EQ(files(), 0U) << "asking makes no file";
    EXPECT_NO_THROW(require_writable("/dev/null"));
    EXPECT_THROW(require_writable(path("")), FileError) << "a folder";
    EXPECT_THROW(require_writable(path("no/such")), FileError);
}

TEST_F(WriteFile, FailsWithTheNameAndTheReason) {
    try {
        write_file(path("no/such"), "x");
        FAIL();
    } catch (const FileError& error) {
        EXPECT_NE(std::string(error.what()).find("no/such: No such file"), std::string::npos);
    }
    EXPECT_THROW(write_file(path(""), "x"), FileError);
    EXPECT_THROW(write_file("/dev/full", "x"), FileError);
}

}  // namespace
}  // namespace granary
