#include "granary/netcdf/merged.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <fstream>
#include <sstream>

#include "granary/foundation/error.hpp"
#include "netcdf/sample.hpp"
#include "unit/read/folder.hpp"

namespace granary {
namespace {

using testing::HasSubstr;

class MergedTest : public testing::Test {
  protected:
    std::string write(const std::string& name, const Ensemble& part) const {
        write_ensemble(folder_.path(name), part);
        return folder_.path(name);
    }
    std::vector<std::string> write_blocks(std::uint64_t count) const {
        std::vector<std::string> paths;
        for (std::uint64_t number = 1; number <= count; ++number)
            paths.push_back(write(std::to_string(number) + ".nc",
                                  sample.part(block(number, count, sample.members))));
        return paths;
    }
    std::string refusal(const std::vector<std::string>& paths) const {
        try {
            merged(paths);
        } catch (const FileError& error) {
            return error.what();
        }
        return "they were put together";
    }
    std::string bytes(const std::string& path) const {
        std::ifstream file(path, std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    }

    const Sample sample{6100, 7, {1958, 1959}, 30};
    Folder folder_;
};

TEST_F(MergedTest, IsTheUndividedEnsembleWhateverTheBlocksAndTheirOrder) {
    const auto whole = bytes(write("whole.nc", sample.whole()));
    for (const std::uint64_t count : {1, 2, 3, 5, 6}) {
        auto paths = write_blocks(count);
        for (std::uint64_t turn = 0; turn < 3; ++turn) {
            std::vector<std::string> order;
            for (const auto place : permutation(paths.size(), count, turn))
                order.push_back(paths[place]);
            EXPECT_TRUE(bytes(write("merged.nc", merged(order))) == whole) << count;
        }
    }
}

TEST_F(MergedTest, BringsTheMembersFiguresAlong) {
    const MemberRows rows = [&](std::uint64_t chunk) { return sample.rows(chunk); };
    auto paths = write_blocks(2);
    EXPECT_FALSE(members_of(paths));
    for (std::uint64_t number = 1; number <= 2; ++number)
        write_ensemble(paths[number - 1], sample.part(block(number, 2, sample.members)), &rows);
    const auto kept = members_of(paths);
    ASSERT_TRUE(kept);
    const auto path = folder_.path("merged.nc"), undivided = folder_.path("whole.nc");
    write_ensemble(path, merged(paths), &*kept);
    write_ensemble(undivided, sample.whole(), &rows);
    EXPECT_TRUE(bytes(path) == bytes(undivided));
}

TEST_F(MergedTest, BringsTheRegionsAlong) {
    const Sample of_regions{3000, 7, {1958, 1959}, 30, {"Modest", "Zealous"}};
    const MemberRows rows = [&](std::uint64_t chunk) { return of_regions.rows(chunk); };
    std::vector<std::string> paths;
    for (std::uint64_t number = 1; number <= 3; ++number) {
        paths.insert(paths.begin(), folder_.path(std::to_string(number) + ".nc"));
        write_ensemble(paths.front(), of_regions.part(block(number, 3, 3000)), &rows);
    }
    const auto kept = members_of(paths);
    write_ensemble(folder_.path("merged.nc"), merged(paths), &*kept);
    write_ensemble(folder_.path("whole.nc"), of_regions.whole(), &rows);
    EXPECT_TRUE(bytes(folder_.path("merged.nc")) == bytes(folder_.path("whole.nc")));
}

TEST_F(MergedTest, RefusesAPartWithoutTheMembersThatOthersHave) {
    const MemberRows rows = [&](std::uint64_t chunk) { return sample.rows(chunk); };
    const auto paths = write_blocks(2);
    write_ensemble(paths[0], sample.part(block(1, 2, sample.members)), &rows);
    try {
        members_of(paths);
        FAIL() << "members lost";
    } catch (const FileError& error) {
        EXPECT_EQ(error.what(),
                  paths[0] + " has its members' figures and " + paths[1] + " has none");
    }
}

TEST_F(MergedTest, NamesTheMembersThatAreMissingAndTheBlock) {
    auto paths = write_blocks(3);
    paths.erase(paths.begin() + 1);
    EXPECT_EQ(refusal(paths), "members 2049 to 4096 are missing: block 2 of 3?");
    paths = write_blocks(3);
    paths.resize(1);
    EXPECT_EQ(refusal(paths), "members 2049 to 6100 are missing: blocks 2 to 3 of 3?");
    paths = write_blocks(6);
    paths.erase(paths.begin() + 2, paths.begin() + 4);
    EXPECT_EQ(refusal(paths), "members 2049 to 4096 are missing: blocks 3 to 4 of 6?");
    paths = write_blocks(6);
    paths = {paths[1], paths[3], paths[4], paths[5]};
    EXPECT_EQ(refusal(paths),
              "members 1 to 1024, 2049 to 3072 are missing: block 1, block 3 of 6?");
}

TEST_F(MergedTest, NamesTheMembersThatTwoFilesHave) {
    const auto a = write("a.nc", sample.part({0, 3})), b = write("b.nc", sample.part({2, 6}));
    EXPECT_EQ(refusal({a, b}), b + " has members 2049 to 3072, which " + a + " has too");
    EXPECT_THAT(refusal({b, b}), HasSubstr("b.nc has members 2049 to 4096, which"));
}

TEST_F(MergedTest, NamesTheFirstThingInWhichEnsemblesDiffer) {
    const auto first = write("first.nc", sample.part({0, 3}));
    const auto other = [&](const auto& change) {
        auto part = sample.part({3, 6});
        change(part);
        return refusal({first, write("other.nc", part)});
    };
    EXPECT_THAT(other([](Ensemble& part) { part.seed = 8; }),
                HasSubstr("other.nc is of another ensemble than"));
    EXPECT_THAT(other([](Ensemble& part) { part.seed = 8; }), HasSubstr("seed is 8, not 7"));
    EXPECT_THAT(other([](Ensemble& part) { part.members = 6101; }),
                HasSubstr("the number of members is 6101, not 6100"));
    EXPECT_THAT(other([](Ensemble& part) {
                    part.identity[3].text = "title = \"née\"\nstart = \"1958-01-01\"\n";
                }),
                HasSubstr("scenario in line 2 is \"start = \"1958-01-01\"\", not "
                          "\"start = \"1957-01-01\"\""));
    EXPECT_THAT(other([](Ensemble& part) { part.identity[2].text = "0.2.0"; }),
                HasSubstr("version is \"0.2.0\", not \"granary 0.1.0\""));
    EXPECT_THAT(other([](Ensemble& part) { part.identity.pop_back(); }),
                HasSubstr("it tells more or less of itself"));
    EXPECT_THAT(other([](Ensemble& part) { part.what.thresholds[0].value = 1; }),
                HasSubstr("the thresholds are others"));
    EXPECT_THAT(other([](Ensemble& part) { part.what.regions = {"Modest"}; }),
                HasSubstr("the regions are others"));
    EXPECT_EQ(other([](Ensemble&) {}), "they were put together");
}

}  // namespace
}  // namespace granary
