/// granary-mpi SCENARIO -n N ... -o FILE.nc, under mpirun: each rank runs a block of the ensemble
/// that `granary ensemble` runs alone, and the first puts the blocks together.

#include <fmt/format.h>
#include <getopt.h>
#include <mpi.h>
#include <unistd.h>

#include <charconv>
#include <csignal>
#include <string>
#include <vector>

#include "granary/document/study/ensemble_text.hpp"
#include "granary/ensemble/merge_blocks.hpp"
#include "granary/ensemble/request.hpp"
#include "granary/foundation/error.hpp"
#include "granary/write/setting.hpp"
#include "write/terminal.hpp"

namespace {

using granary::EnsembleEnd;
using granary::Error;
using granary::ErrorClass;

/// The options of `granary ensemble`, but for those that say which members are run.
constexpr option names[] = {{"members", required_argument, nullptr, 'n'},
                            {"output", required_argument, nullptr, 'o'},
                            {"seed", required_argument, nullptr, 's'},
                            {"vary", required_argument, nullptr, 'v'},
                            {"design", required_argument, nullptr, 'd'},
                            {"above", required_argument, nullptr, 'a'},
                            {"set", required_argument, nullptr, 'S'},
                            {"reading", required_argument, nullptr, 'r'},
                            {"lanes", required_argument, nullptr, 'l'},
                            {"threads", required_argument, nullptr, 't'},
                            {"keep-members", no_argument, nullptr, 'k'},
                            {"quiet", no_argument, nullptr, 'q'},
                            {nullptr, 0, nullptr, 0}};

/// What is asked for on the command line.
struct Asked {
    granary::EnsembleRequest request;
    std::string file, reading;
    std::size_t lanes = 0, threads = 0;
    bool quiet = false;
};

[[noreturn]] void wrong(const std::string& message) {
    throw Error(ErrorClass::usage, message);
}

template <typename Whole>
void take_number(std::string_view text, Whole& number) {
    const auto* last = text.data() + text.size();
    const auto [end, fault] = std::from_chars(text.data(), last, number);
    if (fault != std::errc() || end != last) wrong(fmt::format("{}: not a whole number", text));
}

/// Takes one option with its value.
void take(int letter, const std::string& value, Asked& asked) {
    auto& request = asked.request;
    switch (letter) {
        case 'n':
            return take_number(value, request.members);
        case 'o':
            asked.file = value;
            return;
        case 's':
            return take_number(value, request.seed);
        case 'v':
            request.vary = value;
            return;
        case 'd':
            request.design = granary::design_called(value);
            return;
        case 'a':
            request.above.push_back(value);
            return;
        case 'S':
            request.settings.push_back(value);
            return;
        case 'r':
            asked.reading = value;
            return;
        case 'l':
            return take_number(value, asked.lanes);
        case 't':
            return take_number(value, asked.threads);
        case 'k':
            request.keep_members = true;
            return;
        case 'q':
            asked.quiet = true;
            return;
        default:
            wrong("give what granary ensemble takes, without --block and --member");
    }
}

Asked asked(int count, char** words) {
    Asked asked;
    ::opterr = 0;  // told once, not by each rank
    for (int letter = 0; (letter = ::getopt_long(count, words, "n:o:", names, nullptr)) != -1;)
        take(letter, ::optarg == nullptr ? "" : ::optarg, asked);
    if (count - ::optind != 1 || !asked.file.ends_with(".nc") || asked.request.members == 0)
        wrong("give SCENARIO -n NUMBER -o FILE.nc");
    asked.request.scenario = words[::optind];
    // After the others, as granary ensemble has it.
    if (!asked.reading.empty())
        asked.request.settings.push_back(granary::reading_setting(asked.reading));
    return asked;
}

std::string block_file(const Asked& asked, std::uint64_t block, std::uint64_t blocks) {
    return fmt::format("{}.block-{}-of-{}.nc", asked.file, block, blocks);
}

volatile std::sig_atomic_t end_asked = 0;

/// False where it was asked to end before the block was whole; what is done is kept.
bool run_block(const Asked& asked, const granary::Block& block) {
    auto job = granary::job_of(asked.request, block_file(asked, block.number, block.count));
    job.block = block;
    job.lanes = asked.lanes;
    job.threads = asked.threads;
    const auto run = granary::run_ensemble(
        job, {{}, [](const granary::EnsembleProgress&) { return end_asked == 0; }});
    return run.end != EnsembleEnd::stopped;
}

void merge(const Asked& asked, std::uint64_t blocks) {
    std::vector<std::string> parts;
    for (std::uint64_t number = 1; number <= blocks; ++number)
        parts.push_back(block_file(asked, number, blocks));
    const auto whole = granary::merge_blocks(parts, asked.file);
    for (const auto& part : parts) ::unlink(part.c_str());
    if (!asked.quiet) granary::terminal::show(granary::ensemble_text(whole));
    granary::require_figures_of_all(whole);
}

/// Calls `act`; a fault of it is told, and returned as the exit code of the command for it.
template <typename Act>
int told(const Act& act, bool aloud = true) {
    const auto tell = [&](ErrorClass which, const char* what) {
        if (aloud) granary::terminal::tell("granary-mpi", what);
        return static_cast<int>(which);
    };
    try {
        act();
        return 0;
    } catch (const Error& error) {
        return tell(error.error_class, error.what());
    } catch (const std::exception& error) {
        return tell(ErrorClass::internal, error.what());
    }
}

int work(int count, char** words, int rank, int ranks) {
    Asked wanted;
    if (const int code = told([&] { wanted = asked(count, words); }, rank == 0); code != 0)
        return code;
    const granary::Block block{static_cast<std::uint64_t>(rank) + 1,
                               static_cast<std::uint64_t>(ranks)};
    bool whole = false;
    const int code = told([&] { whole = run_block(wanted, block); });
    constexpr int shells_code = 128;  // and the signal's number
    if (!whole) MPI_Abort(MPI_COMM_WORLD, code != 0 ? code : shells_code + end_asked);
    MPI_Barrier(MPI_COMM_WORLD);
    return rank == 0 ? told([&] { merge(wanted, block.count); }) : 0;
}

void note_end(int signal) {
    end_asked = signal;
}

}  // namespace

int main(int argc, char** argv) {
    MPI_Init(&argc, &argv);
    for (const int ignored : {SIGPIPE, SIGXFSZ}) std::signal(ignored, SIG_IGN);
    for (const int request : {SIGINT, SIGTERM, SIGHUP}) std::signal(request, note_end);
    int rank = 0, ranks = 1;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    const int code = work(argc, argv, rank, ranks);
    MPI_Finalize();
    return code;
}
