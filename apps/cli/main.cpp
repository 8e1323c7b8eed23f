/// The command. What needs netCDF it leaves to a program beside it.

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "cli/sibling.hpp"
#include "granary/foundation/error.hpp"

namespace {

using granary::FileError;

constexpr std::string_view programs[] = {"granary-ensemble", "../libexec/granary/granary-ensemble"};

/// This process's own, as the system keeps them: each ended by a NUL.
std::vector<std::string> arguments() {
    std::ifstream file("/proc/self/cmdline", std::ios::binary);
    std::vector<std::string> all;
    for (std::string word; std::getline(file, word, '\0');) all.push_back(word);
    return all;
}

/// That program reads the same command line anew.
template <class Options>
void hand_over(const Options&) {
    const auto program = granary::cli::sibling(programs);
    if (!program)
        throw FileError(
            "granary-ensemble is missing beside this program: it is built where netCDF is "
            "(Debian's libnetcdf-dev), and ./granary ensemble does so where needed");
    granary::cli::become(*program, arguments());
}

}  // namespace

int main(int argc, char** argv) {
    return granary::cli::command(argc, argv, {hand_over, hand_over});
}
