#include "cli/interrupt.hpp"

#include <csignal>
#include <cstdlib>

namespace granary::cli {
namespace {

volatile std::sig_atomic_t noted = 0;

void note(int) {
    noted = 1;
}

}  // namespace

Interrupt::Interrupt() {
    noted = 0;
    // A process started to ignore Ctrl-C (by nohup, or in the background) goes on ignoring it.
    if (std::signal(SIGINT, note) == SIG_IGN) std::signal(SIGINT, SIG_IGN);
}

Interrupt::~Interrupt() {
    if (std::signal(SIGINT, SIG_DFL) == SIG_IGN) std::signal(SIGINT, SIG_IGN);
}

bool Interrupt::asked() {
    return noted != 0;
}

void Interrupt::end() {
    constexpr int interrupted = 130;
    std::signal(SIGINT, SIG_DFL);
    std::raise(SIGINT);
    std::exit(interrupted);
}

}  // namespace granary::cli
