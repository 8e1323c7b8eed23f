#pragma once
/// Who is being answered: a bounded number at once, each for a bounded time.

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstddef>
#include <list>
#include <memory>
#include <string>

namespace granary::serve {

/// What one who asks may take.
namespace limits {
constexpr std::size_t connections = 64, head_bytes = 8192;
constexpr std::chrono::seconds reading{5}, answering{60}, parting{2}, rest{1};
}  // namespace limits

class Connection;

/// Takes one connection after another. The oldest makes room where there are too many, so that who
/// asks is answered, whatever others hold open.
class Connections {
  public:
    /// Listens at the port, a free one for 0; throws boost::system::system_error.
    Connections(boost::asio::io_context& context, const boost::asio::ip::tcp::endpoint& endpoint,
                std::string page);

    /// The port listened at.
    unsigned short port() const { return acceptor_.local_endpoint().port(); }

    /// Takes the next connection, and all after it.
    void take();

  private:
    void admit(boost::asio::ip::tcp::socket socket);
    void rest();

    boost::asio::ip::tcp::acceptor acceptor_;
    boost::asio::steady_timer timer_;
    std::string page_;
    std::list<std::weak_ptr<Connection>> open_;  // the oldest first
};

}  // namespace granary::serve
