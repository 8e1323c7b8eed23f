/// granary-mpi SCENARIO -n N ... -o FILE.nc, under mpirun: each rank runs a block of the ensemble
/// as `granary ensemble` does, and the first puts the blocks together as `granary merge` does.

#include <fmt/format.h>
#include <mpi.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "ensemble/ensemble_commands.hpp"
#include "granary/foundation/error.hpp"

namespace {

using granary::ErrorClass;

constexpr int usage = static_cast<int>(ErrorClass::usage);
constexpr int integration = static_cast<int>(ErrorClass::integration);

/// What is asked for, but for the file and the block.
struct Asked {
    std::vector<std::string> arguments;
    std::string file;
    bool quiet = false, fits = true;
};

Asked asked(int count, char** words) {
    Asked asked;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if ((word == "-o" || word == "--output") && i + 1 < count)
            asked.file = words[++i];
        else if (word == "--quiet")
            asked.quiet = true;
        else
            asked.arguments.push_back(word);
        if (word.starts_with("--block") || word.starts_with("--member=") || word == "--member")
            asked.fits = false;
    }
    if (!asked.file.ends_with(".nc")) asked.fits = false;
    return asked;
}

/// What the command does with these arguments; returns its exit code.
int command(std::vector<std::string> words) {
    words.insert(words.begin(), "granary");
    std::vector<char*> pointers;
    for (auto& word : words) pointers.push_back(word.data());
    return granary::cli::command(static_cast<int>(words.size()), pointers.data(),
                                 granary::cli::ensemble_commands);
}

std::string block_file(const Asked& asked, int block, int blocks) {
    return fmt::format("{}.block-{}-of-{}.nc", asked.file, block, blocks);
}

/// Another number for each file of that path; 0 where there is none.
ino_t number_of(const std::string& path) {
    struct stat found {};
    return ::stat(path.c_str(), &found) == 0 ? found.st_ino : 0;
}

int run_block(const Asked& asked, int block, int blocks) {
    std::vector<std::string> words{"ensemble"};
    words.insert(words.end(), asked.arguments.begin(), asked.arguments.end());
    const auto file = block_file(asked, block, blocks);
    for (const auto& word : {std::string("--quiet"), std::string("--block"),
                             fmt::format("{}/{}", block, blocks), std::string("-o"), file})
        words.push_back(word);
    const auto before = number_of(file);
    const int code = command(words);
    // Members without figures are told of again where all is put together. No new file was written
    // where the scenario itself cannot be run.
    return code == integration && number_of(file) != before ? 0 : code;
}

int merge(const Asked& asked, int blocks) {
    std::vector<std::string> words{"merge"};
    for (int block = 1; block <= blocks; ++block) words.push_back(block_file(asked, block, blocks));
    if (asked.quiet) words.emplace_back("--quiet");
    words.insert(words.end(), {"-o", asked.file});
    const int code = command(words);
    if (code != 0 && code != integration) return code;
    for (int block = 1; block <= blocks; ++block)
        ::unlink(block_file(asked, block, blocks).c_str());
    return code;
}

int work(const Asked& asked, int rank, int ranks) {
    if (!asked.fits) {
        if (rank == 0)
            fmt::print(
                stderr,
                "granary-mpi: give what granary ensemble takes, with -o FILE.nc as two words "
                "and without --block and --member\n");
        return usage;
    }
    if (const int code = run_block(asked, rank + 1, ranks); code != 0)
        MPI_Abort(MPI_COMM_WORLD, code);
    MPI_Barrier(MPI_COMM_WORLD);
    return rank == 0 ? merge(asked, ranks) : 0;
}

}  // namespace

int main(int argc, char** argv) {
    MPI_Init(&argc, &argv);
    int rank = 0, ranks = 1;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    const int code = work(asked(argc, argv), rank, ranks);
    MPI_Finalize();
    return code;
}
