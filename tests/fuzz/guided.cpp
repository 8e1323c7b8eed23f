/// The same judge for clang's libFuzzer, which follows what each text reaches in the library:
///
///   GRANARY_FUZZ=vary fuzz_guided FOLDER tests/fuzz/corpus/vary
///
/// Built where GRANARY_GUIDED_FUZZ is on, with the library's sources instrumented.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "fuzz/judge.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace granary::fuzz;
    static const char* const asked = std::getenv("GRANARY_FUZZ");
    static const Kind kind = kind_called(asked == nullptr ? "scenario" : asked);
    const auto verdict = judge(kind, {reinterpret_cast<const char*>(data), size}, true);
    if (verdict.fault.empty()) return 0;
    std::fprintf(stderr, "%s\n", verdict.fault.c_str());
    std::abort();
}
