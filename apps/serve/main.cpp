/// granary-serve PAGE PORT: shows one HTML file at the local address alone, so that nobody else in
/// the network sees it. `granary serve` becomes this program.

#include <httplib.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {

constexpr int file_error = 5, usage_error = 2;  // as `granary --help` lists them
constexpr const char* local_address = "127.0.0.1";

/// The port listened at; negative where there is none. The library's own choice of options would
/// let two servers share a port.
int bind(httplib::Server& server, int port) {
    server.set_socket_options([](socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    if (port == 0) return server.bind_to_any_port(local_address);
    return server.bind_to_port(local_address, port) ? port : -1;
}

int serve(std::string page, int wanted) {
    httplib::Server server;
    server.Get("/", [page = std::move(page)](const httplib::Request&, httplib::Response& response) {
        response.set_content(page, "text/html; charset=utf-8");
    });
    const int port = bind(server, wanted);
    if (port < 0) {
        std::cerr << "granary: cannot listen at " << local_address << ':' << wanted
                  << ": is the port taken? --port 0 takes a free one\n";
        return file_error;
    }
    std::cout << "http://" << local_address << ':' << port << "/ until Ctrl-C" << std::endl;
    return server.listen_after_bind() ? 0 : file_error;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "granary: this is a part of granary serve\n";
        return usage_error;
    }
    std::ifstream file(argv[1], std::ios::binary);
    std::string page{std::istreambuf_iterator<char>(file), {}};
    if (!file || page.empty()) {
        std::cerr << "granary: cannot read " << argv[1] << '\n';
        return file_error;
    }
    return serve(std::move(page), std::atoi(argv[2]));
}
