/// granary page, granary serve

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <memory>

#include "cli/beside.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "granary/foundation/error.hpp"
#include "granary/write/output.hpp"

namespace granary::cli {
namespace {

/// Beside the program in a build folder, and below the same prefix where it is installed.
constexpr std::string_view pages[] = {"../web/granary.html", "../share/granary/granary.html"};
constexpr std::string_view servers[] = {"granary-serve", "../libexec/granary/granary-serve"};

std::string page_file() {
    if (auto file = beside(pages)) return *file;
    throw FileError(
        "the page is not built: ./dev web builds it, and ./granary page does so where needed");
}

void write_page(const std::string& file) {
    std::ifstream built(page_file(), std::ios::binary);
    const std::string page{std::istreambuf_iterator<char>(built), {}};
    if (file.empty())
        emit(page);
    else
        write_file(file, page);
}

/// Becomes the program that serves: what it loads would slow every other start of this one.
void serve_page(int port) {
    const auto page = page_file(), number = fmt::format("{}", port);
    const auto program = beside(servers);
    if (!program) throw FileError("granary-serve is missing beside this program");
    become(*program, {"granary-serve", page, number});
}

}  // namespace

void add_page(CLI::App& app) {
    auto file = std::make_shared<std::string>();
    auto* command = app.add_subcommand("page", "Write the classroom page, one HTML file");
    command
        ->add_option("-o,--output", *file,
                     "Write to FILE, whole or not at all; without it to the standard output")
        ->type_name("FILE");
    command->callback([file] { write_page(*file); });
}

void add_serve(CLI::App& app) {
    constexpr int most_ports = 65535;
    auto port = std::make_shared<int>(8000);
    auto* command =
        app.add_subcommand("serve", "Show the classroom page to a browser on this machine");
    command->add_option("--port", *port, "Port at 127.0.0.1, 8000 by default; 0 takes a free one")
        ->check(CLI::Range(0, most_ports))
        ->type_name("PORT");
    command->callback([port] { serve_page(*port); });
}

}  // namespace granary::cli
