#pragma once
/// A netCDF-4 file being written or read: a few words over the C library.

#include <netcdf.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace granary::netcdf {

/// What is wrong with a file; the path is named by who catches it.
struct Fault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What keeps a file from being read that may well be sound.
struct Unreadable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Throws the library's words for a status that is none of success, std::bad_alloc for a lack of
/// memory.
void check(int status);

/// Throws std::bad_alloc where there is less memory to be had than a sound file needs: HDF5 crashes
/// without it, or tells of another fault.
void require_memory();

/// The length of an array along one axis.
struct Dimension {
    int number = -1;
    std::size_t length = 0;
};

/// How arrays are kept. Packed ones are shuffled, deflated and bear a checksum.
enum class Storage { plain, packed };

/// The type of a file for one of C++, the same in size and bytes.
template <typename T>
inline constexpr nc_type type_of = NC_NAT;
template <>
inline constexpr nc_type type_of<double> = NC_DOUBLE;
template <>
inline constexpr nc_type type_of<std::int64_t> = NC_INT64;
template <>
inline constexpr nc_type type_of<std::int32_t> = NC_INT;
template <>
inline constexpr nc_type type_of<std::uint64_t> = NC_UINT64;
template <>
inline constexpr nc_type type_of<char> = NC_CHAR;
template <>
inline constexpr nc_type type_of<std::string> = NC_STRING;

/// A variable of a file, with notes (attributes).
class Variable {
  public:
    Variable(int group, int number) : group_(group), number_(number) {}

    /// Empty texts are left out.
    Variable& note(const char* name, std::string_view text);
    Variable& note(const char* name, double value);
    /// Values that are not a number are declared to be missing.
    Variable& undefined_as_nan();
    /// Arrays are cut in pieces of this size, and no more than one is held in memory.
    Variable& packed(const std::vector<std::size_t>& piece);

    void put(const std::vector<double>& values) const;
    void put(const std::vector<std::int32_t>& values) const;
    void put(const std::vector<char>& values) const;
    void put(const std::vector<std::int64_t>& values) const;
    void put(const std::vector<std::uint64_t>& values) const;
    void put(const std::vector<std::string>& values) const;
    /// A part of it, from `start` on, `count` along each axis.
    void put(const std::vector<std::size_t>& start, const std::vector<std::size_t>& count,
             const void* values) const;
    void get(const std::vector<std::size_t>& start, const std::vector<std::size_t>& count,
             void* values) const;

  private:
    int group_, number_;
};

/// A group of a file. Variables take their values when the file is finished, because going to and
/// fro between definitions and values is slow.
class Group {
  public:
    Group(int number, std::vector<std::function<void()>>& later)
        : number_(number), later_(&later) {}

    Group group(const char* name) const;
    /// Nothing for a length of 0, which means another thing to the library.
    Dimension dimension(const std::string& name, std::size_t length) const;
    void note(const std::string& name, std::string_view text) const;
    void note(const std::string& name, std::uint64_t value) const;
    void note(const std::string& name, const std::vector<std::string>& texts) const;

    /// A variable whose values are put in by somebody else.
    template <typename T>
    Variable variable(const std::string& name, std::span<const Dimension> dimensions) const {
        return define(name, type_of<T>, dimensions);
    }
    /// A variable of these values. None is made where an axis has no length.
    template <typename T>
    Variable variable(const std::string& name, std::span<const Dimension> dimensions,
                      std::vector<T> values, Storage storage = Storage::plain) const;

  private:
    Variable define(const std::string& name, nc_type type,
                    std::span<const Dimension> dimensions) const;

    int number_;
    std::vector<std::function<void()>>* later_;
};

/// A file that is written. Throws Fault.
class Written {
  public:
    /// Makes it, over what is there.
    explicit Written(const std::string& path);
    /// Closes it where `close` has not.
    ~Written();
    Written(const Written&) = delete;
    Written& operator=(const Written&) = delete;

    Group root() { return {number_, later_}; }
    /// Writes the values of all variables so far.
    void put_all();
    void close();

  private:
    int number_ = -1;
    std::vector<std::function<void()>> later_;
};

/// A group of a file that is read. All of it throws Fault.
class GroupRead {
  public:
    explicit GroupRead(int number) : number_(number) {}

    /// Nothing where there is none of the name.
    std::optional<GroupRead> group(const char* name) const;
    /// 0 where there is none of the name.
    std::size_t length(const char* name) const;
    std::string text(const char* name) const;
    std::uint64_t number(const char* name) const;
    std::vector<std::string> texts(const char* name) const;
    /// The values of a variable, `count` in all; without any the variable need not be there.
    template <typename T>
    std::vector<T> values(const std::string& name, std::size_t count) const;
    /// A variable along one axis, to be read in parts.
    template <typename T>
    Variable along(const std::string& name, std::size_t count) const;
    /// A variable of so many doubles along so many axes, to be read in parts: no more than one
    /// piece of it is held in memory.
    Variable numbers(const std::string& name, int axes, std::size_t count) const;

  private:
    int number_;
};

/// A file that is read.
class Opened {
  public:
    explicit Opened(const std::string& path);
    ~Opened();
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;

    GroupRead root() const { return GroupRead(number_); }

  private:
    int number_ = -1;
};

template <typename T>
Variable Group::variable(const std::string& name, std::span<const Dimension> dimensions,
                         std::vector<T> values, Storage storage) const {
    for (const auto& dimension : dimensions)
        if (dimension.length == 0) return {-1, -1};
    auto made = define(name, type_of<T>, dimensions);
    if (storage == Storage::packed) {
        std::vector<std::size_t> whole;
        for (const auto& dimension : dimensions) whole.push_back(dimension.length);
        made.packed(whole);
    }
    later_->push_back([made, kept = std::move(values)] { made.put(kept); });
    return made;
}

}  // namespace granary::netcdf
