/// What `granary` leaves to a program beside it.

#include <fstream>
#include <iterator>

#include "cli/beside.hpp"
#include "cli/ensemble_options.hpp"
#include "granary/foundation/error.hpp"

namespace granary::cli {
namespace {

constexpr std::string_view programs[] = {"granary-ensemble", "../libexec/granary/granary-ensemble"};

/// This process's own, as the system keeps them: each ended by a NUL.
std::vector<std::string> arguments() {
    std::ifstream file("/proc/self/cmdline", std::ios::binary);
    std::vector<std::string> all;
    for (std::string word; std::getline(file, word, '\0');) all.push_back(word);
    return all;
}

[[noreturn]] void become_it() {
    const auto program = beside(programs);
    if (!program)
        throw FileError(
            "granary-ensemble is missing beside this program: it is built where netCDF is "
            "(Debian's libnetcdf-dev), and ./granary ensemble does so where needed");
    become(*program, arguments());
}

}  // namespace

void work(const EnsembleOptions&) {
    become_it();
}

void work(const MergeOptions&) {
    become_it();
}

}  // namespace granary::cli
