#include "fuzz/coverage.hpp"

#include <fmt/format.h>
#include <sys/mman.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace granary::fuzz {
namespace {

constexpr std::uintptr_t page = 4096;

/// Counters that all processes share, and which of them were ever above 0.
std::span<std::uint8_t> counters, reached;

std::span<std::uint8_t> shared(void* at, std::size_t size, int fixed) {
    void* memory =
        ::mmap(at, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | fixed, -1, 0);
    if (memory == MAP_FAILED) return {};
    return {static_cast<std::uint8_t*>(memory), size};
}

}  // namespace

void look_at_coverage() {
    for (std::size_t i = 0; i < counters.size(); ++i) reached[i] |= counters[i];
}

std::string coverage_text() {
    const auto count =
        reached.size() - static_cast<std::size_t>(std::count(reached.begin(), reached.end(), 0));
    return reached.empty() ? "" : fmt::format("{} of {} branches; ", count, reached.size());
}

}  // namespace granary::fuzz

/// Called by instrumented code before main. Of the counters those on whole pages are shared, so
/// that nothing else is.
extern "C" void __sanitizer_cov_8bit_counters_init(std::uint8_t* begin, std::uint8_t* end) {
    using namespace granary::fuzz;
    const auto first = (reinterpret_cast<std::uintptr_t>(begin) + page - 1) / page * page;
    const auto last = reinterpret_cast<std::uintptr_t>(end) / page * page;
    if (last <= first || !counters.empty()) return;
    counters = shared(reinterpret_cast<void*>(first), last - first, MAP_FIXED);
    reached = shared(nullptr, counters.size(), 0);
}
