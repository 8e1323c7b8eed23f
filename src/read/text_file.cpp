#include "read/text_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

#include "granary/foundation/error.hpp"
#include "granary/foundation/nearest.hpp"
#include "granary/record/embedded.hpp"

namespace granary::read {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view shipped_folder = "scenarios/";
constexpr std::string_view suffix = ".toml";

std::string_view without_suffix(std::string_view name) {
    if (name.ends_with(suffix)) name.remove_suffix(suffix.size());
    return name;
}

bool has_folder(std::string_view name) {
    return name.find('/') != name.npos;
}
bool is_path(std::string_view name) {
    return has_folder(name) || name.ends_with(suffix);
}

std::optional<Text> shipped_text(std::string_view wanted) {
    if (has_folder(wanted)) return std::nullopt;
    const std::string name(without_suffix(wanted));
    const std::string path = fmt::format("{}{}{}", shipped_folder, name, suffix);
    const auto content = find_text(embedded_files(), path);
    if (!content) return std::nullopt;
    return Text{path, name, "shipped " + name, "", std::string(*content), true};
}

/// The scenario names of the shipped texts or of a folder's files.
std::vector<std::string> shipped_names() {
    std::vector<std::string> names;
    for (const auto& file : embedded_files())
        if (file.path.starts_with(shipped_folder))
            names.emplace_back(without_suffix(file.path.substr(shipped_folder.size())));
    return names;
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator at(folder.empty() ? "." : folder, error), end; !error && at != end;
         at.increment(error))
        if (const auto name = at->path().filename().string(); name.ends_with(suffix))
            names.push_back(name);
    return names;
}

std::string nearest_of(std::string_view word, const std::vector<std::string>& names) {
    const std::vector<std::string_view> views(names.begin(), names.end());
    return std::string(nearest(word, views));
}

std::string hint(const std::string& name, const std::string& otherwise) {
    return name.empty() ? otherwise : fmt::format("; did you mean \"{}\"?", name);
}

[[noreturn]] void fail_to_find(std::string_view wanted, const fs::path& path) {
    const auto shipped = shipped_names();
    const auto near = nearest_of(without_suffix(wanted), shipped);
    if (!is_path(wanted))
        throw NotFound(
            fmt::format("no scenario \"{}\"{}", wanted,
                        hint(near, fmt::format("; shipped are {}", fmt::join(shipped, ", ")))));
    const auto beside = nearest_of(path.filename().string(), names_in(path.parent_path()));
    throw FileError(fmt::format("{}: no such file{}", path.string(), hint(beside, hint(near, ""))));
}

std::string content_of(const fs::path& path) {
    if (fs::is_directory(path))
        throw FileError(path.string() + ": is a directory, not a scenario file");
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        throw FileError(
            fmt::format("{}: cannot be read ({})", path.string(), std::strerror(errno)));
    std::string content(most_bytes + 1, '\0');
    stream.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(stream.gcount()));
    if (stream.bad()) throw FileError(path.string() + ": cannot be read to its end");
    return content;
}

std::string identity_of(const fs::path& path) {
    std::error_code error;
    const auto canonical = fs::weakly_canonical(path, error);
    return (error ? path : canonical).string();
}

Text text_at(const fs::path& path, std::string content) {
    return {path.string(),      path.stem().string(),
            identity_of(path),  path.parent_path().string(),
            std::move(content), false};
}

Text text_on_disk(const fs::path& path) {
    auto text = text_at(path, content_of(path));
    text.on_disk = true;
    return text;
}

/// The file a name means: itself, or with the suffix where only that exists.
std::optional<fs::path> existing(const fs::path& path) {
    std::error_code error;
    auto longer = path;
    longer += suffix;
    const bool here = fs::exists(path, error);
    if (here && !fs::is_directory(path, error)) return path;
    if (fs::exists(longer, error)) return longer;
    return here ? std::optional(path) : std::nullopt;
}

/// How many bytes the character that begins with `byte` has; 0 where none begins so.
std::size_t length_of(unsigned char byte) {
    if (byte < 0x80) return 1;
    if (0xC2 <= byte && byte <= 0xDF) return 2;
    if (0xE0 <= byte && byte <= 0xEF) return 3;
    if (0xF0 <= byte && byte <= 0xF4) return 4;
    return 0;
}

/// Whether the second byte keeps the character in its shortest form, below 10FFFF, no surrogate.
bool second_fits(unsigned char first, unsigned char second) {
    const unsigned char low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    return low <= second && second <= high;
}

bool is_character(std::string_view bytes) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    if (bytes.size() > 1 && !second_fits(at(0), at(1))) return false;
    for (std::size_t i = 2; i < bytes.size(); ++i)
        if ((at(i) & 0xC0) != 0x80) return false;
    return true;
}

}  // namespace

Text memory_text(std::string_view file, std::string_view content) {
    return text_at(fs::path(file), std::string(content.substr(0, most_bytes + 1)));
}

Text open_text(std::string_view wanted, const Text* from) {
    if (!is_path(wanted))
        if (auto text = shipped_text(wanted)) return *std::move(text);
    const auto path = from ? fs::path(from->folder) / wanted : fs::path(wanted);
    const bool sees_disk = from == nullptr || !from->shipped;
    if (const auto file = sees_disk ? existing(path) : std::nullopt) return text_on_disk(*file);
    if (auto text = shipped_text(wanted)) return *std::move(text);
    fail_to_find(wanted, path);
}

std::optional<std::size_t> utf8_fault(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto length = length_of(static_cast<unsigned char>(text[i]));
        if (length == 0 || i + length > text.size() || !is_character(text.substr(i, length)))
            return i;
        i += length;
    }
    return std::nullopt;
}

}  // namespace granary::read
