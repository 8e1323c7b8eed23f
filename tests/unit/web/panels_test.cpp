#include "engine/panels.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "granary/analysis/ladder.hpp"
#include "granary/foundation/error.hpp"

namespace granary::web {
namespace {

using testing::HasSubstr;

using List = std::vector<std::shared_ptr<const World>>;

const PanelSize size{600, 380, 15};

List two_worlds() {
    return {world("extends = \"historical\"\n", "a.toml"),
            world("title = \"Honest reporting\"\nextends = \"honest-reporting\"\n", "b.toml")};
}

TEST(World, IsRunOnceForOneTextAndName) {
    const std::string text = "extends = \"historical\"\nreporting_levels = 5\n";
    const auto first = world(text, "a.toml");
    EXPECT_EQ(world(text, "a.toml"), first);
    EXPECT_NE(world(text, "b.toml"), first);
    EXPECT_EQ(first->result.run.layout().levels, 5);
}

TEST(World, OfAFaultyTextIsRefused) {
    EXPECT_THROW(world("extends = \"historical\"\nreporting_levels = 9\n", "a.toml"),
                 ScenarioError);
}

TEST(Panels, OfTwoWorldsHaveOneScale) {
    const auto worlds = two_worlds();
    for (const auto* kind : {"harvest", "ladder", "ration", "stores", "flows"}) {
        const auto pictures = panels(kind, worlds, 1958, size);
        ASSERT_EQ(pictures.size(), 2) << kind;
        EXPECT_EQ(pictures[0].drawn.y.high, pictures[1].drawn.y.high) << kind;
        EXPECT_THAT(pictures[1].svg, HasSubstr(">Honest reporting</text>")) << kind;
    }
}

TEST(Panels, OfPeopleShowAllWorldsInOne) {
    for (const auto* kind : {"deaths", "births", "guess"})
        EXPECT_EQ(panels(kind, two_worlds(), 0, size).size(), 1) << kind;
}

TEST(Panels, HaveRoomForEveryGuess) {
    const auto picture = panels("guess", two_worlds(), 0, size).front();
    EXPECT_LE(picture.drawn.y.low, 0);
    EXPECT_GE(picture.drawn.y.high, 320);
}

TEST(Panels, KeepTheirFrameWithinTheirSize) {
    for (const double width : {300.0, 600.0, 1200.0}) {
        const auto drawn = panels("harvest", two_worlds(), 0, {width, 400, 14}).front().drawn;
        EXPECT_GT(drawn.frame.left, 0);
        EXPECT_LT(drawn.frame.right, width);
        EXPECT_LT(drawn.frame.bottom, 400);
        EXPECT_EQ(drawn.x.low, 1957);
        EXPECT_EQ(drawn.x.high, 1963);
    }
}

TEST(Panels, OfAnUnknownKindAreRefused) {
    EXPECT_THROW(panels("harvests", two_worlds(), 0, size), NotFound);
}

TEST(LadderYear, IsTheFirstWorldsPeakWhereNoneIsAsked) {
    const auto worlds = two_worlds();
    EXPECT_EQ(ladder_year(worlds, 0), peak_year(worlds[0]->result.run));
    EXPECT_EQ(ladder_year(worlds, 1961), 1961);
}

TEST(FiguresJson, ComparesTwoWorldsAndNotOne) {
    const auto worlds = two_worlds();
    EXPECT_THAT(figures_json(worlds, 0), HasSubstr("\"comparison\": \"With "));
    EXPECT_THAT(figures_json(List{worlds[0]}, 0), HasSubstr("\"comparison\": null"));
}

TEST(TablesJson, HasEveryLeverWithItsSource) {
    const auto text = tables_json();
    for (const auto& row : Lever::table) EXPECT_THAT(text, HasSubstr(std::string(row.meaning)));
}

}  // namespace
}  // namespace granary::web
