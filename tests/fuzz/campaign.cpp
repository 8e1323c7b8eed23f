#include "fuzz/campaign.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <new>
#include <string_view>
#include <system_error>

#include "fuzz/coverage.hpp"

namespace granary::fuzz {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::duration;

constexpr double longest_judgement_seconds = 60;
/// So often is it looked which parts of the library were reached.
constexpr std::uint64_t between_looks = 256;

/// What the worker tells the parent.
struct Board {
    std::atomic<std::uint64_t> number, done, accepted, faults;
    std::atomic<std::uint64_t> slowest, slowest_number;  // microseconds
    std::atomic<bool> no_more;
};

double seconds_since(Clock::time_point start) {
    return duration<double>(Clock::now() - start).count();
}

double processor_seconds() {
    double sum = 0;
    for (const int whose : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage used{};
        ::getrusage(static_cast<decltype(RUSAGE_SELF)>(whose), &used);
        for (const auto& time : {used.ru_utime, used.ru_stime})
            sum += static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
    }
    return sum;
}

class Worked {
  public:
    explicit Worked(const Campaign& campaign) : campaign_(campaign), board_(map()) {}

    bool run() {
        for (auto next = campaign_.first; next < end() && !is_over();) next = watch(next);
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

    std::uint64_t end() const { return campaign_.first + campaign_.count; }
    bool is_over() const { return board_.no_more || seconds_since(start_) > campaign_.seconds; }

    /// Lets a worker go on from `first`; returns the number after the last one it tried.
    std::uint64_t watch(std::uint64_t first) {
        board_.number = first;
        const pid_t worker = ::fork();
        if (worker == 0) work(first);
        if (worker < 0) throw std::system_error(errno, std::generic_category(), "fork");
        const int status = wait_for(worker);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return end();
        ++crashes_;
        tell(board_.number, fmt::format("the worker ended with status {:#x}", status), "");
        return board_.number + 1;
    }

    [[noreturn]] void work(std::uint64_t first) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // Ctrl-C ends both
        for (auto number = first; number < end() && !is_over(); ++number) one(number);
        look_at_coverage();
        std::_Exit(0);
    }

    void one(std::uint64_t number) {
        board_.number = number;
        const auto text = campaign_.text(number);
        board_.no_more = !text;
        if (!text) return;
        const auto start = Clock::now();
        const auto verdict = guarded(*text);
        const auto micros = static_cast<std::uint64_t>(1e6 * seconds_since(start));
        if (micros > board_.slowest) {
            board_.slowest = micros;
            board_.slowest_number = number;
        }
        if (++board_.done % between_looks == 0) look_at_coverage();
        board_.accepted += verdict.outcome == Outcome::accepted;
        if (verdict.fault.empty()) return;
        ++board_.faults;
        tell(number, verdict.fault, *text);
    }

    /// Every exception that is not the library's own answer counts as a fault.
    Verdict guarded(const std::string& text) const {
        try {
            return campaign_.judge(text);
        } catch (const std::exception& error) {
            return {Outcome::refused, fmt::format("an exception came through: {}", error.what())};
        } catch (...) {
            return {Outcome::refused, "an unknown exception came through"};
        }
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

    void tell(std::uint64_t number, const std::string& fault, const std::string& text) const {
        fmt::print("text {}: {}\n", number, fault);
        std::fflush(stdout);
        if (campaign_.save.empty()) return;
        const auto again = text.empty() ? campaign_.text(number) : text;
        std::ofstream(fmt::format("{}/{}", campaign_.save, number), std::ios::binary)
            << again.value_or("");
    }

    void report() const {
        const double seconds = seconds_since(start_);
        const auto done = board_.done.load();
        fmt::print(
            "{} texts in {:.0f} s ({:.0f} s of processor), {:.0f} a second; {} accepted; slowest "
            "{} ms (number {}); {}{} crashes, {} faults\n",
            done, seconds, processor_seconds(), static_cast<double>(done) / seconds,
            board_.accepted.load(), board_.slowest.load() / 1000, board_.slowest_number.load(),
            coverage_text(), crashes_, board_.faults.load());
    }

    const Campaign& campaign_;
    Board& board_;
    Clock::time_point start_ = Clock::now();
    unsigned crashes_ = 0;
};

}  // namespace

bool Campaign::run() const {
    return Worked(*this).run();
}

}  // namespace granary::fuzz
