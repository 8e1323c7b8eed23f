#pragma once
/// What lies beside this program: in a build folder, and below the same prefix where it is
/// installed.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace granary::cli {

/// The first of the places that there is, seen from this program's folder.
std::optional<std::string> sibling(std::span<const std::string_view> places);

/// Becomes another program, the first of `arguments` being its name. Throws FileError.
[[noreturn]] void become(const std::string& program, const std::vector<std::string>& arguments);

}  // namespace granary::cli
