#pragma once
/// The last part of a path.

#include <string_view>

namespace granary {

/// "a.nc" of "runs/a.nc".
inline std::string_view file_name(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

}  // namespace granary
