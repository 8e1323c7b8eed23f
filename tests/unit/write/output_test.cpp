#include "granary/write/output.hpp"

#include <dirent.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

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

  private:
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

TEST_F(WriteFile, WritesAPipeAndLeavesItAPipe) {
    ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
    std::string seen;
    std::thread reader([&] { seen = read(path("pipe")); });
    write_file(path("pipe"), "through");
    reader.join();
    EXPECT_EQ(seen, "through");
    EXPECT_EQ(files(), 1U);
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

TEST_F(WriteFile, IsKnownToFailBeforeLongWork) {
    write_file(path("there"), "old");
    EXPECT_NO_THROW(require_writable(path("there")));
    EXPECT_NO_THROW(require_writable(path("new")));
    EXPECT_NO_THROW(require_writable("new"));
    EXPECT_NO_THROW(require_writable("/dev/null"));
    EXPECT_THROW(require_writable(path("no/such")), FileError);
    EXPECT_THROW(require_writable(path(".")), FileError);
    EXPECT_EQ(read(path("there")), "old");
    EXPECT_EQ(files(), 1U);
}

}  // namespace
}  // namespace granary
