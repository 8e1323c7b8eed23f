#include "granary/netcdf/ensemble_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netcdf.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <bit>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <new>
#include <set>
#include <sstream>

#include "granary/foundation/error.hpp"
#include "netcdf/child.hpp"
#include "netcdf/dataset.hpp"
#include "netcdf/sample.hpp"
#include "unit/read/folder.hpp"

namespace granary {
namespace {

using testing::AnyOf;
using testing::HasSubstr;

std::string bytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The numbers as they stand in memory, so that one undefined equals another.
std::vector<std::uint64_t> bits(const std::vector<double>& values) {
    std::vector<std::uint64_t> result;
    for (const double value : values)
        result.push_back(std::isnan(value) ? 0x7ff8000000000000U
                                           : std::bit_cast<std::uint64_t>(value));
    return result;
}

/// Without the line at the end, as another program leaves it.
std::string unsealed(const std::string& file) {
    return file.substr(0, file.rfind("\ngranary sha256 "));
}

void expect_equal(const Ensemble& read, const Ensemble& written) {
    EXPECT_EQ(read.identity, written.identity);
    EXPECT_EQ(read.members, written.members);
    EXPECT_EQ(read.seed, written.seed);
    EXPECT_EQ(read.years, written.years);
    EXPECT_EQ(read.inputs, written.inputs);
    EXPECT_EQ(read.what, written.what);
    EXPECT_EQ(read.summary, written.summary);
}

class EnsembleFileTest : public testing::Test {
  protected:
    std::string path(const std::string& name = "a.nc") const { return folder_.path(name); }
    std::size_t files() const {
        std::size_t count = 0;
        for ([[maybe_unused]] const auto& entry :
             std::filesystem::directory_iterator(folder_.path()))
            ++count;
        return count;
    }
    /// What reading a file throws.
    std::string refusal(const std::string& file) const {
        try {
            read_ensemble(file);
        } catch (const FileError& error) {
            return error.what();
        }
        return "it was read";
    }
    std::string write_text(const std::string& name, const std::string& text) const {
        return folder_.write(name, text);
    }

  private:
    Folder folder_;
};

TEST_F(EnsembleFileTest, KeepsEveryBitOfAnEnsemble) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const Sample sample{1 + random_bits(seed, 0, 0) % 9000,
                            seed,
                            {1958, 1959, 1960},
                            random_bits(seed, 1, 0) % 60};
        const auto whole = sample.whole();
        write_ensemble(path(), whole);
        expect_equal(read_ensemble(path()), whole);
    }
}

TEST_F(EnsembleFileTest, KeepsAPartWithGapsAndNothingAtAll) {
    const Sample sample{9000, 3, {1958}, 20};
    auto part = sample.part({1, 4});
    part.summary.add(sample.summary_of(7));
    write_ensemble(path(), part);
    expect_equal(read_ensemble(path()), part);
    EXPECT_EQ(missing_members(part), "members 1 to 1024, 4097 to 7168, 8193 to 9000");
    const auto nothing = sample.part({0, 0});
    write_ensemble(path(), nothing);
    expect_equal(read_ensemble(path()), nothing);
}

TEST_F(EnsembleFileTest, KeepsAnEnsembleWithoutYearsFactsOrThresholds) {
    auto whole = Sample{10, 1, {}, 0}.whole();
    whole.identity.clear();
    write_ensemble(path(), whole);
    expect_equal(read_ensemble(path()), whole);
}

TEST_F(EnsembleFileTest, KeepsWholeNumbersThatNoDoubleHolds) {
    auto whole = Sample{3000, 1, {1958}, 0}.whole();
    whole.seed = 0xffffffffffffffffU;
    whole.summary.above[0] = (1ULL << 53) + 1;
    whole.summary.nodes[0].moments[0].count = (1ULL << 63) + 1;
    whole.summary.buckets[0] = BucketCounts(7, {{5, whole.summary.moments(0).count}});
    write_ensemble(path(), whole);
    expect_equal(read_ensemble(path()), whole);
}

TEST_F(EnsembleFileTest, KeepsLongFactsAndAsManyFaultsAsThereAre) {
    auto whole = Sample{9000, 5, {1958}, 2}.whole();
    ASSERT_EQ(whole.summary.faults.size(), Summary::most_faults);
    ASSERT_GT(whole.summary.faulty, Summary::most_faults);
    whole.identity.push_back({"long", std::string(300'000, 'x')});
    write_ensemble(path(), whole);
    expect_equal(read_ensemble(path()), whole);
}

TEST_F(EnsembleFileTest, IsTheSameFileForTheSameEnsemble) {
    const Sample sample{5000, 2, {1958, 1959}, 30};
    write_ensemble(path("a.nc"), sample.whole());
    auto backwards = sample.part({0, 0});
    for (std::uint64_t chunk = chunks_of(sample.members); chunk-- > 0;)
        backwards.summary.add(sample.summary_of(chunk));
    write_ensemble(path("b.nc"), backwards);
    write_ensemble(path("c.nc"), read_ensemble(path("a.nc")));
    EXPECT_TRUE(bytes(path("a.nc")) == bytes(path("b.nc")));
    EXPECT_TRUE(bytes(path("a.nc")) == bytes(path("c.nc")));
}

TEST_F(EnsembleFileTest, KeepsTheFiguresOfEachMemberWhereAsked) {
    const Sample sample{2500, 4, {1958, 1959}, 10};
    const MemberRows rows = [&](std::uint64_t chunk) { return sample.rows(chunk); };
    const auto whole = sample.whole();
    write_ensemble(path(), whole, &rows);
    expect_equal(read_ensemble(path()), whole);
    const auto kept = members_of(path(), whole);
    ASSERT_TRUE(kept);
    for (std::uint64_t chunk = 0; chunk < 3; ++chunk)
        EXPECT_EQ(bits((*kept)(chunk)), bits(sample.rows(chunk))) << chunk;
    write_ensemble(path("again.nc"), whole, &*kept);
    EXPECT_TRUE(bytes(path()) == bytes(path("again.nc")));
    write_ensemble(path("without.nc"), whole);
    EXPECT_FALSE(members_of(path("without.nc"), whole));
}

TEST_F(EnsembleFileTest, KeepsEveryRegionAndItsMembers) {
    const Sample sample{2500, 4, {1958, 1959}, 10, {"Modest", "Zealous", "né"}};
    const MemberRows rows = [&](std::uint64_t chunk) { return sample.rows(chunk); };
    const auto whole = sample.whole();
    write_ensemble(path(), whole, &rows);
    expect_equal(read_ensemble(path()), whole);
    const auto kept = members_of(path(), whole);
    for (std::uint64_t chunk = 0; chunk < 3; ++chunk)
        EXPECT_EQ(bits((*kept)(chunk)), bits(sample.rows(chunk))) << chunk;
    const auto stripped = path("stripped.nc");
    std::filesystem::copy(path(), stripped);
    std::filesystem::resize_file(stripped, unsealed(bytes(path())).size());
    expect_equal(read_ensemble(stripped), whole);
    auto other = whole;
    other.what.regions[2] = "Another";
    EXPECT_NE(ensemble_sha256(other), ensemble_sha256(whole));
    other = whole;
    other.what.measures.back().area = 0;
    EXPECT_NE(ensemble_sha256(other), ensemble_sha256(whole));
}

TEST_F(EnsembleFileTest, OfTheNationAloneHasNoAxisOfRegions) {
    write_ensemble(path(), Sample{10, 1, {1958}, 0}.whole());
    int file = 0, found = 0;
    ASSERT_EQ(::nc_open(path().c_str(), NC_NOWRITE, &file), NC_NOERR);
    EXPECT_EQ(::nc_inq_dimid(file, "region", &found), NC_EBADDIM);
    EXPECT_EQ(::nc_inq_varid(file, "region", &found), NC_ENOTVAR);
    ASSERT_EQ(::nc_close(file), NC_NOERR);
}

TEST_F(EnsembleFileTest, AsksForTheMembersOfThosePartsAloneThatItHas) {
    const Sample sample{5000, 4, {1958}, 0};
    std::vector<std::uint64_t> asked;
    const MemberRows rows = [&](std::uint64_t chunk) {
        asked.push_back(chunk);
        return sample.rows(chunk);
    };
    const auto part = sample.part({1, 3});
    write_ensemble(path(), part, &rows);
    EXPECT_EQ(asked, (std::vector<std::uint64_t>{1, 2}));
    const auto kept = members_of(path(), part);
    EXPECT_EQ(bits((*kept)(2)), bits(sample.rows(2)));
    EXPECT_THROW((*kept)(4), FileError) << "they are not in it";
}

TEST_F(EnsembleFileTest, WritesAndReadsFilesOfOddNames) {
    const auto whole = Sample{10, 1, {1958}, 0}.whole();
    for (const auto* name : {"with space.nc", "a#mode=bytes", "né.nc", "http:x.nc"}) {
        write_ensemble(path(name), whole);
        expect_equal(read_ensemble(path(name)), whole);
    }
    EXPECT_EQ(files(), 4U);
}

TEST_F(EnsembleFileTest, RefusesWhatIsNoEnsembleWithTheNameOfTheFile) {
    EXPECT_THAT(refusal(path("none.nc")), HasSubstr("none.nc: No such file"));
    const auto text = write_text("text.nc", "figure,unit,year\n");
    EXPECT_THAT(refusal(text), HasSubstr("text.nc: NetCDF: Unknown file format"));
    int other = 0;
    ASSERT_EQ(::nc_create(path("other.nc").c_str(), NC_NETCDF4, &other), NC_NOERR);
    ASSERT_EQ(::nc_def_grp(other, "partial", nullptr), NC_NOERR);
    ASSERT_EQ(::nc_close(other), NC_NOERR);
    EXPECT_THAT(refusal(path("other.nc")), HasSubstr("other.nc: it is no ensemble of granary"));
}

TEST_F(EnsembleFileTest, RefusesAnotherLayout) {
    write_ensemble(path(), Sample{10, 1, {1958}, 0}.whole());
    int file = 0, group = 0;
    const std::uint64_t earlier = 2;
    ASSERT_EQ(::nc_open(path().c_str(), NC_WRITE, &file), NC_NOERR);
    ASSERT_EQ(::nc_inq_grp_ncid(file, "partial", &group), NC_NOERR);
    ASSERT_EQ(::nc_put_att(group, NC_GLOBAL, "layout", NC_UINT64, 1, &earlier), NC_NOERR);
    ASSERT_EQ(::nc_close(file), NC_NOERR);
    EXPECT_THAT(refusal(path()),
                HasSubstr("it is of layout 2, known here is layout 4: run the ensemble "
                          "again, or take the granary that wrote it"));
}

/// As exit codes that no program ends with by itself.
enum class Seen { same = 50, other, refused, ended };

/// What comes of reading a damaged file, in a process of its own lest it be ended.
Seen seen_in(const std::string& path, const Ensemble& sound) {
    const pid_t child = ::fork();
    if (child == 0) {
        try {
            const auto read = read_ensemble(path);
            const bool same = read.summary == sound.summary && read.identity == sound.identity &&
                              read.what == sound.what;
            std::_Exit(static_cast<int>(same ? Seen::same : Seen::other));
        } catch (const FileError&) {
            std::_Exit(static_cast<int>(Seen::refused));
        }
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    const auto code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    return code >= static_cast<int>(Seen::same) ? static_cast<Seen>(code) : Seen::ended;
}

TEST_F(EnsembleFileTest, IsReadAsAnotherProgramLeftItToo) {
    const Sample sample{2500, 4, {1958, 1959}, 10};
    const MemberRows rows = [&](std::uint64_t chunk) { return sample.rows(chunk); };
    const auto whole = sample.whole();
    write_ensemble(path(), whole, &rows);
    const auto stripped = write_text("stripped.nc", unsealed(bytes(path())));
    expect_equal(read_ensemble(stripped), whole);
    EXPECT_TRUE(has_members(stripped));
    EXPECT_EQ(bits((*members_of(stripped, whole))(1)), bits(sample.rows(1)));
    EXPECT_THROW(read_own_ensemble(stripped), FileError) << "the program's own always have it";
}

TEST_F(EnsembleFileTest, IsRefusedWhereABitIsFlipped) {
    const auto whole = Sample{3000, 8, {1958}, 40}.whole();
    write_ensemble(path(), whole);
    const auto sound = bytes(path());
    for (std::uint64_t i = 0; i < 600; ++i) {
        auto damaged = sound;
        const auto place = random_bits(1, 2, i) % unsealed(sound).size();
        damaged[place] = static_cast<char>(damaged[place] ^ (1 << random_bits(1, 3, i) % 8));
        EXPECT_THAT(refusal(write_text("damaged.nc", damaged)),
                    HasSubstr("damaged.nc: it is damaged: its bytes are not those that were"));
    }
}

TEST_F(EnsembleFileTest, WithoutItsDigestIsNeverReadAsAnotherEnsembleAndEndsNoProgram) {
    const auto whole = Sample{3000, 8, {1958}, 40}.whole();
    write_ensemble(path(), whole);
    const auto sound = unsealed(bytes(path()));
    int refused = 0;
    for (std::uint64_t i = 0; i < 300; ++i) {
        auto damaged = sound;
        const auto place = random_bits(1, 2, i) % sound.size();
        damaged[place] = static_cast<char>(damaged[place] ^ (1 << random_bits(1, 3, i) % 8));
        const auto seen = seen_in(write_text("damaged.nc", damaged), whole);
        EXPECT_TRUE(seen == Seen::same || seen == Seen::refused) << "a flipped bit at " << place;
        refused += seen == Seen::refused;
    }
    EXPECT_GT(refused, 5) << "else no bit met anything";
}

TEST_F(EnsembleFileTest, ThatDoesNotFitIntoMemoryOrTimeIsRefused) {
    const auto in_a_child = [](const std::function<std::string()>& act) -> std::string {
        try {
            return netcdf::in_child(act);
        } catch (const netcdf::Fault& fault) {
            return fault.what();
        } catch (const netcdf::Unreadable& reason) {
            return reason.what();
        }
    };
    EXPECT_EQ(in_a_child([] { return std::string("answer\0.", 8); }), std::string("answer\0.", 8));
    const auto no_end = "the library that reads netCDF came to no end, or to a bad one, over it";
    EXPECT_THAT(in_a_child([] { return std::string(std::size_t{1} << 31, 'x'); }),
                AnyOf("it takes more memory than a file may that another program wrote", no_end));
    EXPECT_EQ(in_a_child([]() -> std::string { std::abort(); }), no_end);
}

/// How a process ends that may take so many bytes more than it has: 0 where `act` is done, 1 where
/// it tells that memory is used up, 2 where it says anything else; a signal's as a shell tells it.
int end_with_memory(rlim_t more, const std::function<void()>& act) {
    const pid_t child = ::fork();
    if (child == 0) {
        rlim_t pages = 0;
        std::ifstream("/proc/self/statm") >> pages;
        const rlim_t most = pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE)) + more;
        const struct rlimit limit { most, most };
        ::setrlimit(RLIMIT_AS, &limit);
        ::alarm(60);
        int end = 0;
        try {
            act();
        } catch (const std::bad_alloc&) {
            end = 1;
        } catch (const std::exception&) {
            end = 2;
        }
        ::_exit(end);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

TEST_F(EnsembleFileTest, IsNeverCalledDamagedForWantOfMemory) {
    const auto sample = Sample{5000, 1, {1958, 1959, 1960}, 0};
    const auto whole = sample.whole();
    write_ensemble(path(), whole);
    write_text("unsealed.nc", unsealed(bytes(path())));
    std::set<int> ends;
    for (rlim_t more = 0; more <= rlim_t{128} << 20; more += rlim_t{16} << 20) {
        ends.insert(end_with_memory(more, [&] { read_ensemble(path()); }));
        ends.insert(end_with_memory(more, [&] { read_own_ensemble(path()); }));
        ends.insert(end_with_memory(more, [&] { read_ensemble(path("unsealed.nc")); }));
        ends.insert(end_with_memory(more, [&] { write_ensemble(path("new.nc"), whole); }));
    }
    EXPECT_EQ(ends, (std::set{0, 1}));
}

TEST_F(EnsembleFileTest, IsRefusedWhereItIsCutShort) {
    write_ensemble(path(), Sample{3000, 8, {1958}, 40}.whole());
    const auto sound = bytes(path());
    for (const double part : {0.0, 0.1, 0.5, 0.9, 0.999}) {
        const auto length = static_cast<std::size_t>(part * static_cast<double>(sound.size()));
        EXPECT_THAT(refusal(write_text("short.nc", sound.substr(0, length))),
                    HasSubstr("short.nc: "));
    }
}

TEST_F(EnsembleFileTest, KeepsTheOldFileAndItsModeAndLeavesNothingBesideIt) {
    const auto whole = Sample{10, 1, {1958}, 0}.whole();
    write_text("a.nc", "old");
    ASSERT_EQ(::chmod(path().c_str(), 0640), 0);
    const MemberRows broken = [](std::uint64_t) -> std::vector<double> {
        throw Error(ErrorClass::integration, "the member went wrong");
    };
    EXPECT_THROW(write_ensemble(path(), whole, &broken), Error);
    EXPECT_EQ(bytes(path()), "old");
    EXPECT_EQ(files(), 1U);
    write_ensemble(path(), whole);
    EXPECT_EQ(files(), 1U);
    EXPECT_EQ(std::filesystem::status(path()).permissions(), std::filesystem::perms(0640));
    EXPECT_THROW(write_ensemble("/dev/null", whole), FileError);
    EXPECT_THROW(write_ensemble(path("no/such.nc"), whole), FileError);
}

/// What is told of a write that may not exceed so many bytes, and how the program ends.
std::pair<std::string, int> limited_write(const std::string& path, rlim_t most,
                                          const std::string& told) {
    const pid_t child = ::fork();
    if (child == 0) {
        const struct rlimit limit { most, most };
        std::signal(SIGXFSZ, SIG_IGN);
        ::alarm(60);
        const auto whole = Sample{5000, 1, {1958, 1959}, 0}.whole();
        std::string message = "it was written";
        ::setrlimit(RLIMIT_FSIZE, &limit);
        try {
            write_ensemble(path, whole);
        } catch (const FileError& error) {
            message = error.what();
        }
        std::ofstream(told) << message;
        std::exit(5);  // with all that a library does at the end
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return {bytes(told), status};
}

TEST_F(EnsembleFileTest, TellsOfADiskThatRefusesMoreAndKeepsTheOldFile) {
    write_text("a.nc", "old");
    for (const rlim_t most : {512, 4096, 20'000, 60'000}) {
        const auto [message, status] = limited_write(path(), most, path("told"));
        EXPECT_THAT(message, HasSubstr("a.nc: File too large")) << most;
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 5) << most;
        EXPECT_EQ(bytes(path()), "old");
        EXPECT_EQ(files(), 2U);
    }
}

TEST_F(EnsembleFileTest, RefusesAttributesThatWouldHideAnother) {
    auto whole = Sample{10, 1, {1958}, 0}.whole();
    whole.identity.push_back({"title", "again"});
    EXPECT_THROW(write_ensemble(path(), whole), Error);
    whole.identity.back().name = "history";
    EXPECT_THROW(write_ensemble(path(), whole), Error);
    EXPECT_EQ(files(), 0U);
}

}  // namespace
}  // namespace granary
