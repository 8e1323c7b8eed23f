#pragma once
/// The last part of a path, and what its suffix is.

#include <string>
#include <string_view>

namespace granary {

/// "a.nc" of "runs/a.nc".
inline std::string_view file_name(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

/// ".nc" of "runs.d/a.nc"; empty where the last part has no dot.
inline std::string_view file_suffix(std::string_view path) {
    const auto name = file_name(path);
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : name.substr(dot);
}

/// The suffix in small letters: ".csv" of "A.CSV".
inline std::string small_suffix(std::string_view path) {
    std::string suffix(file_suffix(path));
    for (char& c : suffix)
        if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return suffix;
}

}  // namespace granary
