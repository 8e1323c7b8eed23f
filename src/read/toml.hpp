#pragma once
/// The TOML parser, declarations only: toml.cpp holds the one copy of its code, so that nothing has
/// to be installed beside the library and no file here compiles the parser again.

namespace granary::read {

/// Thrown where a malformed text ("[}" is one) breaks an assertion of the parser, which would else
/// end the program, or be undefined in a release.
struct ParserGaveUp {};

[[noreturn]] inline void give_up() {
    throw ParserGaveUp{};
}

}  // namespace granary::read

#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 0
#define TOML_ASSERT(condition) ((condition) ? void() : granary::read::give_up())

// The parser drops its assertions where NDEBUG is defined.
#pragma push_macro("NDEBUG")
#undef NDEBUG
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")
