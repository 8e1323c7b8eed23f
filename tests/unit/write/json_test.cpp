#include "granary/write/json.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <boost/property_tree/json_parser.hpp>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <sstream>

namespace granary {
namespace {

TEST(Json, WritesScalarsAsTheyAre) {
    EXPECT_EQ(Json().text(), "null");
    EXPECT_EQ(Json(true).text(), "true");
    EXPECT_EQ(Json(-3).text(), "-3");
    EXPECT_EQ(Json(std::size_t{3}).text(), "3");
    EXPECT_EQ(Json("text").text(), "\"text\"");
    EXPECT_EQ(Json(std::optional<double>()).text(), "null");
    EXPECT_EQ(Json(std::optional<double>(0.5)).text(), "0.5");
}

TEST(Json, HasNoNumberForWhatIsNotFinite) {
    EXPECT_EQ(Json(std::nan("")).text(), "null");
    EXPECT_EQ(Json(HUGE_VAL).text(), "null");
    EXPECT_EQ(Json(-HUGE_VAL).text(), "null");
}

TEST(Json, WritesTheShortestDigits) {
    EXPECT_EQ(Json(0.1).text(), "0.1");
    EXPECT_EQ(Json(1.0 / 3).text(), "0.3333333333333333");
    EXPECT_EQ(Json(5e-324).text(), "5e-324");
    EXPECT_EQ(Json(9007199254740993.0).text(), "9007199254740992");
    EXPECT_EQ(Json(1e300).text(), "1e+300");
}

RC_GTEST_PROP(Json, NumbersReadBackAsTheSameBits, (std::uint64_t bits)) {
    double number = 0;
    std::memcpy(&number, &bits, sizeof number);
    RC_PRE(std::isfinite(number));
    const double back = std::strtod(Json(number).text().c_str(), nullptr);
    RC_ASSERT(std::memcmp(&back, &number, sizeof number) == 0);
}

TEST(Json, EscapesWhatMayNotStandInAText) {
    EXPECT_EQ(Json("say \"so\" \\ \n\t\x01\x7f").text(),
              "\"say \\\"so\\\" \\\\ \\n\\t\\u0001\\u007f\"");
    EXPECT_EQ(Json(std::string_view("a\0b", 3)).text(), "\"a\\u0000b\"");
    EXPECT_EQ(Json("\xC3\xB6 \xE7\xB2\xAE \xF0\x9F\x8C\xBE").text(),
              "\"\xC3\xB6 \xE7\xB2\xAE \xF0\x9F\x8C\xBE\"");
}

TEST(Json, EscapesWhatSteersATerminalOrTurnsTheDirection) {
    EXPECT_EQ(Json("a\u009B31m\u202Eb").text(), "\"a\\u009b31m\\u202eb\"");
}

TEST(Json, ReplacesBytesThatAreNotUtf8) {
    EXPECT_EQ(Json("a\xFF"
                   "b\xC3")
                  .text(),
              "\"a\xEF\xBF\xBD"
              "b\xEF\xBF\xBD\"");
    EXPECT_EQ(Json("\xED\xA0\x80").text(), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST(Json, IndentsObjectsAndKeepsTheOrderOfKeys) {
    const auto inner = JsonObject().add("b", 1).add("a", "x");
    const auto outer = JsonObject().add("z", inner).add("y", JsonArray().add(1).add(2.5));
    EXPECT_EQ(json_text(outer),
              "{\n"
              "  \"z\": {\n"
              "    \"b\": 1,\n"
              "    \"a\": \"x\"\n"
              "  },\n"
              "  \"y\": [1, 2.5]\n"
              "}\n");
}

TEST(Json, WritesWhatIsEmpty) {
    EXPECT_EQ(Json(JsonObject()).text(), "{}");
    EXPECT_EQ(Json(JsonArray()).text(), "[]");
}

TEST(Json, BreaksALongArray) {
    JsonArray list;
    for (int i = 0; i < 60; ++i) list.add(i);
    EXPECT_EQ(Json(list).text().substr(0, 10), "[\n  0,\n  1");
}

/// Another library's reader finds the texts that were put in.
RC_GTEST_PROP(Json, IsReadBackByAnotherReader, ()) {
    const auto character = rc::gen::element<std::string>("a", "\"", "\\", "\n", "\x02", "\xC3\xB6",
                                                         "\xE7\xB2\xAE", "/", "{", ",", " ");
    const auto texts = *rc::gen::container<std::vector<std::vector<std::string>>>(
        rc::gen::container<std::vector<std::string>>(character));
    std::vector<std::string> words;
    for (const auto& parts : texts) {
        words.emplace_back();
        for (const auto& part : parts) words.back() += part;
    }
    std::istringstream text(json_text(JsonObject().add("words", json_list(words))));
    boost::property_tree::ptree tree;
    boost::property_tree::read_json(text, tree);
    std::vector<std::string> found;
    for (const auto& [key, item] : tree.get_child("words")) found.push_back(item.data());
    RC_ASSERT(found == words);
}

}  // namespace
}  // namespace granary
