/// The same judgement for Clang's libFuzzer, which is led by coverage:
///   fuzz_scenarios_clang tests/fuzz/corpus scenarios

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/judge.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto verdict = granary::fuzz::judge(text, size % 16 == 0);
    if (verdict.fault.empty()) return 0;
    std::fprintf(stderr, "%s\n", verdict.fault.c_str());
    std::abort();
}
