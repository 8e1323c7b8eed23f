#include "ensemble/member_store.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "granary/foundation/error.hpp"
#include "granary/study/summary.hpp"

namespace granary {

MemberStore::MemberStore(std::string path, std::size_t width, std::uint64_t first_chunk)
    : path_(std::move(path)),
      width_(width),
      first_chunk_(first_chunk),
      file_(::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
    if (file_ < 0) fail("open");
}

MemberStore::~MemberStore() {
    ::close(file_);
}

void MemberStore::put(std::uint64_t chunk, std::span<const double> rows) const {
    const auto* bytes = reinterpret_cast<const char*>(rows.data());
    for (std::size_t done = 0; done < rows.size_bytes();) {
        const auto count = ::pwrite(file_, bytes + done, rows.size_bytes() - done,
                                    static_cast<off_t>(offset(chunk) + done));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) fail("write to");
        done += static_cast<std::size_t>(count);
    }
}

std::vector<double> MemberStore::get(std::uint64_t chunk, std::uint64_t rows) const {
    std::vector<double> result(rows * width_);
    auto* bytes = reinterpret_cast<char*>(result.data());
    const std::size_t size = result.size() * sizeof(double);
    for (std::size_t done = 0; done < size;) {
        const auto count =
            ::pread(file_, bytes + done, size - done, static_cast<off_t>(offset(chunk) + done));
        if (count < 0 && errno == EINTR) continue;
        if (count == 0) errno = ENODATA;
        if (count <= 0) fail("read");
        done += static_cast<std::size_t>(count);
    }
    return result;
}

void MemberStore::require(std::uint64_t member, const std::string& checkpoint) const {
    const auto needed = (member - first_chunk_ * chunk_members) * width_ * sizeof(double);
    if (static_cast<std::uint64_t>(::lseek(file_, 0, SEEK_END)) >= needed) return;
    throw FileError(fmt::format("{} does not have the members of {}: delete both to begin anew",
                                path_, checkpoint));
}

void MemberStore::settle() const {
    if (::fdatasync(file_) != 0) fail("write to");
}

void MemberStore::remove() const {
    ::unlink(path_.c_str());
}

std::uint64_t MemberStore::offset(std::uint64_t chunk) const {
    return (chunk - first_chunk_) * chunk_members * width_ * sizeof(double);
}

void MemberStore::fail(const char* what) const {
    throw FileError(fmt::format("cannot {} {}: {}", what, path_, std::strerror(errno)));
}

}  // namespace granary
