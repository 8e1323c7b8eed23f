/// granary page, granary serve

#include <fmt/format.h>
#include <httplib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "granary/foundation/error.hpp"
#include "granary/write/output.hpp"

namespace granary::cli {
namespace {

namespace fs = std::filesystem;

/// Beside the program in a build folder, and below the same prefix where it is installed.
constexpr std::string_view places[] = {"../web/granary.html", "../share/granary/granary.html"};

constexpr std::string_view local_address = "127.0.0.1";

std::string built_page() {
    std::error_code fault;
    const auto folder = fs::read_symlink("/proc/self/exe", fault).parent_path();
    for (const auto place : places) {
        std::ifstream file(folder / place, std::ios::binary);
        std::string page{std::istreambuf_iterator<char>(file), {}};
        if (file && !page.empty()) return page;
    }
    throw FileError(
        "the page is not built: ./dev web builds it, and ./granary page does so where needed");
}

void write_page(const std::string& file) {
    if (file.empty())
        emit(built_page());
    else
        write_file(file, built_page());
}

/// Answers at the local address alone, so that nobody else in the network sees it.
void serve_page(int port) {
    httplib::Server server;
    server.Get("/", [page = built_page()](const httplib::Request&, httplib::Response& response) {
        response.set_content(page, "text/html; charset=utf-8");
    });
    // The library's own choice would let two servers share a port.
    server.set_socket_options([](socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    const std::string host(local_address);
    if (port == 0)
        port = server.bind_to_any_port(host);
    else if (!server.bind_to_port(host, port))
        port = -1;
    if (port < 0)
        throw Error(ErrorClass::file,
                    fmt::format("cannot listen at {}: is the port taken? --port 0 "
                                "takes a free one",
                                host));
    emit(fmt::format("http://{}:{}/ until Ctrl-C\n", host, port));
    server.listen_after_bind();
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
