#include "serve/connections.hpp"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/core/flat_static_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <optional>
#include <string_view>
#include <utility>

#include "serve/answer.hpp"

namespace granary::serve {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;

/// One request and its answer. It keeps itself alive until both are done or their time is over.
class Connection : public std::enable_shared_from_this<Connection> {
  public:
    Connection(asio::ip::tcp::socket socket, std::string_view page)
        : stream_(std::move(socket)), page_(page) {
        parser_.header_limit(limits::head_bytes);
        parser_.body_limit(0);
    }

    void read() {
        stream_.expires_after(limits::reading);
        http::async_read_header(stream_, buffer_, parser_,
                                [self = shared_from_this()](error_code fault, std::size_t) {
                                    if (const auto answer = self->answer_after(fault))
                                        self->write(*answer);
                                });
    }

    void cut() { stream_.close(); }

  private:
    /// None where there is nobody to be answered.
    std::optional<Answer> answer_after(error_code fault) const {
        if (!fault) return answer_to(parser_.get(), page_);
        if (fault == http::error::body_limit)
            return refusal(http::status::payload_too_large, "A request has no body here.\n");
        if (fault == http::error::header_limit || fault == http::error::buffer_overflow)
            return refusal(http::status::request_header_fields_too_large,
                           "A request has 8192 bytes at most here.\n");
        if (fault == beast::error::timeout || fault == http::error::end_of_stream ||
            fault.category() == asio::error::get_system_category())
            return std::nullopt;
        return refusal(http::status::bad_request, "This is no request.\n");
    }

    void write(Answer answer) {
        answer_ = std::move(answer);
        stream_.expires_after(limits::answering);
        http::async_write(stream_, answer_,
                          [self = shared_from_this()](error_code fault, std::size_t) {
                              if (!fault) self->part();
                          });
    }

    /// Waits for the other end to close: who closes first while bytes still come in takes back what
    /// was answered. The bytes are read over one another.
    void part() {
        error_code fault;
        stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, fault);
        stream_.expires_after(limits::parting);
        if (!fault) discard();
    }

    void discard() {
        stream_.async_read_some(asio::buffer(discarded_),
                                [self = shared_from_this()](error_code fault, std::size_t) {
                                    if (!fault) self->discard();
                                });
    }

    beast::tcp_stream stream_;
    std::string_view page_;
    beast::flat_static_buffer<limits::head_bytes> buffer_;
    http::request_parser<http::empty_body> parser_;
    Answer answer_;
    std::array<char, 4096> discarded_{};
};

Connections::Connections(asio::io_context& context, const asio::ip::tcp::endpoint& endpoint,
                         std::string page)
    : acceptor_(context, endpoint), timer_(context), page_(std::move(page)) {}

void Connections::take() {
    acceptor_.async_accept([this](error_code fault, asio::ip::tcp::socket socket) {
        if (fault) return rest();
        admit(std::move(socket));
        take();
    });
}

void Connections::admit(asio::ip::tcp::socket socket) {
    open_.remove_if([](const auto& each) { return each.expired(); });
    if (open_.size() >= limits::connections) {
        if (const auto oldest = open_.front().lock()) oldest->cut();
        open_.pop_front();
    }
    const auto connection = std::make_shared<Connection>(std::move(socket), page_);
    open_.push_back(connection);
    connection->read();
}

/// Where the system gives no more connections, the next is asked for after a while.
void Connections::rest() {
    timer_.expires_after(limits::rest);
    timer_.async_wait([this](error_code) { take(); });
}

}  // namespace granary::serve
