#include "granary/study/parallel.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

namespace granary {
namespace {

/// Parts are handed out in order and those handed out are finished, so that what is done is always
/// the beginning, and the first failure is the same however many threads there are.
class Parts {
  public:
    Parts(std::size_t count, const std::function<void(std::size_t)>& work,
          const std::function<bool(std::size_t)>& proceed)
        : count_(count), first_failed_(count), work_(work), proceed_(proceed) {}

    void work_through() noexcept {
        while (const auto part = next()) attempt(*part);
    }

    std::size_t finish() const {
        if (failure_) std::rethrow_exception(failure_);
        return done_;
    }

  private:
    std::optional<std::size_t> next() {
        const std::lock_guard lock(mutex_);
        if (stopped_ || next_ == count_) return std::nullopt;
        return next_++;
    }

    void attempt(std::size_t part) {
        try {
            work_(part);
            const std::lock_guard lock(mutex_);
            ++done_;
            if (proceed_ && !proceed_(done_)) stopped_ = true;
        } catch (...) {
            const std::lock_guard lock(mutex_);
            stopped_ = true;
            if (part >= first_failed_) return;
            first_failed_ = part;
            failure_ = std::current_exception();
        }
    }

    std::size_t count_, first_failed_;
    const std::function<void(std::size_t)>& work_;
    const std::function<bool(std::size_t)>& proceed_;
    std::mutex mutex_;
    std::size_t next_ = 0, done_ = 0;
    bool stopped_ = false;
    std::exception_ptr failure_;
};

std::size_t threads_for(std::size_t count, std::size_t asked) {
    const std::size_t machine = std::max(1U, std::thread::hardware_concurrency());
    return std::min(count, asked == 0 ? machine : asked);
}

}  // namespace

std::size_t for_each_part(std::size_t count, const std::function<void(std::size_t)>& work,
                          const Workers& workers) {
    Parts parts(count, work, workers.proceed);
    const std::size_t threads = threads_for(count, workers.threads);
    std::vector<std::thread> helpers;
    helpers.reserve(threads);  // so that only starting one can fail
    try {
        for (std::size_t i = 1; i < threads; ++i)
            helpers.emplace_back([&] { parts.work_through(); });
    } catch (const std::system_error&) {
        // Where no further thread can be had, those there are do the work.
    }
    parts.work_through();
    for (auto& helper : helpers) helper.join();
    return parts.finish();
}

}  // namespace granary
