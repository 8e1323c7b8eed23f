#pragma once
/// Which branches of the library were taken, by this process and all that it made, where clang
/// counts them (-fsanitize=fuzzer-no-link); nothing elsewhere.

#include <string>

namespace granary::fuzz {

/// Notes what was reached since the last look: a counter starts anew after 256.
void look_at_coverage();

/// "12345 of 67890 branches; "
std::string coverage_text();

}  // namespace granary::fuzz
