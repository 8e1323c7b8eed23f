#include "cli/progress.hpp"

#include <utility>

#include "write/terminal.hpp"

namespace granary::cli {
namespace {

using Seconds = std::chrono::duration<double>;

}  // namespace

Progress::Progress(std::string what, std::size_t total)
    : what_(std::move(what)), total_(total), terminal_(terminal::is_error()) {}

Progress::~Progress() {
    if (shown_) terminal::rewrite_line("");
}

/// Shown once the whole is known to take more than a second, then ten times a second.
void Progress::show(std::size_t done) {
    if (!terminal_ || done == 0) return;
    const auto now = Clock::now();
    const double seconds = Seconds(now - start_).count();
    const double whole = seconds * static_cast<double>(total_) / static_cast<double>(done);
    if (seconds < 0.2 || whole < 1 || (shown_ && Seconds(now - last_).count() < 0.1)) return;
    last_ = now;
    shown_ = true;
    terminal::rewrite_line(progress_line(what_, done, total_, seconds));
}

}  // namespace granary::cli
