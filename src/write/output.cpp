#include "granary/write/output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): sigaddset is POSIX
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkstemp is POSIX
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "granary/foundation/error.hpp"

namespace granary {
namespace {

constexpr std::string_view part_suffix = ".part";
constexpr mode_t new_file_mode = 0666;  // less the user's umask
constexpr mode_t mode_bits = 07777;

[[noreturn]] void fail(std::string_view path, int error) {
    throw FileError(fmt::format("cannot write {}: {}", path, std::strerror(error)));
}

/// Writes all of it, or returns the error.
int write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

/// A file open for writing. `finish` tells of what is only noticed on closing.
class Descriptor {
  public:
    Descriptor(const std::string& path, int flags)
        : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, new_file_mode)) {}
    ~Descriptor() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    bool opened() const { return descriptor_ >= 0; }
    int number() const { return descriptor_; }
    int finish() { return ::close(std::exchange(descriptor_, -1)) == 0 ? 0 : errno; }

  private:
    int descriptor_;
};

std::optional<struct stat> status(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return std::nullopt;
    return found;
}

/// Signals that ask a program to end.
constexpr std::array endings{SIGINT, SIGTERM, SIGHUP, SIGQUIT};

/// Holds back the signals that ask a program to end, so that none leaves half a file beside the
/// target. What came meanwhile acts when this goes.
class SignalsHeld {
  public:
    SignalsHeld() {
        sigset_t held;
        ::sigemptyset(&held);
        for (const int signal : endings) ::sigaddset(&held, signal);
        ::pthread_sigmask(SIG_BLOCK, &held, &before_);
    }
    ~SignalsHeld() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

  private:
    sigset_t before_{};
};

void write_directly(const std::string& path, std::string_view text) {
    Descriptor file(path, O_WRONLY);
    if (!file.opened()) fail(path, errno);
    int error = write_all(file.number(), text);
    if (error == 0) error = file.finish();
    if (error != 0) fail(path, error);
}

/// The file that a chain of links ends in, so that a link is kept and its target replaced.
std::string resolved(const std::string& path) {
    const std::unique_ptr<char, decltype(&::free)> real(::realpath(path.c_str(), nullptr), &::free);
    return real ? std::string(real.get()) : path;
}

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

/// The folder is named where no file can be made in it: the file itself may be open to writing.
[[noreturn]] void fail_in_folder(const std::string& path, int error) {
    if (error != EACCES && error != EPERM && error != EROFS) fail(path, error);
    throw FileError(fmt::format("cannot write {}: no file can be made in the folder {} ({})", path,
                                folder_of(path), std::strerror(error)));
}

/// Writes the new file, open at its beginning; returns the error.
using Write = std::function<int(int descriptor)>;

/// Status of what has the name, be it a link.
std::optional<struct stat> own_status(const std::string& path) {
    struct stat found {};
    if (::lstat(path.c_str(), &found) != 0) return std::nullopt;
    return found;
}

/// A name beside the target that nothing has.
std::string free_name(const std::string& path) {
    for (int number = 1;; ++number)
        if (auto name = fmt::format("{}.{}-new-{}", path, ::getpid(), number); !own_status(name))
            return name;
}

/// Names a file of this process's with the number of its inode, by which it is known again as the
/// program's own: a file of somebody else's that came to be called so has another.
void mark(int descriptor, const std::string& path, std::string& part) {
    struct stat found {};
    if (::fstat(descriptor, &found) != 0) return;
    const auto name = fmt::format("{}.{}-{}{}", path, ::getpid(), found.st_ino, part_suffix);
    if (!own_status(name) && ::rename(part.c_str(), name.c_str()) == 0) part = name;
}

/// Makes and fills a file beside the target, whose name is empty where none could be made; returns
/// the error.
int fill(const std::string& path, std::string& part, const Write& write,
         const std::optional<struct stat>& old) {
    part = free_name(path);
    Descriptor file(part, O_WRONLY | O_CREAT | O_EXCL);
    if (!file.opened()) {
        part.clear();
        return errno;
    }
    mark(file.number(), path, part);
    int error = write(file.number());
    if (error == 0 && old && ::fchmod(file.number(), old->st_mode & mode_bits) != 0) error = errno;
    if (error == 0 && ::fsync(file.number()) != 0) error = errno;
    return error == 0 ? file.finish() : error;
}

/// Gives a file its name; returns the error.
using Name = int(const std::string& from, const std::string& to);

int name_over(const std::string& from, const std::string& to) {
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

/// Gives a file a name that nothing has, unlike a rename, which would replace what has come to be
/// there meanwhile; returns the error.
int name_anew(const std::string& from, const std::string& to) {
    if (::link(from.c_str(), to.c_str()) == 0) return 0;
    const bool has_no_links = errno == EPERM || errno == ENOTSUP;
    return has_no_links ? name_over(from, to) : errno;
}

[[noreturn]] void fail_to_make(const std::string& path, int error) {
    if (error == EEXIST) throw FileError(fmt::format("{} exists already and is kept", path));
    fail_in_folder(path, error);
}

/// Writes the file beside its place and then puts it there.
void put(const std::string& path, const Write& write, const std::optional<struct stat>& old,
         Name& name) {
    const SignalsHeld held;
    remove_left_parts(path);
    std::string part;
    int error = fill(path, part, write, old);
    if (error == 0) error = name(part, path);
    if (!part.empty()) ::unlink(part.c_str());
    if (error != 0) fail_to_make(path, error);
}

/// Lets `fill` write the file; what it throws is kept for later, when the file is gone again.
Write by_path(const FillFile& fill, std::exception_ptr& thrown) {
    return [&](int descriptor) {
        try {
            // Its name may lead elsewhere by now: whoever may write to the folder can see to that.
            fill(fmt::format("/proc/self/fd/{}", descriptor));
            return 0;
        } catch (...) {
            thrown = std::current_exception();
        }
        // A library that writes may not say why it could not; some bytes more meet the same.
        ::lseek(descriptor, 0, SEEK_END);
        static constexpr std::array<char, 1U << 16> more{};
        const int error = write_all(descriptor, {more.data(), more.size()});
        if (error != 0) thrown = nullptr;
        return error != 0 ? error : EIO;
    };
}

void refuse_link_to_nothing(const std::string& path) {
    const auto found = own_status(path);
    if (!found || !S_ISLNK(found->st_mode)) return;
    std::error_code fault;
    throw FileError(fmt::format("cannot write {}: it is a link to {}, which is not there", path,
                                std::filesystem::read_symlink(path, fault).string()));
}

void refuse_what_is_not_own(const std::string& path, const std::optional<struct stat>& found) {
    if (found && !S_ISREG(found->st_mode))
        throw FileError(fmt::format("{} is in the way: it is no file that granary made", path));
}

/// Lets a library write the file and puts it to its place; what `fill` throws comes out.
void put_filled(const std::string& path, const FillFile& fill,
                const std::optional<struct stat>& old, Name& name) {
    std::exception_ptr thrown;
    try {
        put(path, by_path(fill, thrown), old, name);
    } catch (const FileError&) {
        if (thrown) std::rethrow_exception(thrown);
        throw;
    }
}

/// What the name of a part tells of it, see `mark`.
struct PartName {
    pid_t process;
    ino_t inode;
};

/// Of what follows the target's name.
std::optional<PartName> part_named(std::string_view rest) {
    PartName part{};
    const auto* const end = rest.data() + rest.size();
    const auto process = std::from_chars(rest.data(), end, part.process);
    if (process.ec != std::errc() || process.ptr == end || *process.ptr != '-') return std::nullopt;
    const auto inode = std::from_chars(process.ptr + 1, end, part.inode);
    const std::string_view suffix(inode.ptr, static_cast<std::size_t>(end - inode.ptr));
    if (inode.ec != std::errc() || suffix != part_suffix) return std::nullopt;
    return part;
}

bool is_marked(const std::string& file, const PartName& part) {
    const auto found = own_status(file);
    return found && S_ISREG(found->st_mode) && found->st_ino == part.inode;
}

bool is_gone(pid_t process) {
    return process > 0 && ::kill(process, 0) != 0 && errno == ESRCH;
}

}  // namespace

void require_writable(const std::string& path) {
    const auto old = status(path);
    if (old && S_ISDIR(old->st_mode)) fail(path, EISDIR);
    if (old && ::access(path.c_str(), W_OK) != 0) fail(path, errno);
    if (old && !S_ISREG(old->st_mode)) return;
    if (!old) refuse_link_to_nothing(path);
    const auto target = resolved(path);
    if (::access(folder_of(target).c_str(), W_OK | X_OK) != 0) fail_in_folder(target, errno);
}

void write_file(const std::string& path, std::string_view text) {
    require_writable(path);
    const auto old = status(path);
    if (old && !S_ISREG(old->st_mode)) return write_directly(path, text);
    const auto write = [&](int descriptor) { return write_all(descriptor, text); };
    put(resolved(path), write, old, name_over);
}

void write_file(const std::string& path, const FillFile& fill, Existing existing) {
    if (existing == Existing::kept) return put_filled(path, fill, std::nullopt, name_anew);
    if (existing == Existing::own) {
        const auto own = own_status(path);
        refuse_what_is_not_own(path, own);
        return put_filled(path, fill, own, name_over);
    }
    require_writable(path);
    const auto old = status(path);
    if (old && !S_ISREG(old->st_mode))
        throw FileError(fmt::format("cannot write {}: it is a device or pipe, no file", path));
    put_filled(resolved(path), fill, old, name_over);
}

void remove_left_parts(const std::string& path) {
    namespace fs = std::filesystem;
    const auto target = resolved(path);
    const auto before = fs::path(target).filename().string() + '.';
    std::error_code fault;
    for (const auto& entry : fs::directory_iterator(folder_of(target), fault)) {
        const auto name = entry.path().filename().string();
        if (!name.starts_with(before)) continue;
        const auto part = part_named(std::string_view(name).substr(before.size()));
        if (part && is_marked(entry.path().string(), *part) && is_gone(part->process))
            ::unlink(entry.path().c_str());
    }
}

bool end_is_waiting() {
    sigset_t waiting;
    ::sigpending(&waiting);
    return std::any_of(endings.begin(), endings.end(),
                       [&](int signal) { return ::sigismember(&waiting, signal) == 1; });
}

void write_new_file(const std::string& path, std::string_view text) {
    if (own_status(path)) fail_to_make(path, EEXIST);
    const auto write = [&](int descriptor) { return write_all(descriptor, text); };
    put(path, write, std::nullopt, name_anew);
}

Reader write_standard_output(std::string_view text) {
    const int error = write_all(STDOUT_FILENO, text);
    if (error == EPIPE) return Reader::gone;
    if (error != 0) fail("the standard output", error);
    return Reader::present;
}

}  // namespace granary
