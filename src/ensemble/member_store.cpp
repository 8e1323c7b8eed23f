#include "ensemble/member_store.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

#include "granary/document/provenance/checksum.hpp"
#include "granary/foundation/error.hpp"
#include "granary/study/summary.hpp"

namespace granary {
namespace {

/// What every such file begins with.
constexpr std::string_view kind = "granary members 2\n";
constexpr std::size_t digest_length = 64;
constexpr mode_t new_file_mode = 0666;  // less the user's umask

}  // namespace

MemberStore::MemberStore(std::string path, Contents contents, Begin begin)
    : path_(std::move(path)), contents_(std::move(contents)) {
    begin == Begin::anew ? make_anew() : open_existing(heading());
}

MemberStore::~MemberStore() {
    ::close(file_);
}

std::string MemberStore::heading() const {
    return fmt::format("{}{} {} {}\n", kind, contents_.owner, contents_.chunks.begin,
                       contents_.chunks.end);
}

void MemberStore::make_anew() {
    constexpr int flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    file_ = ::open(path_.c_str(), flags, new_file_mode);
    if (file_ < 0 && errno == EEXIST) {
        open_existing(kind);  // left by a kill before there was a checkpoint
        ::close(file_);
        remove();
        file_ = ::open(path_.c_str(), flags, new_file_mode);
    }
    if (file_ < 0) fail("make");
    write(heading(), 0);
}

void MemberStore::open_existing(std::string_view beginning) {
    file_ = ::open(path_.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file_ < 0 && errno == ELOOP) refuse("is a link, which is not followed");
    if (file_ < 0) fail("open");
    struct stat found {};
    const bool is_file = ::fstat(file_, &found) == 0 && S_ISREG(found.st_mode);
    if (!is_file || read(beginning.size(), 0) != beginning) {
        ::close(std::exchange(file_, -1));
        refuse("is not of this run");
    }
}

void MemberStore::put(std::uint64_t chunk, std::span<const double> rows) const {
    const std::string_view bytes(reinterpret_cast<const char*>(rows.data()), rows.size_bytes());
    write(digest_of(chunk, bytes), offset(chunk));
    write(bytes, offset(chunk) + digest_length);
}

std::vector<double> MemberStore::get(std::uint64_t chunk, std::uint64_t rows) const {
    std::vector<double> result(rows * contents_.width);
    const auto size = result.size() * sizeof(double);
    const auto bytes = read(size, offset(chunk) + digest_length);
    if (bytes.size() < size || read(digest_length, offset(chunk)) != digest_of(chunk, bytes))
        refuse(fmt::format("is damaged: it does not have the members from {} on as they were run",
                           chunk * chunk_members + 1));
    std::memcpy(result.data(), bytes.data(), size);
    return result;
}

void MemberStore::settle() const {
    if (::fdatasync(file_) != 0) fail("write to");
}

void MemberStore::remove() const {
    ::unlink(path_.c_str());
}

std::uint64_t MemberStore::offset(std::uint64_t chunk) const {
    return heading().size() +
           (chunk - contents_.chunks.begin) *
               (digest_length + chunk_members * contents_.width * sizeof(double));
}

std::string MemberStore::digest_of(std::uint64_t chunk, std::string_view rows) const {
    return sha256(fmt::format("{} {} {}", contents_.owner, chunk, sha256(rows)));
}

void MemberStore::write(std::string_view bytes, std::uint64_t at) const {
    while (!bytes.empty()) {
        const auto count = ::pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(at));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) fail("write to");
        bytes.remove_prefix(static_cast<std::size_t>(count));
        at += static_cast<std::uint64_t>(count);
    }
}

std::string MemberStore::read(std::uint64_t size, std::uint64_t at) const {
    std::string bytes(size, '\0');
    std::size_t done = 0;
    while (done < size) {
        const auto count =
            ::pread(file_, bytes.data() + done, size - done, static_cast<off_t>(at + done));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail("read");
        if (count == 0) break;
        done += static_cast<std::size_t>(count);
    }
    bytes.resize(done);
    return bytes;
}

void MemberStore::fail(const char* what) const {
    throw FileError(fmt::format("cannot {} {}: {}", what, path_, std::strerror(errno)));
}

void MemberStore::refuse(const std::string& why) const {
    throw FileError(
        fmt::format("{} {}: move or delete it, with the checkpoint beside it, to begin "
                    "anew, or write to another file",
                    path_, why));
}

}  // namespace granary
