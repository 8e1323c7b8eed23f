/// granary-serve PAGE PORT: shows one HTML file at the local address alone, so that nobody else in
/// the network sees it. `granary serve` becomes this program.

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address_v4.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/system/system_error.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <utility>

#include "serve/connections.hpp"

namespace {

using boost::asio::ip::tcp;

constexpr int file_error = 5, usage_error = 2;  // as `granary --help` lists them

int serve(std::string page, unsigned short port) {
    boost::asio::io_context context(1);
    const tcp::endpoint endpoint(boost::asio::ip::address_v4::loopback(), port);
    granary::serve::Connections connections(context, endpoint, std::move(page));
    std::cout << "http://127.0.0.1:" << connections.port() << "/ until Ctrl-C" << std::endl;
    connections.take();
    context.run();
    return 0;
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
    try {
        return serve(std::move(page), static_cast<unsigned short>(std::atoi(argv[2])));
    } catch (const boost::system::system_error& fault) {
        std::cerr << "granary: cannot listen at 127.0.0.1:" << argv[2] << ": "
                  << fault.code().message() << "; --port 0 takes a free port\n";
        return file_error;
    }
}
