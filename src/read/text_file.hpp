#pragma once
/// Texts of scenarios, readings and plans, shipped or on disk.

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

/// Where shipped texts of one kind stand, and what messages call one.
struct Shelf {
    std::string_view folder, noun;
};
inline constexpr Shelf scenario_shelf{"scenarios/", "scenario"};
inline constexpr Shelf reading_shelf{"readings/", "reading"};
inline constexpr Shelf plan_shelf{"plans/", "plan"};

/// The text called `wanted` by `from` (by the user where there is none): the name of a shipped one,
/// or a path relative to the folder of `from`. A shipped text sees shipped texts only. Throws
/// NotFound or FileError, with the nearest name.
Text open_text(const Shelf& shelf, std::string_view wanted, const Text* from = nullptr);

/// The shipped texts of a kind, in the order of their names.
std::vector<Text> shipped_texts(const Shelf& shelf);

/// The file at a path (the suffix .toml may be left out; "-" is the standard input); nothing
/// shipped. Throws FileError.
Text open_file(std::string_view path);

/// The offset of the first byte that is not UTF-8.
std::optional<std::size_t> utf8_fault(std::string_view text);

}  // namespace granary::read
