#pragma once
/// The figures of members on their way into a file: on disk, because there may be more than fit
/// into memory.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace granary {

/// A file of rows, a chunk at its place. Throws FileError.
class MemberStore {
  public:
    /// Opens or makes it; rows of `width` numbers, of chunks from `first_chunk` on.
    MemberStore(std::string path, std::size_t width, std::uint64_t first_chunk);
    ~MemberStore();
    MemberStore(const MemberStore&) = delete;
    MemberStore& operator=(const MemberStore&) = delete;

    void put(std::uint64_t chunk, std::span<const double> rows) const;
    /// So many rows of a chunk.
    std::vector<double> get(std::uint64_t chunk, std::uint64_t rows) const;
    /// Throws where it ends before the last of the members below `member`, which `checkpoint` has.
    void require(std::uint64_t member, const std::string& checkpoint) const;
    /// Returns when all that was put is on the disk.
    void settle() const;
    void remove() const;

  private:
    std::uint64_t offset(std::uint64_t chunk) const;
    [[noreturn]] void fail(const char* what) const;

    std::string path_;
    std::size_t width_;
    std::uint64_t first_chunk_;
    int file_;
};

}  // namespace granary
