/// Every file of tests/faults gets the message beside it, to the letter.

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>

#include "cli/run_command.hpp"
#include "support/paths.hpp"

namespace granary::test {
namespace {

const std::string folder = test::source_folder() + "/tests/faults";

std::vector<std::string> faults() {
    std::vector<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator(folder))
        if (file.path().extension() == ".toml") names.push_back(file.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

Result check(const std::string& arguments) {
    return shell("cd '" + folder + "'; \"$granary\" check " + arguments);
}

class Fault : public ::testing::TestWithParam<std::string> {};

TEST_P(Fault, IsToldWithItsPlaceAndWhatWasExpected) {
    const auto told = check(GetParam() + ".toml");
    EXPECT_EQ(told.err, contents(folder + "/" + GetParam() + ".expected"));
    EXPECT_EQ(told.out, "");
    EXPECT_EQ(told.code, 3);
}

INSTANTIATE_TEST_SUITE_P(Catalogue, Fault, ::testing::ValuesIn(faults()), [](const auto& fault) {
    std::string name = fault.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

TEST(Faults, AreManyAndEachHasItsMessage) {
    EXPECT_GE(faults().size(), 60U);
    for (const auto& name : faults())
        EXPECT_THAT(contents(folder + "/" + name + ".expected"), testing::StartsWith("granary: "))
            << name;
}

TEST(Faults, FitTheSchemaForEditors) {
    if (shell("/usr/bin/python3 -c 'import jsonschema'").code != 0)
        GTEST_SKIP() << "python3-jsonschema is not installed";
    const auto told = shell("cd '" + folder +
                            "'; \"$granary\" check --format json historical *.toml none-such "
                            "none.toml . | /usr/bin/python3 -c '\n"
                            "import json, sys, jsonschema\n"
                            "schema = json.load(open(\"../../docs/schema/check.schema.json\"))\n"
                            "jsonschema.Draft202012Validator.check_schema(schema)\n"
                            "document = json.load(sys.stdin)\n"
                            "jsonschema.Draft202012Validator(schema).validate(document)\n"
                            "print(len(document[\"results\"]))'");
    EXPECT_EQ(told.out, std::to_string(faults().size() + 4) + "\n") << told.err;
}

}  // namespace
}  // namespace granary::test
