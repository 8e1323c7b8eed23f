/// What `granary serve` becomes, asked as a browser asks it and as nobody should.

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "cli/run_command.hpp"
#include "support/paths.hpp"

namespace granary::test {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

/// One connection to the server.
class Visitor {
  public:
    explicit Visitor(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    ~Visitor() { ::close(socket_); }
    Visitor(const Visitor&) = delete;
    Visitor& operator=(const Visitor&) = delete;

    /// Whether the server still takes what is sent.
    bool send(std::string_view text) const {
        return connected_ && ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL) ==
                                 static_cast<ssize_t>(text.size());
    }
    /// All that comes until the server has no more to say.
    std::string answer() const {
        std::string all;
        char bytes[65536];
        for (ssize_t n = 0; (n = ::recv(socket_, bytes, sizeof bytes, 0)) > 0;)
            all.append(bytes, static_cast<std::size_t>(n));
        return all;
    }
    bool is_held() const {
        char byte = 0;
        return ::recv(socket_, &byte, 1, MSG_DONTWAIT) < 0 && errno == EAGAIN;
    }

  private:
    int socket_;
    bool connected_ = false;
};

class Serve : public testing::Test {
  protected:
    void SetUp() override {
        page_ = "<!doctype html>" + std::string(500'000, 'x');
        const auto file = folder_.write("page.html", page_);
        const auto program =
            std::filesystem::path(test::command_path()).parent_path() / "granary-serve";
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        server_ = ::fork();
        if (server_ == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::execl(program.c_str(), "granary-serve", file.c_str(), "0", nullptr);
            std::_Exit(127);
        }
        ::close(ends[1]);
        char said[200] = {};
        ASSERT_GT(::read(ends[0], said, sizeof said - 1), 0);
        ::close(ends[0]);
        port_ = std::atoi(said + std::string("http://127.0.0.1:").size());
    }
    void TearDown() override {
        ::kill(server_, SIGTERM);
        ::waitpid(server_, nullptr, 0);
    }

    std::string ask(const std::string& request) const {
        const Visitor visitor(port_);
        visitor.send(request);
        return visitor.answer();
    }
    static std::string get(const std::string& host, const std::string& more = "") {
        return "GET / HTTP/1.1\r\nHost: " + host + "\r\n" + more + "\r\n";
    }
    /// The most memory that the server has had so far.
    int peak_kb() const {
        const auto status = contents("/proc/" + std::to_string(server_) + "/status");
        return std::atoi(line_of(status, "VmHWM:").c_str() + std::string("VmHWM:").size());
    }

    Folder folder_;
    std::string page_;
    pid_t server_ = -1;
    int port_ = 0;
};

TEST_F(Serve, ShowsThePageUnderThisMachinesOwnNames) {
    for (const auto* host : {"127.0.0.1", "localhost:9000", "LocalHost"}) {
        const auto answer = ask(get(host));
        EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK\r\n"));
        EXPECT_THAT(answer, EndsWith("\r\n\r\n" + page_));
    }
    EXPECT_THAT(ask("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                testing::AllOf(HasSubstr("Content-Length: 500015\r\n"), EndsWith("\r\n\r\n")));
}

TEST_F(Serve, TellsABrowserToKeepThePageToItself) {
    const auto answer = ask(get("localhost"));
    for (const auto* header :
         {"X-Content-Type-Options: nosniff\r\n", "X-Frame-Options: DENY\r\n",
          "Referrer-Policy: no-referrer\r\n", "default-src 'none'", "form-action 'none'",
          "base-uri 'none'", "frame-ancestors 'none'", "Cross-Origin-Resource-Policy: same-origin"})
        EXPECT_THAT(answer, HasSubstr(header));
}

TEST_F(Serve, RefusesEveryOtherName) {
    for (const auto* host : {"evil.example", "evil.example:80", "localhost.evil.example", "",
                             "127.0.0.1.evil.example", "localhost\r\nHost: evil.example"})
        EXPECT_THAT(ask(get(host)), StartsWith("HTTP/1.1 421 ")) << host;
    EXPECT_THAT(ask("GET / HTTP/1.1\r\n\r\n"), StartsWith("HTTP/1.1 421 "));
}

TEST_F(Serve, KnowsOnePageAndNoOtherWish) {
    EXPECT_THAT(ask("GET /etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                StartsWith("HTTP/1.1 404 "));
    const auto refused = ask("DELETE / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_THAT(refused, StartsWith("HTTP/1.1 405 "));
    EXPECT_THAT(refused, HasSubstr("Allow: GET, HEAD\r\n"));
    EXPECT_THAT(ask("no request\r\n\r\n"), StartsWith("HTTP/1.1 400 "));
}

TEST_F(Serve, TakesNoBody) {
    const std::string head = "POST / HTTP/1.1\r\nHost: localhost\r\n";
    const Visitor visitor(port_);
    ASSERT_TRUE(visitor.send(head + "Content-Length: 400000000\r\n\r\n"));
    const std::string piece(1'000'000, 'x');
    for (int i = 0; i < 100 && visitor.send(piece); ++i) {
    }
    EXPECT_THAT(visitor.answer(), StartsWith("HTTP/1.1 413 "));
    EXPECT_THAT(ask(head + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
                StartsWith("HTTP/1.1 413 "));
    EXPECT_LT(peak_kb(), 50'000);
}

TEST_F(Serve, ShowsThePageOnceHoweverManyPartsAreAskedFor) {
    std::string ranges = "Range: bytes=0-";
    for (int i = 0; i < 2'000; ++i) ranges += ",0-";
    const auto answer = ask(get("localhost", ranges + "\r\n"));
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK\r\n"));
    EXPECT_LT(answer.size(), page_.size() + 2'000);
    EXPECT_LT(peak_kb(), 50'000);
}

TEST_F(Serve, ReadsNoEndlessRequest) {
    EXPECT_THAT(ask("GET /" + std::string(20'000, 'a')), StartsWith("HTTP/1.1 431 "));
    std::string headers;
    for (int i = 0; i < 20'000; ++i) headers += "A: b\r\n";
    EXPECT_THAT(ask(get("localhost", headers)), StartsWith("HTTP/1.1 431 "));
}

TEST_F(Serve, EndsARequestThatComesALetterAtATime) {
    const Visitor visitor(port_);
    ASSERT_TRUE(visitor.send("GET / HTTP/1.1\r\nX: "));
    int letters = 0;
    for (; letters < 600 && visitor.send("a"); ++letters)
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    EXPECT_LT(letters, 600) << "a minute";
}

TEST_F(Serve, AnswersWhateverOthersHoldOpen) {
    std::vector<std::unique_ptr<Visitor>> idle;
    for (int i = 0; i < 300; ++i) idle.push_back(std::make_unique<Visitor>(port_));
    const auto answer = ask(get("localhost"));
    EXPECT_TRUE(idle.back()->is_held()) << "nobody had to go for want of time";
    EXPECT_FALSE(idle.front()->is_held()) << "the oldest made room";
    EXPECT_THAT(answer, EndsWith(page_));
}

}  // namespace
}  // namespace granary::test
