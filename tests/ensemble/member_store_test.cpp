#include "ensemble/member_store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "granary/foundation/error.hpp"
#include "unit/read/folder.hpp"

namespace granary {
namespace {

using testing::HasSubstr;
using Begin = MemberStore::Begin;

class MemberStoreTest : public testing::Test {
  protected:
    static constexpr std::size_t width = 2, rows = 3;
    MemberStore::Contents of(const std::string& owner) const { return {owner, width, {5, 8}}; }
    std::string path() const { return folder_.path("store"); }
    std::string bytes() const {
        std::ifstream file(path(), std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    }
    void fill() const {
        const MemberStore store(path(), of("me"), Begin::anew);
        store.put(5, first);
        store.put(6, second);
    }
    /// What comes of going on with these bytes.
    std::string refusal(const std::string& text, const std::string& owner = "me") const {
        std::filesystem::remove(path());
        folder_.write("store", text);
        try {
            const MemberStore store(path(), of(owner), Begin::going_on);
            return store.get(5, rows) == first && store.get(6, rows) == second ? "it is the same"
                                                                               : "it is another";
        } catch (const FileError& error) {
            return error.what();
        }
    }

    const std::vector<double> first{1, 2, 3, 4, 5, 6}, second{7, 8, 9, 10, 11, 12};
    Folder folder_;
};

TEST_F(MemberStoreTest, GivesBackWhatWasPut) {
    fill();
    EXPECT_EQ(refusal(bytes()), "it is the same");
}

TEST_F(MemberStoreTest, NoticesAByteThatIsAnotherWhereverItIs) {
    fill();
    const auto sound = bytes();
    constexpr std::size_t of_a_row = rows * width * sizeof(double), digest = 64;
    const auto second_begins = sound.size() - of_a_row - digest;
    for (const auto at : {std::size_t{3}, std::size_t{30}, second_begins - 1, second_begins + 5,
                          second_begins + digest, sound.size() - 1}) {
        auto damaged = sound;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        // Between the rows of a chunk and the next there is room that says nothing.
        if (at != second_begins - 1)
            EXPECT_THAT(refusal(damaged), HasSubstr("move or delete it")) << at;
        else
            EXPECT_EQ(refusal(damaged), "it is the same");
    }
    EXPECT_THAT(refusal(sound.substr(0, sound.size() - 1)), HasSubstr("is damaged"));
}

TEST_F(MemberStoreTest, NoticesRowsOfAnotherPlaceAndOfAnotherRun) {
    fill();
    auto sound = bytes();
    EXPECT_THAT(refusal(sound, "another"), HasSubstr("is not of this run"));
    const auto heading = sound.find("8\n") + 2;  // the last chunk's end
    const auto slot = 64 + rows * width * sizeof(double);
    sound.replace(sound.size() - slot, slot, sound.substr(heading, slot));
    EXPECT_THAT(refusal(sound), HasSubstr("the members from 6145 on")) << "the first chunk twice";
}

}  // namespace
}  // namespace granary
