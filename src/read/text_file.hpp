#pragma once
/// Scenario texts, shipped or on disk.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace granary::read {

struct Text {
    std::string file;      ///< as messages call it
    std::string name;      ///< the file's name without folder and suffix
    std::string identity;  ///< the same however the file is reached
    std::string folder;    ///< what its own names are relative to
    std::string content;   ///< at most one byte more than limit::file
    bool shipped = false;
    bool on_disk = false;
};

/// A text in memory that names of others as if it stood at `file`.
Text memory_text(std::string_view file, std::string_view content);

/// The text called `wanted` by `from` (by the user where there is none): the name of a shipped
/// scenario, or a path relative to the folder of `from`. A shipped text sees shipped texts only.
/// Throws NotFound or FileError, with the nearest name.
Text open_text(std::string_view wanted, const Text* from = nullptr);

/// The shipped texts that are scenarios, and not parts of such, in the order of their names.
std::vector<Text> shipped_scenario_texts();

/// The file at a path (the suffix .toml may be left out); nothing shipped. Throws FileError.
Text open_file(std::string_view path);

/// The offset of the first byte that is not UTF-8.
std::optional<std::size_t> utf8_fault(std::string_view text);

}  // namespace granary::read
