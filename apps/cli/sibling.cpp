#include "cli/sibling.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "granary/foundation/error.hpp"

namespace granary::cli {

namespace fs = std::filesystem;

std::optional<std::string> sibling(std::span<const std::string_view> places) {
    std::error_code fault;
    const auto folder = fs::read_symlink("/proc/self/exe", fault).parent_path();
    for (const auto place : places)
        if (fs::is_regular_file(folder / place, fault)) return (folder / place).string();
    return std::nullopt;
}

void become(const std::string& program, const std::vector<std::string>& arguments) {
    std::vector<char*> pointers;
    for (const auto& argument : arguments) pointers.push_back(const_cast<char*>(argument.c_str()));
    pointers.push_back(nullptr);
    ::execv(program.c_str(), pointers.data());
    throw FileError(fmt::format("cannot start {}: {}", program, std::strerror(errno)));
}

}  // namespace granary::cli
