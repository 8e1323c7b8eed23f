#include "ensemble_cli/interrupt.hpp"

#include <signal.h>  // NOLINT(modernize-deprecated-headers): sigaction is POSIX

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdlib>

namespace granary::cli {
namespace {

constexpr std::array requests{SIGINT, SIGTERM, SIGHUP};

/// What happened on each of them before; one Interrupt lives at a time.
std::array<struct sigaction, requests.size()> before;

/// The one that came last, 0 for none. It is noted on any thread and read on another.
std::atomic<int> noted = 0;
static_assert(std::atomic<int>::is_always_lock_free, "or a signal handler could not set it");

void note(int signal) {
    noted = signal;
}

}  // namespace

Interrupt::Interrupt() {
    noted = 0;
    struct sigaction noting {};
    noting.sa_handler = note;
    noting.sa_flags = SA_RESTART;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        ::sigaction(requests[i], nullptr, &before[i]);
        // A process started to ignore a request (by nohup, or in the background) goes on ignoring
        // it.
        if (before[i].sa_handler != SIG_IGN) ::sigaction(requests[i], &noting, nullptr);
    }
}

Interrupt::~Interrupt() {
    for (std::size_t i = 0; i < requests.size(); ++i) ::sigaction(requests[i], &before[i], nullptr);
}

bool Interrupt::asked() {
    return noted != 0;
}

void Interrupt::end() {
    constexpr int shells_code = 128;  // and the signal's number
    const int request = noted;
    ::signal(request, SIG_DFL);
    ::raise(request);
    std::exit(shells_code + request);
}

}  // namespace granary::cli
