#pragma once
/// A bar that is rewritten in place: on a terminal only, and not for work of less than a second.

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <cstddef>
#include <string>

namespace granary::cli {

/// The bar's line: how much of the whole is done, the rate, the time left.
inline std::string progress_line(const std::string& what, std::size_t done, std::size_t total,
                                 double seconds) {
    constexpr std::size_t width = 24;
    const std::size_t filled = total == 0 ? width : width * done / total;
    const double rate = static_cast<double>(done) / seconds;
    const auto left = std::lround(static_cast<double>(total - done) / rate);
    const auto time =
        left < 60 ? fmt::format("{} s", left) : fmt::format("{} min {:02} s", left / 60, left % 60);
    return fmt::format("{} [{:-<{}}] {}/{}  {:.0f}/s  {} left", what, std::string(filled, '#'),
                       width, done, total, rate, time);
}

class Progress {
  public:
    Progress(std::string what, std::size_t total);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void show(std::size_t done);

  private:
    using Clock = std::chrono::steady_clock;

    std::string what_;
    std::size_t total_;
    bool terminal_, shown_ = false;
    Clock::time_point start_ = Clock::now(), last_ = start_;
};

}  // namespace granary::cli
