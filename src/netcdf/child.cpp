#include "netcdf/child.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): kill is POSIX
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <exception>
#include <fstream>
#include <new>
#include <string_view>

#include "granary/foundation/error.hpp"
#include "netcdf/dataset.hpp"

namespace granary::netcdf {
namespace {

using Clock = std::chrono::steady_clock;
constexpr rlim_t most_processor_seconds = 10;
constexpr std::chrono::seconds longest{60};
constexpr rlim_t most_memory = rlim_t{1} << 30;

/// The first letter of an answer; at its end stands `complete`.
constexpr char returned = 'r', file_error = 'e', fault = 'f', no_memory = 'm', complete = '.';

void limit(int resource, rlim_t most) {
    const rlimit limits{most, most};
    ::setrlimit(static_cast<decltype(RLIMIT_CPU)>(resource), &limits);
}

/// What the process has of memory already, as addresses.
rlim_t memory_now() {
    rlim_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
}

void set_limits() {
    limit(RLIMIT_CPU, most_processor_seconds);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_AS, memory_now() + most_memory);
    for (const int deadly : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGINT, SIGTERM, SIGHUP})
        ::signal(deadly, SIG_DFL);
    // What a library says when it is at its end is not for the user's terminal.
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
}

std::string answer_of(const std::function<std::string()>& act) {
    try {
        return returned + act();
    } catch (const FileError& error) {
        return file_error + std::string(error.what());
    } catch (const std::bad_alloc&) {
        return {no_memory};
    } catch (const std::exception& error) {
        return fault + std::string(error.what());
    }
}

[[noreturn]] void be_child(int to, const std::function<std::string()>& act) {
    set_limits();
    const auto answer = answer_of(act) + complete;
    for (std::string_view rest = answer; !rest.empty();) {
        const auto count = ::write(to, rest.data(), rest.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) break;
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
    ::_exit(0);
}

/// All that comes until the other end is closed or time is up.
std::string read_all(int from) {
    std::string all;
    std::array<char, 1 << 16> piece{};
    const auto end = Clock::now() + longest;
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
        pollfd waiting{from, POLLIN, 0};
        const int ready = left > 0 ? ::poll(&waiting, 1, static_cast<int>(left)) : 0;
        if (ready < 0 && errno == EINTR) continue;
        const auto count = ready > 0 ? ::read(from, piece.data(), piece.size()) : 0;
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return all;
        all.append(piece.data(), static_cast<std::size_t>(count));
    }
}

/// What the child said, once it is gone.
std::string answer_of_child(const std::function<std::string()>& act) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw Unreadable(std::strerror(errno));
    const pid_t child = ::fork();
    if (child == 0) be_child(ends[1], act);
    const int error = errno;
    ::close(ends[1]);
    std::string answer;
    if (child > 0) answer = read_all(ends[0]);
    ::close(ends[0]);
    if (child < 0)
        throw Unreadable(fmt::format("no process could be made: {}", std::strerror(error)));
    ::kill(child, SIGKILL);  // it has answered, or has had its time
    while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
    return answer;
}

}  // namespace

std::string in_child(const std::function<std::string()>& act) {
    require_memory();
    auto answer = answer_of_child(act);
    if (answer.size() < 2 || answer.back() != complete)
        throw Fault("the library that reads netCDF came to no end, or to a bad one, over it");
    auto text = answer.substr(1, answer.size() - 2);
    if (answer.front() == returned) return text;
    if (answer.front() == file_error) throw FileError(text);
    if (answer.front() == no_memory)
        throw Unreadable("it takes more memory than a file may that another program wrote");
    throw Fault(text);
}

}  // namespace granary::netcdf
