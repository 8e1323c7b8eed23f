/// granary ensemble and granary merge as a shell runs them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <csignal>
#include <filesystem>
#include <map>

#include "cli/processes.hpp"
#include "cli/run_command.hpp"
#include "granary/read/reading_file.hpp"

namespace granary::test {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::ContainsRegex;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

std::string seen(const Folder& folder, const std::string& name) {
    return contents(folder.path(name));
}

/// Runs it without a table; it must succeed.
void make(const std::string& arguments) {
    const auto run = granary(arguments + " --quiet");
    ASSERT_EQ(run.code, 0) << arguments << '\n' << run.err;
    ASSERT_EQ(run.out + run.err, "") << arguments;
}

// --- The same bytes ---

TEST(EnsembleCommand, WritesTheSameBytesHoweverTheWorkIsShared) {
    const Folder folder;
    const std::string ensemble = "ensemble historical -n 3000 --seed 5 --design lhs ";
    for (const std::string kind : {".csv", ".nc"}) {
        make(ensemble + "-o " + folder.path("whole" + kind));
        make(ensemble + "--threads 1 --lanes 4 -o " + folder.path("other" + kind));
        EXPECT_EQ(seen(folder, "other" + kind), seen(folder, "whole" + kind)) << kind;
    }
    std::string blocks;
    for (const std::string number : {"3", "1", "2"}) {
        const auto block = folder.path("block" + number + ".nc");
        make(ensemble + "--block " + number + "/3 -o " + block);
        blocks += block + ' ';
    }
    for (const std::string kind : {".csv", ".nc"}) {
        make("merge " + blocks + "-o " + folder.path("merged" + kind));
        EXPECT_EQ(seen(folder, "merged" + kind), seen(folder, "whole" + kind)) << kind;
    }
}

TEST(EnsembleCommand, OwesNoBitToTheCLibrarysChoiceOfFunctions) {
    const Folder folder;
    const std::string ensemble = " ensemble two-provinces -n 64 --quiet -o ";
    const auto run = shell(
        "\"$granary\"" + ensemble + folder.path("a.csv") +
        "; GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX512F,-AVX2,-AVX2_Usable,-FMA,-FMA_Usable,-FMA4 "
        "\"$granary\"" +
        ensemble + folder.path("b.csv"));
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(seen(folder, "a.csv"), seen(folder, "b.csv"));
}

TEST(EnsembleCommand, PrintsTheCommandThatRunsAMemberAlone) {
    const Folder folder;
    const auto vary = folder.write(
        "vary.toml",
        "[levers]\nexport_mt = { uniform = [0, 4], source = \"assumed: trial\" }\n"
        "pressure = { scale = true, uniform = [0.5, 1], source = \"assumed: trial\" }\n"
        "[parameters]\nbelief_lag_years = { normal = [0.8, 0.1], source = \"assumed: trial\" }\n");
    const std::string ensemble = "ensemble historical -n 1 --seed 9 --vary " + vary;
    make(ensemble + " -o " + folder.path("one.csv"));
    const auto line = granary(ensemble + " --member 1");
    ASSERT_EQ(line.code, 0) << line.err;
    ASSERT_THAT(line.out, StartsWith("granary run historical --set "));
    const auto alone =
        shell("\"$granary\" " + line.out.substr(8, line.out.size() - 9) + " --format csv");
    ASSERT_EQ(alone.code, 0) << alone.err;
    const auto names = split(rows(alone.out).at(0));
    const auto table = rows(seen(folder, "one.csv"));
    std::size_t compared = 0;
    for (std::size_t year = 1; year < rows(alone.out).size(); ++year) {
        const auto cells = split(rows(alone.out)[year]);
        for (const auto& row : table) {
            const auto of_row = split(row);
            if (of_row.at(2) != cells.at(0)) continue;
            const auto column = std::find(names.begin(), names.end(), of_row[0]) - names.begin();
            ASSERT_LT(column, std::ssize(names)) << of_row[0];
            EXPECT_EQ(of_row.at(4), cells.at(static_cast<std::size_t>(column))) << row;
            ++compared;
        }
    }
    EXPECT_GT(compared, 100U);
}

TEST(EnsembleCommand, LeavesAConstantThatIsSetAsItIsSet) {
    const Folder folder;
    const std::string set = " --set parameters.belief_lag_years=1.25";
    const auto line = granary("ensemble historical -n 4 --member 2" + set);
    ASSERT_EQ(line.code, 0) << line.err;
    EXPECT_THAT(line.out, HasSubstr(" --set parameters.belief_lag_years=1.25"));
    EXPECT_EQ(line.out.find("belief_lag_years"), line.out.rfind("belief_lag_years"));
    const auto plain = granary("ensemble historical -n 4 --member 2");
    EXPECT_THAT(plain.out, HasSubstr(" --set parameters.belief_lag_years="));
}

TEST(EnsembleCommand, PrintsWordsThatAShellTakesAsTheyAre) {
    const Folder folder;
    const auto file =
        folder.write("my scenario's.toml", "extends = \"historical\"\ntitle = \"t\"\n");
    const auto line = shell("\"$granary\" ensemble \"" + file + "\" -n 1 --member 1");
    ASSERT_EQ(line.code, 0) << line.err;
    EXPECT_EQ(shell("\"$granary\" " + line.out.substr(8)).code, 0) << line.out;
}

TEST(EnsembleCommand, WritesAFileForEachReadingWhereAllAreAskedFor) {
    const Folder folder;
    const auto run = granary("ensemble historical -n 3 --reading all -o " + folder.path("e.csv"));
    ASSERT_EQ(run.code, 0) << run.err;
    for (const auto& reading : shipped_readings()) {
        EXPECT_THAT(run.out, HasSubstr("told by the reading " + reading.name));
        const auto one = granary("ensemble historical -n 3 --reading " + reading.name + " -o " +
                                 folder.path("one.csv"));
        EXPECT_EQ(seen(folder, "e." + reading.name + ".csv"), seen(folder, "one.csv"));
        EXPECT_THAT(run.out, HasSubstr(one.out)) << reading.name;
    }
}

TEST(EnsembleCommand, TellsTheSpreadBesideTheRecord) {
    const Folder folder;
    const auto run =
        granary("ensemble historical -n 20 --above rural_ration_kg=180 -o " + folder.path("a.csv"));
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("% above 205.0 (SPENCE)"));
    EXPECT_THAT(run.out, ContainsRegex("% above +180\\.0 +\\(asked"));
    EXPECT_THAT(run.out, Not(HasSubstr("ublished")));
    EXPECT_THAT(run.out, HasSubstr("not how well history is known"));
    EXPECT_THAT(seen(folder, "a.csv.json"),
                HasSubstr("\"granary ensemble historical -n 20 --seed 1 --design mc --above "
                          "rural_ration_kg=180\""));
}

TEST(EnsembleCommand, MarksAYearOfWhichOnlyAPartWasRun) {
    const Folder folder;
    const auto run =
        granary("ensemble historical -n 20 --set 'end=\"1962-03\"' -o " + folder.path("a.csv"));
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out,
                AllOf(HasSubstr("\nrural_ration_kg_1961 "), HasSubstr("\nrural_ration_kg_1962* "),
                      HasSubstr("\n*: only a part of the year was run.\n")));
    EXPECT_THAT(seen(folder, "a.csv"), HasSubstr(",1962-01,1962-03,\n"));
    const auto whole = granary("ensemble historical -n 20 -o " + folder.path("b.csv"));
    EXPECT_THAT(whole.out, Not(HasSubstr("*")));
}

TEST(EnsembleCommand, TellsTooManyOpenFilesAsWhatTheyAre) {
    const Folder folder;
    const auto file = folder.path("a.nc"), other = folder.path("b.nc");
    // The files that whoever runs the tests has left open do not count.
    const auto with_four = [](const std::string& arguments) {
        return shell("exec 3<&- 4<&- 5<&- 6<&- 7<&- 8<&- 9<&-; ulimit -n 4; \"$granary\" " +
                     arguments);
    };
    EXPECT_THAT(
        with_four("ensemble historical -n 20 -o " + file).err,
        AllOf(StartsWith("granary: cannot write " + file), HasSubstr(": Too many open files\n")));
    make("ensemble historical -n 20 -o " + file);
    EXPECT_EQ(with_four("merge " + file + " -o " + other).err,
              "granary: cannot read " + file + ": Too many open files\n");
}

TEST(EnsembleCommand, TakesWhatVariesFromTheStandardInput) {
    const Folder folder;
    const auto vary = folder.write(
        "vary.toml",
        "[parameters]\nfeed_share = { uniform = [0.05, 0.1], source = \"assumed: a\" }\n");
    const auto piped =
        shell("cat " + vary + " | \"$granary\" ensemble historical -n 3 --vary - -o " +
              folder.path("piped.csv"));
    ASSERT_EQ(piped.code, 0) << piped.err;
    make("ensemble historical -n 3 --vary " + vary + " -o " + folder.path("named.csv"));
    EXPECT_EQ(seen(folder, "piped.csv"), seen(folder, "named.csv"));
}

TEST(EnsembleCommand, TellsAThresholdInFullBesideItsMedian) {
    const Folder folder;
    const auto run = granary("ensemble historical -n 20 --above rural_ration_kg=100.0625 -o " +
                             folder.path("a.csv"));
    EXPECT_THAT(run.out, HasSubstr("100.0% above 100.0625"));
}

TEST(EnsembleCommand, WithholdsTheSameTollInTableAndFile) {
    const Folder folder;
    const auto run = granary("ensemble historical -n 100 -o " + folder.path("a.csv"));
    ASSERT_EQ(run.code, 0) << run.err;
    ASSERT_THAT(run.out, HasSubstr("outside of what the equations were made for"));
    const auto table = rows(seen(folder, "a.csv"));
    const auto head = split(table[0]);
    EXPECT_EQ(head.back(), "tested");
    int tolls = 0;
    for (const auto& line : table) {
        const auto cells = split(line);
        if (!cells[0].starts_with("excess_deaths")) continue;
        ++tolls;
        EXPECT_LT(std::stod(cells.back()), 1);
        EXPECT_EQ(cells[4], "") << "the mean of " << line;
        EXPECT_EQ(cells[15], "") << "its 99% quantile";
    }
    EXPECT_GT(tolls, 2);
}

TEST(EnsembleCommand, HasARowForEachRegionWithTheFiguresOfARun) {
    const Folder folder;
    const std::string ensemble = "ensemble two-provinces -n 1 -o " + folder.path("one.csv");
    const auto told = granary(ensemble);
    ASSERT_EQ(told.code, 0) << told.err;
    EXPECT_THAT(told.out, HasSubstr("The table is of the whole country; the file has the same of "
                                    "each region: Modest, Zealous.\n"));
    EXPECT_THAT(told.out, Not(HasSubstr("are not kept")));
    const auto line = granary(ensemble + " --member 1").out;
    const auto alone = shell("\"$granary\" " + line.substr(8, line.size() - 9) + " --format csv");
    ASSERT_EQ(alone.code, 0) << alone.err;
    const auto names = split(rows(alone.out).at(0));
    const auto table = rows(seen(folder, "one.csv"));
    EXPECT_THAT(table.at(0), StartsWith("region,figure,unit,year,members,mean,"));
    std::map<std::string, std::size_t> compared;
    for (const auto& year : rows(alone.out)) {
        const auto cells = split(year);
        for (const auto& row : table) {
            const auto of_row = split(row);
            if (of_row.at(0) != cells.at(0) || of_row.at(3) != cells.at(1)) continue;
            const auto column = std::find(names.begin(), names.end(), of_row[1]) - names.begin();
            if (column < std::ssize(names) && of_row.at(3) != "year") {
                EXPECT_EQ(of_row.at(5), cells.at(static_cast<std::size_t>(column))) << row;
                ++compared[of_row[0]];
            }
        }
    }
    ASSERT_EQ(compared.size(), 3U);
    for (const auto* area : {"national", "Modest", "Zealous"}) EXPECT_GT(compared[area], 100U);
}

// --- Stopped and gone on with ---

constexpr const char* long_run[] = {"ensemble", "historical", "-n",      "10240",
                                    "--quiet",  "--threads",  "1",       "--keep-members",
                                    "--design", "sobol",      "--output"};

std::vector<std::string> long_run_to(const std::string& file) {
    std::vector<std::string> words(std::begin(long_run), std::end(long_run));
    words.push_back(file);
    return words;
}

std::string line_of_words(const std::vector<std::string>& words) {
    std::string line;
    for (const auto& word : words) line += word + ' ';
    return line;
}

TEST(StoppedEnsemble, GoesOnAfterAKillAndEndsInTheSameFile) {
    const Folder folder;
    const auto file = folder.path("a.nc");
    const int status = status_with(SIGKILL, file + ".partial", long_run_to(file));
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << "it was done before";
    EXPECT_FALSE(std::filesystem::exists(file));
    folder.write_left_part("a.nc.partial");
    const auto resumed =
        granary("ensemble historical -n 10240 --keep-members --design sobol -o " + file);
    ASSERT_EQ(resumed.code, 0) << resumed.err;
    EXPECT_THAT(resumed.err, AllOf(StartsWith("granary: going on from " + file + ".partial"),
                                   HasSubstr(" of 10240 members")));
    EXPECT_THAT(names_in(folder.path()), ElementsAre("a.nc")) << "nothing else is left";
    const auto again = folder.path("again.nc");
    ASSERT_EQ(granary(line_of_words(long_run_to(again))).code, 0);
    EXPECT_EQ(seen(folder, "again.nc"), seen(folder, "a.nc"));
}

TEST(StoppedEnsemble, KeepsWhatIsDoneWhenItIsAskedToEnd) {
    const std::string ensemble = "ensemble historical -n 10240 -o ";
    const Folder undisturbed;
    make(ensemble + undisturbed.path("a.csv"));
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        const Folder folder;
        const auto file = folder.path("a.csv");
        const int status = status_with(
            signal, file + ".partial",
            {"ensemble", "historical", "-n", "10240", "--quiet", "--threads", "1", "-o", file});
        EXPECT_TRUE(WIFSIGNALED(status)) << "a shell stops its loop only then";
        EXPECT_EQ(WTERMSIG(status), signal);
        EXPECT_THAT(names_in(folder.path()), ElementsAre("a.csv.partial"));
        if (signal != SIGTERM) continue;
        make(ensemble + file);
        EXPECT_EQ(seen(folder, "a.csv"), seen(undisturbed, "a.csv"));
        EXPECT_THAT(names_in(folder.path()), UnorderedElementsAre("a.csv", "a.csv.json"));
    }
}

TEST(StoppedEnsemble, WhoseMembersAreGoneIsNotGoneOnWith) {
    const Folder folder;
    const auto file = folder.path("a.nc");
    const std::vector<std::string> words{"ensemble", "historical", "-n", "8192", "--threads",
                                         "1",        "--quiet",    "-o", file,   "--keep-members"};
    status_with(SIGINT, file + ".members.partial", words);
    ASSERT_THAT(names_in(folder.path()),
                UnorderedElementsAre("a.nc.partial", "a.nc.members.partial"));
    std::filesystem::resize_file(folder.path("a.nc.members.partial"), 1000);
    const auto again = granary(line_of_words(words));
    EXPECT_EQ(again.code, 5);
    EXPECT_THAT(again.err,
                HasSubstr(".members.partial is damaged: it does not have the members from "
                          "1 on as they were run: move or delete it, with the checkpoint "
                          "beside it, to begin anew, or write to another file\n"));
}

TEST(StoppedEnsemble, IsNotGoneOnWithByAnotherCommand) {
    const Folder folder;
    const auto file = folder.path("a.csv");
    status_with(SIGINT, file + ".partial",
                {"ensemble", "historical", "-n", "8192", "--threads", "1", "-o", file});
    const auto other = granary("ensemble historical -n 8192 --seed 2 -o " + file);
    EXPECT_EQ(other.code, 2);
    EXPECT_EQ(other.err,
              "granary: " + file +
                  ".partial is left of another run (granary ensemble historical -n 8192 "
                  "--seed 1 --design mc): seed is 1, not 2: delete it, or write to another "
                  "file\n");
    EXPECT_THAT(names_in(folder.path()), ElementsAre("a.csv.partial"));
}

// --- Disks and folders ---

TEST(EnsembleFiles, AreWholeOrNotThereWhereTheDiskIsFull) {
    const Folder folder;
    for (const std::string name : {"a.csv", "a.nc"}) {
        const auto file = folder.write(name, "old\n");
        const auto run =
            shell("(ulimit -f 16; \"$granary\" ensemble historical -n 16 --quiet -o " + file + ")");
        EXPECT_EQ(run.code, 5) << name;
        // A slow run meets the end of the disk at its first checkpoint.
        EXPECT_THAT(run.err, AnyOf("granary: cannot write " + file + ": File too large\n",
                                   "granary: cannot write " + file + ".partial: File too large\n"));
        EXPECT_EQ(contents(file), "old\n");
        EXPECT_THAT(names_in(folder.path()), ElementsAre(name));
        std::filesystem::remove(file);
    }
}

TEST(EnsembleFiles, InAFolderThatIsClosedAreRefused) {
    const Folder folder;
    const auto closed = closed_folder(folder);
    for (const std::string name : {"/a.nc", "/a.csv"}) {
        const auto run = granary("ensemble historical -n 1000000000 -o " + closed + name);
        EXPECT_EQ(run.code, 5);
        EXPECT_THAT(run.err, AllOf(StartsWith("granary: cannot write " + closed + name),
                                   HasSubstr(": no file can be made in the folder " + closed)));
    }
}

TEST(EnsembleFiles, ThatAreReadAreNotReplaced) {
    const Folder folder;
    const auto vary = folder.write("vary.csv",
                                   "[levers]\nexport_mt = { uniform = [0, 4], source = "
                                   "\"assumed: trial\" }\n");
    const auto run = granary("ensemble historical -n 4 --vary " + vary + " -o " + vary);
    EXPECT_EQ(run.code, 2);
    EXPECT_THAT(run.err, HasSubstr("is read here"));
}

TEST(EnsembleFiles, AreWholeThoughNobodyCanBeTold) {
    const Folder folder;
    const auto file = folder.path("a.csv");
    const auto run = shell("\"$granary\" ensemble historical -n 16 -o " + file + " >/dev/full");
    EXPECT_EQ(run.code, 5);
    EXPECT_EQ(run.err, "granary: cannot write the standard output: No space left on device\n");
    EXPECT_THAT(names_in(folder.path()), UnorderedElementsAre("a.csv", "a.csv.json"));
}

TEST(EnsembleFiles, AreNoPipesWhereTheyAreNetcdf) {
    const Folder folder;
    const auto pipe = folder.path("pipe.nc");
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    const auto run = granary("ensemble historical -n 1000000000 -o " + pipe);
    EXPECT_EQ(run.code, 2);
    EXPECT_EQ(run.err, "granary: " + pipe + " is no file: netCDF cannot be written to it\n");
}

// --- Blocks ---

TEST(Block, ThatIsThereIsNotRunAgainAndOneOfAnotherEnsembleIsReplaced) {
    const Folder folder;
    const auto file = folder.path("block.nc");
    const std::string block = " --block 2/2 -o " + file;
    make("ensemble historical -n 2048 --seed 3" + block);
    const auto first = contents(file);
    const auto again = granary("ensemble historical -n 2048 --seed 3" + block);
    EXPECT_EQ(again.code, 0);
    EXPECT_EQ(again.err, "granary: " + file + " has block 2/2 already\n");
    EXPECT_EQ(again.out, "");
    make("ensemble historical -n 2048 --seed 4" + block);
    EXPECT_NE(contents(file), first);
}

TEST(Block, WhoseNameWouldSteerATerminalIsNamedWithoutThat) {
    const Folder folder;
    const auto file = folder.path("a\x1b[31m\x07.nc");
    const std::string block = "ensemble historical -n 2048 --block 2/2 -o '" + file + "'";
    make(block);
    EXPECT_EQ(granary(block).err,
              "granary: " + folder.path("a [31m .nc") + " has block 2/2 already\n");
}

// --- Merging ---

TEST(Merge, NamesWhatIsMissing) {
    const Folder folder;
    std::vector<std::string> blocks;
    for (const std::string number : {"1", "3"}) {
        blocks.push_back(folder.path("block" + number + ".nc"));
        make("ensemble historical -n 3072 --block " + number + "/3 -o " + blocks.back());
    }
    const auto run = granary("merge " + blocks[0] + ' ' + blocks[1] + " -o " + folder.path("a.nc"));
    EXPECT_EQ(run.code, 5);
    EXPECT_THAT(run.err, HasSubstr("members 1025 to 2048 are missing: block 2 of 3?"));
    EXPECT_FALSE(std::filesystem::exists(folder.path("a.nc")));
}

TEST(Merge, RefusesABlockOfAnotherEnsembleAndNamesIt) {
    const Folder folder;
    const auto one = folder.path("1.nc"), two = folder.path("2.nc");
    make("ensemble historical -n 2048 --block 1/2 -o " + one);
    make("ensemble historical -n 2048 --block 2/2 --seed 2 -o " + two);
    const auto run = granary("merge " + one + ' ' + two + " -o " + folder.path("a.nc"));
    EXPECT_EQ(run.code, 5);
    EXPECT_THAT(run.err, AllOf(HasSubstr(two), HasSubstr("seed")));
}

TEST(Merge, RefusesTwoReadingsOfOneScenario) {
    const Folder folder;
    const auto one = folder.path("1.nc"), two = folder.path("2.nc");
    make("ensemble historical -n 2048 --block 1/2 --set 'end=\"1957-03\"' -o " + one);
    make("ensemble historical -n 2048 --block 2/2 --set 'end=\"1957-03\"' --reading un -o " + two);
    const auto run = granary("merge " + one + ' ' + two + " -o " + folder.path("a.nc"));
    EXPECT_EQ(run.code, 5);
    EXPECT_THAT(run.err, AllOf(HasSubstr(two), HasSubstr("reading is \"un\", not \"registered\"")));
    EXPECT_FALSE(std::filesystem::exists(folder.path("a.nc")));
}

/// Members of a scenario are drawn from what its own reading believed before it saw the record.
TEST(EnsembleCommand, DrawsFromThePriorOfTheReading) {
    const Folder folder;
    const std::string few = "ensemble historical -n 4 --set 'end=\"1957-03\"' -o ";
    make(few + folder.path("registered.nc"));
    make(few + folder.path("un.nc") + " --reading un");
    EXPECT_THAT(seen(folder, "un.nc"), HasSubstr("base_death_decline_per_year"));
    EXPECT_THAT(seen(folder, "registered.nc"), Not(HasSubstr("base_death_decline_per_year (")));
}

TEST(Merge, SaysThatATableHasNoRoomForTheMembers) {
    const Folder folder;
    const auto members = folder.path("members.nc"), table = folder.path("table.csv");
    make("ensemble historical -n 4 --keep-members -o " + members);
    const auto run = granary("merge " + members + " --quiet -o " + table);
    EXPECT_EQ(run.code, 0);
    EXPECT_EQ(run.err,
              "granary: " + table +
                  " has the table alone: the members' own figures, which the parts have, go "
                  "into a file .nc\n");
}

// --- Scenarios from pipes ---

/// A shell's words that give the text to the command as a pipe called `pipe`.
std::string by_pipe(const std::string& text, const std::string& command) {
    return "mkfifo pipe; { printf '" + text + "' > pipe & }; timeout 60 \"$granary\" " + command;
}

TEST(EnsembleOfAPipe, KeepsItsTextAndIsNotMixedWithAnother) {
    const Folder folder;
    const std::string in_folder = "cd " + folder.path() + "; ";
    const auto block = [&](const std::string& number, const std::string& pressure) {
        const std::string text =
            "extends = \"historical\"\\nend = \"1957-03\"\\nlevers.pressure = " + pressure + "\\n";
        const auto run = shell(in_folder + "rm -f pipe; " +
                               by_pipe(text, "ensemble ./pipe -n 2048 --quiet --block " + number +
                                                 "/2 -o " + number + ".nc"));
        ASSERT_EQ(run.code, 0) << run.err;
    };
    block("1", "0.1");
    block("2", "0.2");
    const auto mixed = shell(in_folder + "\"$granary\" merge 1.nc 2.nc -o both.nc");
    EXPECT_EQ(mixed.code, 5);
    EXPECT_THAT(mixed.err, HasSubstr("levers.pressure = 0.2\", not \"levers.pressure = 0.1\""));
    block("2", "0.1");
    EXPECT_EQ(shell(in_folder + "\"$granary\" merge 1.nc 2.nc --quiet -o both.nc").code, 0);
}

// --- What is asked ---

struct Wrong {
    const char* arguments;
    int code;
    const char* message;
};

TEST(EnsembleCommand, SaysWhatIsWrongWithWhatIsAsked) {
    constexpr Wrong wrongs[] = {
        {"-n 10", 2, "where to: give -o FILE.nc or -o FILE.csv"},
        {"-n 10 -o a.txt", 2, "a.txt: an ensemble is written to a file .nc or .csv"},
        {"-n 0 -o a.nc", 2,
         "--members: 0 is not a whole number from 1 to 4294967296; see granary --help"},
        {"-n 1e6 -o a.nc", 2,
         "--members: 1e6 is not a whole number from 1 to 4294967296; see granary --help"},
        {"-n 10 --seed -1 -o a.nc", 2,
         "--seed: -1 is not a whole number from 0 to 18446744073709551615; see granary --help"},
        {"-n 10 --lanes 5 -o a.nc", 2, "--lanes: 5 not in {0,1,4,8,16}; see granary --help"},
        {"-n 10 --block 2 -o a.nc", 2, "--block 2: give I/N, such as 2/7"},
        {"-n 10 --block 2/1 -o a.nc", 2,
         "block 2 of 1: blocks count from 1, and 10 members make at most 1 of 1024 members each"},
        {"-n 10 --block 1/1 -o a.csv", 2,
         "--block 1/1 goes into a file .nc: only that can be merged"},
        {"-n 10 --keep-members -o a.csv", 2, "--keep-members goes into a file .nc"},
        {"-n 10 --above ration=3 -o a.nc", 4,
         "no figure \"ration\"; did you mean \"rural_ration_kg\"?"},
        {"-n 10 --above rural_ration_kg -o a.nc", 2,
         "--above rural_ration_kg: give FIGURE=VALUE, such as rural_ration_kg=180"},
        {"-n 10 --member 11", 2, "--member 11: a number from 1 to 10"},
        {"-n 10 --vary none.toml -o a.nc", 5, "none.toml: no such file"},
    };
    for (const auto& [arguments, code, message] : wrongs) {
        const auto run = granary(std::string("ensemble historical ") + arguments);
        EXPECT_EQ(run.code, code) << arguments;
        EXPECT_EQ(run.err, std::string("granary: ") + message + '\n') << arguments;
        EXPECT_EQ(run.out, "");
    }
}

}  // namespace
}  // namespace granary::test
