/// The same judge for clang's libFuzzer, which follows what each text reaches in the library. It
/// changes texts in its own ways and in those of the mutator, by turns:
///
///   GRANARY_FUZZ=vary fuzz_guided FOLDER tests/fuzz/corpus/vary
///
/// Built where GRANARY_GUIDED_FUZZ is on, with the library's sources instrumented.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "fuzz/judge.hpp"
#include "fuzz/mutator.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace granary::fuzz;
    static const char* const asked = std::getenv("GRANARY_FUZZ");
    static const Kind kind = kind_called(asked == nullptr ? "scenario" : asked);
    const auto text = text_of(data, size);
    const auto verdict = judge(kind, text, is_run(kind, text));
    if (verdict.fault.empty()) return 0;
    std::fprintf(stderr, "%s\n", verdict.fault.c_str());
    std::abort();
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
    using namespace granary::fuzz;
    if (seed % 2 == 0) return LLVMFuzzerMutate(data, size, most);
    static const Mutator mutator({""}, 1957, Damage::of_texts);
    const auto changed = mutator.damaged(std::string(text_of(data, size)), seed).substr(0, most);
    std::memcpy(data, changed.data(), changed.size());
    return changed.size();
}
