#include "granary/document/fields.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <map>

namespace granary::test {
namespace {

struct Village {
    std::string name;
    double grain_mt;
    std::optional<int> year;
    std::vector<double> rations_kg;
};

Fields<Village> village_fields() {
    return Fields<Village>("A village.")
        .add("name", form::text("What it is called."), &Village::name)
        .add("grain_mt", form::number_or_null("In its store."), &Village::grain_mt)
        .add("year", form::integer_or_null("Of its worst harvest."), &Village::year)
        .add_optional(
            "last_ration_kg", form::number("Where one was served."), [](const Village& village) {
                return village.rations_kg.empty() ? std::optional<double>()
                                                  : std::optional(village.rations_kg.back());
            });
}

TEST(Fields, WriteEachKeyWithItsValueInTheOrderOfTheList) {
    EXPECT_EQ(json_text(village_fields().json({"Dazhai", 0.5, 1960, {200, 150}})),
              "{\n  \"name\": \"Dazhai\",\n  \"grain_mt\": 0.5,\n  \"year\": 1960,\n"
              "  \"last_ration_kg\": 150\n}\n");
}

TEST(Fields, WriteNullForWhatIsMissingAndLeaveOutWhatIsOptional) {
    EXPECT_EQ(json_text(village_fields().json(
                  {"", std::numeric_limits<double>::quiet_NaN(), std::nullopt, {}})),
              "{\n  \"name\": \"\",\n  \"grain_mt\": null,\n  \"year\": null\n}\n");
}

TEST(Fields, GiveASchemaWithTheSameKeysAndNoOther) {
    const Json written_by_hand =
        schema::Object("A village.")
            .needed("name", schema::typed("string", "What it is called."))
            .needed("grain_mt", schema::typed_or_null("number", "In its store."))
            .needed("year", schema::typed_or_null("integer", "Of its worst harvest."))
            .optional("last_ration_kg", schema::typed("number", "Where one was served."));
    EXPECT_EQ(Json(village_fields().schema()).text(), written_by_hand.text());
}

TEST(Fields, TakeRowsThatAreKnownOnlyWhenTheProgramRuns) {
    using Stocks = std::map<std::string, double>;
    const Stocks own = {{"salt_mt", 1.5}, {"tea_mt", 2}};
    Fields<Stocks> fields;
    for (const auto& [name, unused] : own)
        fields.add(name, form::number("Of one's own."),
                   [key = name](const Stocks& stocks) { return stocks.at(key); });
    EXPECT_EQ(Json(fields.json(own)).text(), "{\n  \"salt_mt\": 1.5,\n  \"tea_mt\": 2\n}");
    EXPECT_EQ(Json(fields.schema()).text(),
              Json(schema::Object()
                       .needed("salt_mt", schema::typed("number", "Of one's own."))
                       .needed("tea_mt", schema::typed("number", "Of one's own.")))
                  .text());
}

TEST(Fields, OfAPartStandAmongThoseOfTheWhole) {
    struct Province {
        Village seat;
        std::vector<Village> others;
    };
    const auto fields =
        Fields<Province>()
            .add("kind", form::exactly("province"))
            .add_all(Fields<Village>().add("seat", form::text("Its seat."), &Village::name),
                     &Province::seat)
            .add("others",
                 form::list_of(
                     Fields<Village>().add("name", form::text("Its name."), &Village::name),
                     "All but the seat."),
                 &Province::others);
    EXPECT_EQ(Json(fields.json({{"Hefei", 0, {}, {}}, {{"Anqing", 0, {}, {}}}})).text(),
              "{\n  \"kind\": \"province\",\n  \"seat\": \"Hefei\",\n  \"others\": [\n    {\n"
              "      \"name\": \"Anqing\"\n    }\n  ]\n}");
}

TEST(Forms, WriteAVariantAsTheFormOfWhatItHolds) {
    const auto form = form::one_of(form::number("How much."), form::text("In words."));
    using Either = std::variant<double, std::string>;
    EXPECT_EQ(form.json(Either(1.5)).text(), "1.5");
    EXPECT_EQ(form.json(Either("little")).text(), "\"little\"");
    EXPECT_EQ(Json(form.schema()).text(),
              Json(schema::one_of({schema::typed("number", "How much."),
                                   schema::typed("string", "In words.")}))
                  .text());
}

TEST(Forms, AreReferredToByNameWhereTheyAreDefined) {
    const auto ration = form::defined("ration", form::number("kg a head."));
    EXPECT_EQ(Json(ration.schema()).text(), Json(schema::defined("ration")).text());
    EXPECT_EQ(ration.json(160.0).text(), "160");
    EXPECT_EQ(Json(form::definitions(ration)).text(),
              Json(JsonObject().add("ration", schema::typed("number", "kg a head."))).text());
}

TEST(Forms, TellAMissingListFromAnEmptyOne) {
    const auto form = form::list_or_null(form::integer("A year."), "null: not asked for.");
    using Years = std::vector<int>;
    EXPECT_EQ(form.json(std::optional<Years>()).text(), "null");
    EXPECT_EQ(form.json(std::optional(Years())).text(), "[]");
    EXPECT_EQ(form.json(std::optional(Years{1959, 1960})).text(), "[1959, 1960]");
}

// A value in a form that is not its own does not compile.
static_assert(!FormOf<form::Number, int>);
static_assert(!FormOf<form::Integer, bool>);
static_assert(!FormOf<form::Text, double>);
static_assert(!FormOf<form::Number, std::optional<double>>);

}  // namespace
}  // namespace granary::test
