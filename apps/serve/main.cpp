/// granary-serve PAGE PORT: shows one HTML file at the local address alone, so that nobody else in
/// the network sees it. `granary serve` becomes this program.

#include <boost/asio/error.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address_v4.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/system/system_error.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "serve/connections.hpp"
#include "write/terminal.hpp"

namespace {

using boost::asio::ip::tcp;

namespace terminal = granary::terminal;

constexpr std::string_view who = "granary";     // as the command calls itself
constexpr int file_error = 5, usage_error = 2;  // as `granary --help` lists them

int serve(std::string page, unsigned short port) {
    boost::asio::io_context context(1);
    const tcp::endpoint endpoint(boost::asio::ip::address_v4::loopback(), port);
    granary::serve::Connections connections(context, endpoint, std::move(page));
    terminal::announce("http://127.0.0.1:" + std::to_string(connections.port()) + "/ until Ctrl-C");
    connections.take();
    context.run();
    return 0;
}

/// Another port helps where this one is the trouble, and only there.
std::string hint(const boost::system::error_code& fault) {
    namespace error = boost::asio::error;
    const bool of_the_port = fault == error::address_in_use || fault == error::access_denied;
    return of_the_port ? "; --port 0 takes a free port" : "";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        terminal::tell(who, "this is a part of granary serve");
        return usage_error;
    }
    std::ifstream file(argv[1], std::ios::binary);
    std::string page{std::istreambuf_iterator<char>(file), {}};
    if (!file || page.empty()) {
        terminal::tell(who, std::string("cannot read ") + argv[1]);
        return file_error;
    }
    try {
        return serve(std::move(page), static_cast<unsigned short>(std::atoi(argv[2])));
    } catch (const boost::system::system_error& fault) {
        terminal::tell(who, std::string("cannot listen at 127.0.0.1:") + argv[2] + ": " +
                                fault.code().message() + hint(fault.code()));
        return file_error;
    }
}
