#include "netcdf/dataset.hpp"

#include <dlfcn.h>
#include <fmt/format.h>
#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>
#include <new>
#include <utility>

#include "granary/foundation/error.hpp"

namespace granary::netcdf {
namespace {

constexpr int deflate_level = 4;
/// Pieces of this many values are neither slow to deflate nor costly to hold.
constexpr std::size_t longest_piece = std::size_t{1} << 20;

/// A function of the HDF5 that netCDF stands on; nothing where it stands on none.
template <typename Function>
Function* of_hdf5(const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_DEFAULT, name));
}

/// Keeps HDF5 from closing what is open when the program ends: after a write that failed it still
/// has a file that it cannot close, and crashes over it. All that can be closed is closed before.
bool keep_from_closing_at_exit() {
    const auto dont = of_hdf5<int()>("H5dont_atexit");
    return dont != nullptr && dont() >= 0;
}

/// Keeps HDF5 from printing errors, which are told in other words, by this thread.
bool keep_quiet() {
    using Report = int(std::int64_t stack, void* data);
    constexpr std::int64_t default_stack = 0;
    const auto set = of_hdf5<int(std::int64_t, Report*, void*)>("H5Eset_auto2");
    return set != nullptr && set(default_stack, nullptr, nullptr) >= 0;
}

void prepare_hdf5() {
    static const bool closes_nothing = keep_from_closing_at_exit();
    thread_local const bool quiet = keep_quiet();
    static_cast<void>(closes_nothing && quiet);
}

/// How a call that opens a file ended. What an earlier call left in errno is no reason of this one.
struct Opening {
    int status, error;

    /// As many files are open as may be, which HDF5 tells as a lack of permission.
    bool lacks_descriptors() const {
        return status != NC_NOERR && (error == EMFILE || error == ENFILE);
    }
};

template <typename Call>
Opening opening(Call call) {
    errno = 0;
    const int status = call();
    return {status, errno};
}

/// The library takes paths like "http:..." for addresses.
std::string plain_path(const std::string& path) {
    return path.starts_with('/') ? path : "./" + path;
}

void check_length(std::size_t found, std::size_t expected, const std::string& name) {
    if (found != expected)
        throw Fault(fmt::format("{} has {} values, not {}", name, found, expected));
}

}  // namespace

void require_memory() {
    constexpr std::size_t enough = std::size_t{64} << 20;
    void* const room = ::mmap(nullptr, enough, PROT_READ | PROT_WRITE,
                              MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (room == MAP_FAILED) throw std::bad_alloc();
    ::munmap(room, enough);
}

void check(int status) {
    if (status == NC_ENOMEM) throw std::bad_alloc();
    if (status != NC_NOERR) throw Fault(::nc_strerror(status));
}

Variable& Variable::note(const char* name, std::string_view text) {
    if (number_ >= 0 && !text.empty())
        check(::nc_put_att_text(group_, number_, name, text.size(), text.data()));
    return *this;
}

Variable& Variable::note(const char* name, double value) {
    if (number_ >= 0) check(::nc_put_att_double(group_, number_, name, NC_DOUBLE, 1, &value));
    return *this;
}

Variable& Variable::undefined_as_nan() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    if (number_ >= 0) check(::nc_def_var_fill(group_, number_, NC_FILL, &nan));
    return *this;
}

Variable& Variable::packed(const std::vector<std::size_t>& piece) {
    if (number_ < 0 || piece.empty()) return *this;
    auto sizes = piece;
    sizes[0] = std::min(sizes[0], longest_piece);
    std::size_t bytes = sizeof(double);
    for (const auto size : sizes) bytes *= size;
    constexpr int on = 1;
    check(::nc_def_var_chunking(group_, number_, NC_CHUNKED, sizes.data()));
    check(::nc_def_var_deflate(group_, number_, on, on, deflate_level));
    check(::nc_def_var_fletcher32(group_, number_, NC_FLETCHER32));
    check(::nc_set_var_chunk_cache(group_, number_, bytes, 1, 1));
    return *this;
}

void Variable::put(const std::vector<double>& values) const {
    check(::nc_put_var_double(group_, number_, values.data()));
}

void Variable::put(const std::vector<std::int32_t>& values) const {
    check(::nc_put_var(group_, number_, values.data()));
}

void Variable::put(const std::vector<char>& values) const {
    check(::nc_put_var(group_, number_, values.data()));
}

void Variable::put(const std::vector<std::int64_t>& values) const {
    check(::nc_put_var(group_, number_, values.data()));
}

void Variable::put(const std::vector<std::uint64_t>& values) const {
    check(::nc_put_var(group_, number_, values.data()));
}

void Variable::put(const std::vector<std::string>& values) const {
    std::vector<const char*> texts;
    for (const auto& value : values) texts.push_back(value.c_str());
    check(::nc_put_var_string(group_, number_, texts.data()));
}

void Variable::put(const std::vector<std::size_t>& start, const std::vector<std::size_t>& count,
                   const void* values) const {
    check(::nc_put_vara(group_, number_, start.data(), count.data(), values));
}

void Variable::get(const std::vector<std::size_t>& start, const std::vector<std::size_t>& count,
                   void* values) const {
    check(::nc_get_vara(group_, number_, start.data(), count.data(), values));
}

Group Group::group(const char* name) const {
    int made = 0;
    check(::nc_def_grp(number_, name, &made));
    return {made, *later_};
}

Dimension Group::dimension(const std::string& name, std::size_t length) const {
    if (length == 0) return {};
    Dimension made{0, length};
    check(::nc_def_dim(number_, name.c_str(), length, &made.number));
    return made;
}

void Group::note(const std::string& name, std::string_view text) const {
    check(::nc_put_att_text(number_, NC_GLOBAL, name.c_str(), text.size(), text.data()));
}

void Group::note(const std::string& name, std::uint64_t value) const {
    check(::nc_put_att(number_, NC_GLOBAL, name.c_str(), NC_UINT64, 1, &value));
}

void Group::note(const std::string& name, const std::vector<std::string>& texts) const {
    std::vector<const char*> kept;
    for (const auto& text : texts) kept.push_back(text.c_str());
    check(::nc_put_att_string(number_, NC_GLOBAL, name.c_str(), kept.size(), kept.data()));
}

Variable Group::define(const std::string& name, nc_type type,
                       std::span<const Dimension> dimensions) const {
    std::vector<int> numbers;
    for (const auto& dimension : dimensions) numbers.push_back(dimension.number);
    int made = 0;
    check(::nc_def_var(number_, name.c_str(), type, static_cast<int>(numbers.size()),
                       numbers.data(), &made));
    return {number_, made};
}

Written::Written(const std::string& path) {
    require_memory();
    prepare_hdf5();
    const auto file = plain_path(path);
    const auto end =
        opening([&] { return ::nc_create(file.c_str(), NC_NETCDF4 | NC_CLOBBER, &number_); });
    if (end.lacks_descriptors()) throw Fault(std::strerror(end.error));
    check(end.status);
}

Written::~Written() {
    if (number_ >= 0) ::nc_close(number_);
}

void Written::put_all() {
    require_memory();
    check(::nc_enddef(number_));
    for (const auto& put : later_) put();
    later_.clear();
}

void Written::close() {
    check(::nc_close(std::exchange(number_, -1)));
}

std::optional<GroupRead> GroupRead::group(const char* name) const {
    int found = 0;
    if (::nc_inq_grp_ncid(number_, name, &found) != NC_NOERR) return std::nullopt;
    return GroupRead(found);
}

std::size_t GroupRead::length(const char* name) const {
    int found = 0;
    if (::nc_inq_dimid(number_, name, &found) != NC_NOERR) return 0;
    std::size_t length = 0;
    check(::nc_inq_dimlen(number_, found, &length));
    return length;
}

std::string GroupRead::text(const char* name) const {
    nc_type type = NC_NAT;
    std::size_t length = 0;
    if (::nc_inq_att(number_, NC_GLOBAL, name, &type, &length) != NC_NOERR || type != NC_CHAR)
        throw Fault(fmt::format("it has no text {}", name));
    std::string text(length, '\0');
    check(::nc_get_att_text(number_, NC_GLOBAL, name, text.data()));
    return text;
}

std::uint64_t GroupRead::number(const char* name) const {
    nc_type type = NC_NAT;
    std::size_t length = 0;
    std::uint64_t value = 0;
    if (::nc_inq_att(number_, NC_GLOBAL, name, &type, &length) != NC_NOERR || type != NC_UINT64 ||
        length != 1)
        throw Fault(fmt::format("it has no number {}", name));
    check(::nc_get_att(number_, NC_GLOBAL, name, &value));
    return value;
}

std::vector<std::string> GroupRead::texts(const char* name) const {
    nc_type type = NC_NAT;
    std::size_t count = 0;
    if (::nc_inq_att(number_, NC_GLOBAL, name, &type, &count) != NC_NOERR || type != NC_STRING)
        throw Fault(fmt::format("it has no texts {}", name));
    std::vector<char*> found(count);
    check(::nc_get_att_string(number_, NC_GLOBAL, name, found.data()));
    std::vector<std::string> texts;
    for (const char* text : found) texts.emplace_back(text ? text : "");
    ::nc_free_string(count, found.data());
    return texts;
}

namespace {

/// The number of a variable that has this type and so many values.
int inquired(int group, const std::string& name, nc_type type, std::size_t expected) {
    int found = 0, axes = 0;
    if (::nc_inq_varid(group, name.c_str(), &found) != NC_NOERR)
        throw Fault(fmt::format("it has no {}", name));
    nc_type kept = NC_NAT;
    std::vector<int> dimensions(NC_MAX_VAR_DIMS);
    check(::nc_inq_var(group, found, nullptr, &kept, &axes, dimensions.data(), nullptr));
    if (kept != type) throw Fault(fmt::format("{} is of another type", name));
    std::size_t all_values = 1;
    for (int i = 0; i < axes; ++i) {
        std::size_t length = 0;
        check(::nc_inq_dimlen(group, dimensions[static_cast<std::size_t>(i)], &length));
        all_values *= length;
    }
    check_length(all_values, expected, name);
    return found;
}

}  // namespace

Variable GroupRead::numbers(const std::string& name, int axes, std::size_t count) const {
    const int found = inquired(number_, name, NC_DOUBLE, count);
    int kept = 0;
    check(::nc_inq_varndims(number_, found, &kept));
    if (kept != axes) throw Fault(fmt::format("{} has {} axes, not {}", name, kept, axes));
    check(::nc_set_var_chunk_cache(number_, found, 0, 1, 1));
    return {number_, found};
}

template <typename T>
Variable GroupRead::along(const std::string& name, std::size_t count) const {
    return {number_, inquired(number_, name, type_of<T>, count)};
}

template Variable GroupRead::along<std::uint64_t>(const std::string&, std::size_t) const;

template <typename T>
std::vector<T> GroupRead::values(const std::string& name, std::size_t count) const {
    std::vector<T> values(count);
    if (count == 0) return values;
    check(::nc_get_var(number_, inquired(number_, name, type_of<T>, count), values.data()));
    return values;
}

template <>
std::vector<std::string> GroupRead::values(const std::string& name, std::size_t count) const {
    if (count == 0) return {};
    std::vector<char*> found(count);
    check(::nc_get_var_string(number_, inquired(number_, name, NC_STRING, count), found.data()));
    std::vector<std::string> values;
    for (const char* text : found) values.emplace_back(text ? text : "");
    ::nc_free_string(count, found.data());
    return values;
}

template std::vector<double> GroupRead::values(const std::string&, std::size_t) const;
template std::vector<std::int64_t> GroupRead::values(const std::string&, std::size_t) const;
template std::vector<std::uint64_t> GroupRead::values(const std::string&, std::size_t) const;

Opened::Opened(const std::string& path) {
    require_memory();
    prepare_hdf5();
    const auto file = plain_path(path);
    const auto end = opening([&] { return ::nc_open(file.c_str(), NC_NOWRITE, &number_); });
    if (end.lacks_descriptors())
        throw FileError(fmt::format("cannot read {}: {}", path, std::strerror(end.error)));
    check(end.status);
}

Opened::~Opened() {
    if (number_ >= 0) ::nc_close(number_);
}

}  // namespace granary::netcdf
