#include "cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <utility>

namespace granary::cli {
namespace {

using Seconds = std::chrono::duration<double>;

std::string time_text(double seconds) {
    const auto whole = static_cast<long>(seconds + 0.5);
    if (whole < 60) return fmt::format("{} s", whole);
    return fmt::format("{} min {:02} s", whole / 60, whole % 60);
}

}  // namespace

std::string progress_line(const std::string& what, std::size_t done, std::size_t total,
                          double seconds) {
    constexpr std::size_t width = 24;
    const std::size_t filled = total == 0 ? width : width * done / total;
    const double rate = static_cast<double>(done) / seconds;
    const double left = static_cast<double>(total - done) / rate;
    return fmt::format("{} [{:-<{}}] {}/{}  {:.0f}/s  {} left", what, std::string(filled, '#'),
                       width, done, total, rate, time_text(left));
}

Progress::Progress(std::string what, std::size_t total)
    : what_(std::move(what)), total_(total), terminal_(::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
    if (shown_) std::fputs("\r\033[K", stderr);
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
    fmt::print(stderr, "\r{:.78}\033[K", progress_line(what_, done, total_, seconds));
    std::fflush(stderr);
}

}  // namespace granary::cli
