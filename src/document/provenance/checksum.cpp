#include "granary/document/provenance/checksum.hpp"

#include <sys/types.h>
// The types come first: the library's header needs them and does not include them.
#include <sha256.h>

#include <array>
#include <cstdint>

namespace granary {

std::string sha256(std::string_view bytes) {
    std::array<char, SHA256_DIGEST_STRING_LENGTH> digits{};
    SHA256Data(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), digits.data());
    return digits.data();
}

std::string sha256_of_file(const std::string& path, std::uint64_t bytes) {
    if (bytes == 0) return sha256({});  // to the library, as much as there is
    std::array<char, SHA256_DIGEST_STRING_LENGTH> digits{};
    const auto* made = SHA256FileChunk(path.c_str(), digits.data(), 0, static_cast<off_t>(bytes));
    return made ? made : std::string();
}

}  // namespace granary
