#include <gmock/gmock.h>

#include <regex>

#include "cli/run_command.hpp"
#include "granary/read/scenario_file.hpp"
#include "support/paths.hpp"

namespace granary::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string report(const std::string& arguments) {
    const auto run = granary("report " + arguments);
    EXPECT_EQ(run.code, 0) << run.err;
    return run.out;
}

TEST(Report, WritesOnePageToTheStandardOutputAndTheSameToAFile) {
    const Folder folder;
    const auto page = report("historical");
    EXPECT_THAT(page, StartsWith("<!DOCTYPE html>"));
    const auto file = folder.path("report.html");
    EXPECT_EQ(report("historical -o " + file), "");
    auto written = contents(file);
    const auto output = " -o " + file;
    ASSERT_NE(written.find(output), std::string::npos) << "the command is told whole";
    written.erase(written.find(output), output.size());
    EXPECT_EQ(written, page);
}

TEST(Report, ReadsAPipeOnceAndShowsItsText) {
    const Folder folder;
    const auto run =
        shell("cd " + folder.path() +
              "; mkfifo pipe; { printf 'extends = \"historical\"\\nsummary = \"piped\"\\n' > "
              "pipe & }; timeout 60 \"$granary\" report ./pipe");
    EXPECT_EQ(run.code, 0) << "124: it waited for more";
    EXPECT_THAT(run.out, HasSubstr("summary = &quot;piped&quot;"));
}

TEST(Report, FetchesNothingAndRunsNothing) {
    const auto page = report("historical honest-reporting");
    EXPECT_THAT(page, HasSubstr("default-src 'none'"));
    const std::regex fetches(
        R"((src|href|srcset|action)\s*=|@import|<script|<link|<iframe|url\((?!#))");
    std::smatch found;
    EXPECT_FALSE(std::regex_search(page, found, fetches)) << found.str();
}

TEST(Report, HoldsNoMarkupThatAUserWrote) {
    const Folder folder;
    const std::string tag = "<meta http-equiv=refresh content='0;url=x'>]]>";
    const auto file = folder.write(
        "x.toml", "title = \"" + tag + "\"\nsummary = \"" + tag + "\"\nsurprise = \"" + tag +
                      "\"\ncannot_say = \"" + tag + "\"\n[[region]]\nname = \"a" + tag +
                      "\"\nshare = 0.5\n[[region]]\nname = \"b\"\nshare = 0.5\n");
    const auto page = report(file);
    EXPECT_THAT(page, AllOf(HasSubstr("&lt;meta http-equiv=refresh"),
                            Not(HasSubstr("<meta http-equiv=refresh")), Not(HasSubstr("]]>")),
                            HasSubstr("form-action 'none'")));
}

TEST(Report, StaysUnderAMegabyteWithEveryShippedScenario) {
    std::string names;
    for (const auto& scenario : shipped_scenarios()) names += ' ' + scenario.name;
    EXPECT_LT(report(names).size(), 1'000'000u);
}

/// The figures of a table row without its markup.
std::string cells_after(const std::string& page, const std::string& row) {
    const auto at = page.find("<th scope=\"row\">" + row + "</th>");
    if (at == std::string::npos) return {};
    const auto end = page.find("</tr>", at);
    return std::regex_replace(page.substr(at, end - at), std::regex("<[^>]*>"), " ");
}

TEST(Report, ShowsTheYearsAsRunPrintsThem) {
    const auto page = report("historical");
    const auto table = granary("run historical --quiet").out;
    for (const auto* year : {"1957", "1958", "1960", "1961"})
        EXPECT_EQ(words(cells_after(page, year)), words(line_of(table, year)));
}

TEST(Report, HoldsAWhatIfAloneAgainstHistory) {
    const auto page = report("no-exports");
    EXPECT_THAT(page, AllOf(HasSubstr("<h1>No exports against Historical</h1>"),
                            HasSubstr("A: Historical"), HasSubstr("relief_from_exports")));
    EXPECT_THAT(page, HasSubstr("assumed: all of the year&#39;s exports, at once")) << "the source";
}

TEST(Report, DoesNotCiteTheParentsSourceForAScaledSchedule) {
    const Folder folder;
    const auto file = folder.write("half.toml",
                                   "title = \"Half\"\nextends = \"historical\"\n[levers]\n"
                                   "export_mt = { scale = 0.5 }\n");
    EXPECT_THAT(report(file), HasSubstr("<td>other heights at the points of: FAN2008"));
}

TEST(Report, SendsTheReaderToTheFileWhereALineHasNoSourceOfItsOwn) {
    EXPECT_THAT(report("honest-reporting"), HasSubstr("what its file says, below"));
}

TEST(Report, LetsASettingLeaveTheHistoryAloneThatAWhatIfIsHeldAgainst) {
    const auto page = report("no-exports --set levers.pressure=0");
    EXPECT_THAT(page, HasSubstr("levers.pressure=0"));
    EXPECT_EQ(cells_after(page, "A: Historical"),
              cells_after(report("no-exports"), "A: Historical"));
}

TEST(Report, KeepsWhatAuthorsCountedToTheRecord) {
    const auto page = report("lushan-heeded");
    const auto record = page.find("<section id=\"record\"");
    ASSERT_NE(record, page.npos);
    EXPECT_THAT(page.substr(0, record),
                AllOf(HasSubstr("registered deaths"), Not(HasSubstr("Houser"))));
    EXPECT_THAT(page.substr(record), HasSubstr("Houser"));
}

TEST(Report, TellsWhatEachDriverDidWhereThatIsAsked) {
    EXPECT_THAT(report("historical"), Not(HasSubstr("reference_change")));
    const auto page = report("historical --why");
    const auto all = granary("attribute historical --quiet").out;
    const auto change = line_of(all, "reference_change");
    EXPECT_EQ(words(cells_after(page, "reference_change")), words(change));
    EXPECT_THAT(page, AllOf(HasSubstr("Li &amp; Yang"), HasSubstr("--why\n</pre>")));
}

TEST(Report, ExplainsAStarInEveryPartThatHasOne) {
    const auto page = report("historical --why --set 'end=\"1958-03\"'");
    for (const std::string id : {"years", "why", "flows"}) {
        const auto begin = page.find("<section id=\"" + id + "\"");
        ASSERT_NE(begin, page.npos) << id;
        EXPECT_THAT(page.substr(begin, page.find("</section>", begin) - begin),
                    AllOf(HasSubstr("1958*"), HasSubstr("*: only a part of the year was run.")))
            << id;
    }
}

TEST(Report, TellsOfTheSourcesThatDisagree) {
    const auto page = report("historical");
    EXPECT_THAT(page, AllOf(HasSubstr("<td>LINYANG2000</td>"), HasSubstr("<td>NBS_sina2015</td>"),
                            HasSubstr("<td>UNWPP2024</td>"), HasSubstr("u: unverified")));
}

TEST(Report, GivesTheChecksumsThatSha256sumFinds) {
    const Folder folder;
    const auto page = report("historical");
    const auto sum =
        shell("\"$granary\" run historical --format csv | sha256sum").out.substr(0, 64);
    EXPECT_THAT(page, HasSubstr(sum));
    const auto data =
        shell("sha256sum <'" + test::source_folder() + "/data/national.csv'").out.substr(0, 64);
    EXPECT_THAT(page, HasSubstr(data));
}

TEST(Report, QuotesAUsersFileWholeAndItsMarkupAsText) {
    const Folder folder;
    const auto file = folder.write("mine.toml",
                                   "title = \"<script>alert(1)</script> & co\"\n"
                                   "extends = \"historical\"\n[levers]\npressure = 0.5\n");
    const auto page = report("'" + file + "'");
    EXPECT_THAT(page, Not(HasSubstr("<script")));
    EXPECT_THAT(page, HasSubstr("&lt;script"));
    EXPECT_THAT(page, HasSubstr("[levers]\npressure = 0.5\n")) << "line by line";
}

TEST(Report, TellsTheCommandAsAShellReadsIt) {
    const Folder folder;
    const auto file = folder.write("it's mine.toml", "title = \"T\"\nextends = \"historical\"\n");
    const auto page = report("\"" + file + "\"");
    EXPECT_THAT(page, HasSubstr("it&#39;\\&#39;&#39;s mine.toml&#39;"));
}

TEST(Report, RefusesOtherSuffixesAndItsOwnInput) {
    const Folder folder;
    const auto suffix = granary("report historical -o " + folder.path("a.pdf"));
    EXPECT_EQ(suffix.code, 2);
    EXPECT_THAT(suffix.err, HasSubstr("give it the suffix .html"));
    const auto file = folder.write("mine.html", "title = \"T\"\nextends = \"historical\"\n");
    EXPECT_EQ(granary("report " + file + " -o " + file).code, 2);
    EXPECT_THAT(contents(file), StartsWith("title"));
    EXPECT_EQ(granary("report no-such-scenario").code, 4);
}

}  // namespace
}  // namespace granary::test
