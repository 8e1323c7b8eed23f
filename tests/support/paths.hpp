#pragma once
/// Where the project and its command are. Told to one source alone, so that a compiler's cache
/// knows the other tests again in another folder.

#include <string>

namespace granary::test {

/// The project's folder, without a slash at its end.
std::string source_folder();
/// The command that this build made.
std::string command_path();

}  // namespace granary::test
