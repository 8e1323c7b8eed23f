#pragma once
/// A bar that is rewritten in place: on a terminal only, and not for work of less than a second.

#include <chrono>
#include <cstddef>
#include <string>

namespace granary::cli {

/// The bar's line: how much of the whole is done, the rate, the time left.
std::string progress_line(const std::string& what, std::size_t done, std::size_t total,
                          double seconds);

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
