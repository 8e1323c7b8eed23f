/// granary page, granary serve

#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/sibling.hpp"
#include "granary/foundation/error.hpp"
#include "granary/write/output.hpp"

namespace granary::cli {
namespace {

/// Beside the program in a build folder, and below the same prefix where it is installed.
constexpr std::string_view pages[] = {"../web/granary.html", "../share/granary/granary.html"};
constexpr std::string_view servers[] = {"granary-serve", "../libexec/granary/granary-serve"};

std::string page_file() {
    if (auto file = sibling(pages)) return *file;
    throw FileError(
        "the page is not built: ./dev web builds it, and ./granary page does so where needed");
}

}  // namespace

void write_page(const PageOptions& options) {
    require_no_terminal(options.file, ".html");
    std::ifstream built(page_file(), std::ios::binary);
    const std::string page{std::istreambuf_iterator<char>(built), {}};
    put_bytes(options.file, page);
}

/// Becomes the program that serves: what it loads would slow every other start of this one.
void serve_page(const ServeOptions& options) {
    const auto page = page_file(), number = fmt::format("{}", options.port);
    const auto program = sibling(servers);
    if (!program) throw FileError("granary-serve is missing beside this program");
    become(*program, {"granary-serve", page, number});
}

}  // namespace granary::cli
