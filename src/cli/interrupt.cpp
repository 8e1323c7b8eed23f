#include "cli/interrupt.hpp"

#include <csignal>
#include <cstdlib>

namespace granary::cli {
namespace {

constexpr int requests[] = {SIGINT, SIGTERM};
volatile std::sig_atomic_t noted = 0;

void note(int signal) {
    noted = signal;
}

/// A process started to ignore a request (by nohup, or in the background) goes on ignoring it.
void on_request(void (*action)(int)) {
    for (const int request : requests)
        if (std::signal(request, action) == SIG_IGN) std::signal(request, SIG_IGN);
}

}  // namespace

Interrupt::Interrupt() {
    noted = 0;
    on_request(note);
}

Interrupt::~Interrupt() {
    on_request(SIG_DFL);
}

bool Interrupt::asked() {
    return noted != 0;
}

void Interrupt::end() {
    constexpr int shells_code = 128;  // and the signal's number
    const int request = noted;
    std::signal(request, SIG_DFL);
    std::raise(request);
    std::exit(shells_code + request);
}

}  // namespace granary::cli
