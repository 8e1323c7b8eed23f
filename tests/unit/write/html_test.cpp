#include "granary/write/html.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace granary {
namespace {

using testing::HasSubstr;

TEST(Html, EscapesMarkupAndQuotes) {
    EXPECT_EQ(html::escaped("a < b & \"c\" 'd' >").text(),
              "a &lt; b &amp; &quot;c&quot; &#39;d&#39; &gt;");
    EXPECT_EQ(html::paragraph("<b>").text(), "<p>&lt;b&gt;</p>\n");
    EXPECT_TRUE(html::paragraph("").empty());
}

TEST(Html, KeepsTheLinesOfPreformattedText) {
    EXPECT_EQ(html::preformatted("a = 1\n  b < 2").text(), "<pre>a = 1\n  b &lt; 2\n</pre>\n");
}

TEST(Html, NamesTheRowsOfATableByTheirFirstText) {
    TextTable table({{"year", "", Align::left}, {"harvest", "Mt"}});
    table.add({"1957", "196.2"});
    const auto text = html::table(table, "Grain & straw").text();
    EXPECT_THAT(text, HasSubstr("<caption>Grain &amp; straw</caption>"));
    EXPECT_THAT(text, HasSubstr("<th scope=\"col\" class=\"n\">harvest<br><small>Mt</small></th>"));
    EXPECT_THAT(text, HasSubstr("<tr><th scope=\"row\">1957</th><td class=\"n\">196.2</td></tr>"));
}

TEST(Html, PageSendsAndFetchesNothing) {
    const auto page = html::page("<title>", "p {}", html::paragraph("words")).text();
    for (const auto* rule : {"default-src 'none'", "form-action 'none'", "base-uri 'none'"})
        EXPECT_THAT(page, HasSubstr(rule));
    EXPECT_THAT(page, HasSubstr("<title>&lt;title&gt;</title>"));
}

TEST(Html, PutsAGroupOverItsColumns) {
    TextTable table({{"year", "", Align::left}, {"A", ""}, {"B", ""}});
    table.group("", 1);
    table.group("ration", 2);
    EXPECT_THAT(html::table(table, "").text(), HasSubstr("colspan=\"2\">ration</th>"));
}

}  // namespace
}  // namespace granary
