#include "netcdf/seal.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <ios>
#include <string_view>
#include <system_error>

#include "granary/document/provenance/checksum.hpp"
#include "granary/foundation/error.hpp"
#include "netcdf/dataset.hpp"

namespace granary::netcdf {
namespace {

constexpr std::string_view before = "\ngranary sha256 ";
constexpr std::size_t digits = 64;
constexpr std::size_t length = before.size() + digits + 1;

std::string line_of(const std::string& digest) {
    return fmt::format("{}{}\n", before, digest);
}

}  // namespace

void seal(const std::string& path) {
    std::ofstream file(path, std::ios::binary | std::ios::in | std::ios::out | std::ios::ate);
    if (!file) throw Fault(std::strerror(errno));
    const auto digest = sha256_of_file(path, static_cast<std::uint64_t>(file.tellp()));
    if (digest.empty()) throw Fault(std::strerror(errno));
    file << line_of(digest);
    file.close();
    if (!file) throw Fault(std::strerror(errno));
}

bool is_sealed(const std::string& path) {
    std::error_code fault;
    if (std::filesystem::exists(path, fault) && !std::filesystem::is_regular_file(path, fault))
        throw FileError(fmt::format("cannot read {}: it is no file", path));
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file) throw FileError(fmt::format("cannot read {}: {}", path, std::strerror(errno)));
    const auto size = static_cast<std::uint64_t>(file.tellg());
    if (size < length) return false;
    std::string line(length, '\0');
    file.seekg(static_cast<std::streamoff>(size - length));
    file.read(line.data(), static_cast<std::streamsize>(line.size()));
    if (!line.starts_with(before)) return false;
    const auto digest = sha256_of_file(path, size - length);
    if (digest.empty())
        throw FileError(fmt::format("cannot read {}: {}", path, std::strerror(errno)));
    if (line != line_of(digest)) throw Fault("its bytes are not those that were written");
    return true;
}

}  // namespace granary::netcdf
