#pragma once
/// Texts that are part of the library: the record (data/*.csv, data/README.md) and the scenarios.

#include <optional>
#include <span>
#include <string_view>

#include "granary/foundation/api.hpp"

namespace granary {

/// One file of the source tree: its path from the root, with slashes, and its bytes.
struct EmbeddedFile {
    std::string_view path;
    std::string_view text;
};

/// All embedded files, sorted by path; the views last as long as the program.
GRANARY_API std::span<const EmbeddedFile> embedded_files();

/// The text of the file with exactly this path; nothing where there is none.
inline std::optional<std::string_view> find_text(std::span<const EmbeddedFile> files,
                                                 std::string_view path) {
    for (const auto& file : files) {
        if (file.path == path) return file.text;
    }
    return std::nullopt;
}

}  // namespace granary
