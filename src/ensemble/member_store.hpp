#pragma once
/// The figures of members on their way into a file: on disk, because there may be more than fit
/// into memory.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/study/ensemble_plan.hpp"

namespace granary {

/// A file of rows, a chunk at its place with a checksum. It begins with a line that tells whose it
/// is: what is not of the same run is neither used nor overwritten, and a link is not followed.
/// Throws FileError.
class MemberStore {
  public:
    /// What the rows are of.
    struct Contents {
        std::string owner;  ///< SHA-256 of the ensemble that is run
        std::size_t width;  ///< numbers in a row
        Chunks chunks;
    };
    /// Whether a checkpoint says that there are rows already.
    enum class Begin { anew, going_on };

    /// Makes the file, or opens that of the same run to go on with it.
    MemberStore(std::string path, Contents contents, Begin begin);
    ~MemberStore();
    MemberStore(const MemberStore&) = delete;
    MemberStore& operator=(const MemberStore&) = delete;

    void put(std::uint64_t chunk, std::span<const double> rows) const;
    /// So many rows of a chunk, as they were put.
    std::vector<double> get(std::uint64_t chunk, std::uint64_t rows) const;
    /// Returns when all that was put is on the disk.
    void settle() const;
    void remove() const;

  private:
    std::string heading() const;
    void make_anew();
    /// The file that is there, which must begin so.
    void open_existing(std::string_view beginning);
    std::uint64_t offset(std::uint64_t chunk) const;
    std::string digest_of(std::uint64_t chunk, std::string_view rows) const;
    void write(std::string_view bytes, std::uint64_t at) const;
    /// What there is of so many bytes.
    std::string read(std::uint64_t size, std::uint64_t at) const;
    [[noreturn]] void fail(const char* what) const;
    [[noreturn]] void refuse(const std::string& why) const;

    std::string path_;
    Contents contents_;
    int file_ = -1;
};

}  // namespace granary
