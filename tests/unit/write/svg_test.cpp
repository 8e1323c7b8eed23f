#include "write/svg.hpp"

#include <gmock/gmock.h>

#include "support/xml.hpp"

namespace granary::test {
namespace {

using testing::HasSubstr;

TEST(XmlText, EscapesMarkup) {
    EXPECT_EQ(xml_escaped("a < b & c > d").text(), "a &lt; b &amp; c &gt; d");
}

TEST(XmlText, HasNoControlCharacters) {
    EXPECT_EQ(xml_escaped("a\x1b[2J\nb\x7f").text(), "a [2J b ");
    EXPECT_EQ(xml_escaped(std::string_view("\0", 1)).text(), " ");
}

TEST(XmlText, HoldsNoEndOfACharacterSection) {
    EXPECT_EQ(xml_escaped("a ]]> b").text(), "a ]]&gt; b");
}

TEST(XmlText, HasASpaceForAMarkOfDirection) {
    EXPECT_EQ(xml_escaped("a\u202Eb").text(), "a b");
}

TEST(XmlText, KeepsUtf8AndReplacesWhatIsNot) {
    const std::string good = "\u4eba\u6c11 caf\u00e9 \U00010348";
    EXPECT_EQ(xml_escaped(good).text(), good);
    for (const auto* bad : {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe4\xba"}) {
        const auto text = xml_escaped(std::string("a") + bad + "b").text();
        EXPECT_THAT(text, HasSubstr("\uFFFD")) << bad;
        EXPECT_EQ(text.front(), 'a');
        EXPECT_EQ(text.back(), 'b');
    }
}

TEST(XmlText, LeavesOutTheTwoCharactersThatXmlHasNot) {
    EXPECT_THAT(xml_escaped("\xEF\xBF\xBE").text(), HasSubstr("\uFFFD"));
    EXPECT_EQ(xml_escaped("\uFFFD").text(), "\uFFFD");
}

TEST(Svg, IsWellFormedWhateverItsWords) {
    Svg svg(100, 50, "<title> & \"more\"", "]]> -- </desc>");
    svg.text(1, 2, "</text><script>", 12, Anchor::start);
    svg.area({{0, 0}, {1, 1}, {2, 0}}, {"#ff0000", 0.5, Hatch::rising});
    svg.rectangle(0, 0, 4, 4, {"#00ff00", 1, Hatch::dots});
    svg.marker(1, 1, 3, Marker::diamond, "#0000ff", true);
    const Xml xml(svg.finish().text());
    EXPECT_TRUE(xml.well_formed()) << xml.fault();
    EXPECT_EQ(xml.named("title").at(0).text, "<title> & \"more\"");
    EXPECT_EQ(xml.named("text").at(0).text, "</text><script>");
    EXPECT_TRUE(xml.named("script").empty());
}

TEST(Svg, DefinesAHatchOnceForAllThatUseIt) {
    Svg svg(10, 10, "t", "d");
    const SvgFill fill{"#ffffff", 1, Hatch::rising};
    svg.rectangle(0, 0, 1, 1, fill);
    svg.rectangle(2, 0, 3, 1, fill);
    svg.rectangle(4, 0, 5, 1, {"#ffffff", 1, Hatch::falling});
    const Xml xml(svg.finish().text());
    ASSERT_EQ(xml.named("pattern").size(), 2U);
    EXPECT_NE(xml.named("pattern")[0].attributes.at("id"),
              xml.named("pattern")[1].attributes.at("id"));
}

TEST(XmlChecker, SeesFaults) {
    for (const auto* bad :
         {"<a><b></a></b>", "<a>", "<a>&nbsp;</a>", "<a x=1/>", "<a x=\"1\" x=\"2\"/>", "<a/><b/>"})
        EXPECT_FALSE(Xml(bad).well_formed()) << bad;
}

}  // namespace
}  // namespace granary::test
