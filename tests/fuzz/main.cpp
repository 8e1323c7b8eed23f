/// Judges damaged texts of one kind by the million: scenario (if no --kind says otherwise),
/// settings, vary, calibration. Each is read in a worker process, so that a crash, a sanitizer's
/// report or an endless loop is noted with its number and the next one is tried.
///
///   fuzz_texts CORPUS [--kind KIND] [--count N] [--seconds S] [--seed K] [--first N] [--save
///   FOLDER] fuzz_texts CORPUS --seed K --print N      writes mutant N to the standard output
///   fuzz_texts CORPUS --judge FILE            judges one text

#include <fmt/format.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <new>
#include <string>
#include <vector>

#include "fuzz/judge.hpp"
#include "fuzz/mutator.hpp"
#include "granary/record/embedded.hpp"

namespace granary::fuzz {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using std::chrono::duration;

constexpr double longest_judgement_seconds = 60;

/// One accepted text in so many is also run.
constexpr std::uint64_t run_one_in = 16;

struct Options {
    std::string corpus, save, judge;
    Kind kind = Kind::scenario;
    std::uint64_t count = 1'000'000'000, seed = 1957, first = 0, print = 0;
    double seconds = 1e9;
    bool prints = false;
};

/// What the worker tells the parent.
struct Board {
    std::atomic<std::uint64_t> number, done, accepted, faults;
    std::atomic<std::uint64_t> slowest, slowest_number;  // microseconds
};

double seconds_since(Clock::time_point start) {
    return duration<double>(Clock::now() - start).count();
}

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The texts to damage: the corpus in the order of its names, and of scenarios all shipped ones.
std::vector<std::string> seed_texts(const Options& options) {
    std::vector<fs::path> paths(fs::directory_iterator(options.corpus), fs::directory_iterator{});
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> texts;
    for (const auto& path : paths) texts.push_back(content_of(path));
    const std::string_view shipped =
        options.kind == Kind::calibration ? "scenarios/calibration" : "scenarios/";
    if (options.kind == Kind::scenario || options.kind == Kind::calibration)
        for (const auto& file : embedded_files())
            if (file.path.starts_with(shipped)) texts.emplace_back(file.text);
    return texts;
}

/// Every exception that is not the library's own answer counts as a fault.
Verdict guarded(Kind kind, const std::string& text, bool run) {
    try {
        return judge(kind, text, run);
    } catch (const std::exception& error) {
        return {Outcome::refused, fmt::format("an exception came through: {}", error.what())};
    } catch (...) {
        return {Outcome::refused, "an unknown exception came through"};
    }
}

class Campaign {
  public:
    explicit Campaign(const Options& options)
        : options_(options), mutator_(seed_texts(options), options.seed), board_(map()) {}

    /// Whether nothing went wrong.
    bool run() {
        for (std::uint64_t next = options_.first; next < end() && !out_of_time();)
            next = watch(next);
        report();
        return board_.faults == 0 && crashes_ == 0;
    }

  private:
    static Board& map() {
        void* page = ::mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE,
                            MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (page == MAP_FAILED) throw std::bad_alloc();
        return *new (page) Board{};
    }

    std::uint64_t end() const { return options_.first + options_.count; }
    bool out_of_time() const { return seconds_since(start_) > options_.seconds; }

    /// Lets a worker go on from `first`; returns the number after the last one it tried.
    std::uint64_t watch(std::uint64_t first) {
        board_.number = first;
        const pid_t worker = ::fork();
        if (worker == 0) work(first);
        if (worker < 0) throw std::system_error(errno, std::generic_category(), "fork");
        const int status = wait_for(worker);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return end();
        ++crashes_;
        tell(board_.number, fmt::format("the worker ended with status {:#x}", status));
        return board_.number + 1;
    }

    [[noreturn]] void work(std::uint64_t first) {
        for (auto number = first; number < end() && !out_of_time(); ++number) one(number);
        std::_Exit(0);
    }

    void one(std::uint64_t number) {
        board_.number = number;
        const auto text = mutator_.mutant(number);
        const auto start = Clock::now();
        const auto verdict = guarded(options_.kind, text, number % run_one_in == 0);
        const auto micros = static_cast<std::uint64_t>(1e6 * seconds_since(start));
        if (micros > board_.slowest) {
            board_.slowest = micros;
            board_.slowest_number = number;
        }
        ++board_.done;
        board_.accepted += verdict.outcome == Outcome::accepted;
        if (verdict.fault.empty()) return;
        ++board_.faults;
        tell(number, verdict.fault);
    }

    /// Ends a worker that stays with one text for too long.
    int wait_for(pid_t worker) const {
        int status = 0;
        auto last = board_.number.load();
        auto since = Clock::now();
        while (::waitpid(worker, &status, WNOHANG) == 0) {
            ::usleep(20'000);
            if (const auto now = board_.number.load(); now != last) {
                last = now;
                since = Clock::now();
            }
            if (seconds_since(since) > longest_judgement_seconds) ::kill(worker, SIGKILL);
        }
        return status;
    }

    void tell(std::uint64_t number, const std::string& fault) const {
        fmt::print("mutant {} of seed {}: {}\n", number, options_.seed, fault);
        std::fflush(stdout);
        if (options_.save.empty()) return;
        const auto name = fmt::format("{}/{}-{}.toml", options_.save, options_.seed, number);
        std::ofstream(name, std::ios::binary) << mutator_.mutant(number);
    }

    void report() const {
        const double seconds = seconds_since(start_);
        const auto done = board_.done.load();
        fmt::print(
            "{} texts in {:.0f} s, {:.0f} a second; {} accepted; slowest {} ms (number {}); "
            "{} crashes, {} faults\n",
            done, seconds, static_cast<double>(done) / seconds, board_.accepted.load(),
            board_.slowest.load() / 1000, board_.slowest_number.load(), crashes_,
            board_.faults.load());
    }

    Options options_;
    Mutator mutator_;
    Board& board_;
    Clock::time_point start_ = Clock::now();
    unsigned crashes_ = 0;
};

Options parsed(int argc, char** argv) {
    Options options;
    options.corpus = argc > 1 ? argv[1] : "";
    for (int i = 2; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        const char* value = argv[i + 1];
        if (name == "--count") options.count = std::strtoull(value, nullptr, 10);
        if (name == "--seconds") options.seconds = std::strtod(value, nullptr);
        if (name == "--seed") options.seed = std::strtoull(value, nullptr, 10);
        if (name == "--first") options.first = std::strtoull(value, nullptr, 10);
        if (name == "--kind") options.kind = kind_called(value);
        if (name == "--save") options.save = value;
        if (name == "--judge") options.judge = value;
        if (name == "--print") {
            options.print = std::strtoull(value, nullptr, 10);
            options.prints = true;
        }
    }
    return options;
}

int run(const Options& options) {
    if (!options.judge.empty()) {
        const auto verdict = judge(options.kind, content_of(options.judge), true);
        fmt::print("{}: {}\n", verdict.outcome == Outcome::accepted ? "accepted" : "refused",
                   verdict.fault.empty() ? "as it must be" : verdict.fault);
        return verdict.fault.empty() ? 0 : 1;
    }
    if (options.prints) {
        fmt::print("{}", Mutator(seed_texts(options), options.seed).mutant(options.print));
        return 0;
    }
    return Campaign(options).run() ? 0 : 1;
}

}  // namespace
}  // namespace granary::fuzz

int main(int argc, char** argv) {
    return granary::fuzz::run(granary::fuzz::parsed(argc, argv));
}
