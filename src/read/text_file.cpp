#include "read/text_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

#include "granary/foundation/error.hpp"
#include "granary/foundation/nearest.hpp"
#include "granary/foundation/plain_text.hpp"
#include "granary/foundation/utf8.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/record/embedded.hpp"

namespace granary::read {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view suffix = scenario_suffix;
constexpr std::string_view standard_input = "/dev/stdin";  ///< which a user may call "-"

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

std::optional<Text> shipped_text(const Shelf& shelf, std::string_view wanted) {
    if (has_folder(wanted)) return std::nullopt;
    const std::string name(without_suffix(wanted));
    const std::string path = fmt::format("{}{}{}", shelf.folder, name, suffix);
    const auto content = find_text(embedded_files(), path);
    if (!content) return std::nullopt;
    return Text{path, name, "shipped " + name, "", std::string(*content), true};
}

std::vector<std::string> names_on(const Shelf& shelf) {
    std::vector<std::string> names;
    for (const auto& file : embedded_files())
        if (file.path.starts_with(shelf.folder))
            names.emplace_back(without_suffix(file.path.substr(shelf.folder.size())));
    return names;
}

/// The names of a folder's files, in order.
std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator at(folder.empty() ? "." : folder, error), end; !error && at != end;
         at.increment(error))
        if (const auto name = at->path().filename().string(); name.ends_with(suffix))
            names.emplace_back(without_suffix(name));
    std::sort(names.begin(), names.end());
    return names;
}

std::string nearest_of(std::string_view word, const std::vector<std::string>& names) {
    const std::vector<std::string_view> views(names.begin(), names.end());
    return std::string(nearest(word, views));
}

/// Tells the nearest of the files beside it and of the other names.
[[noreturn]] void fail_to_open(const fs::path& path, const std::vector<std::string>& others) {
    const auto beside = names_in(path.parent_path());
    auto known = beside;
    known.insert(known.end(), others.begin(), others.end());
    auto near = nearest_of(without_suffix(path.filename().string()), known);
    if (std::find(beside.begin(), beside.end(), near) != beside.end()) near += suffix;
    throw FileError(
        fmt::format("{}: no such file{}", shown_name(path.string()), did_you_mean(near)));
}

[[noreturn]] void fail_to_find(const Shelf& shelf, std::string_view wanted, const fs::path& path) {
    const auto shipped = names_on(shelf);
    if (is_path(wanted)) fail_to_open(path, shipped);
    auto hint = did_you_mean(nearest_of(wanted, shipped));
    if (hint.empty()) hint = fmt::format("; shipped are {}", fmt::join(shipped, ", "));
    throw NotFound(fmt::format("no {} {}{}", shelf.noun, quoted_word(wanted), hint));
}

std::string content_of(const fs::path& path, std::string_view kind) {
    const auto name = shown_name(path.string());
    std::error_code unknown;
    if (fs::is_directory(path, unknown))
        throw FileError(fmt::format("{}: is a directory, not a {}", name, kind));
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        throw FileError(fmt::format("{}: cannot be read ({})", name, std::strerror(errno)));
    std::string content;
    std::array<char, 1 << 14> piece{};
    while (content.size() <= limit::file.most && stream) {
        stream.read(piece.data(), piece.size());
        content.append(piece.data(), static_cast<std::size_t>(stream.gcount()));
    }
    content.resize(std::min(content.size(), limit::file.most + 1));
    if (stream.bad()) throw FileError(name + ": cannot be read to its end");
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

Text text_on_disk(const fs::path& path, std::string_view kind) {
    auto text = text_at(path, content_of(path, kind));
    text.on_disk = true;
    return text;
}

/// The file a name means: itself, or with the suffix where only that exists. One that cannot be
/// looked at (no permission, a circle of links) counts, so that opening it tells why.
std::optional<fs::path> existing(const fs::path& path) {
    std::error_code error;
    auto longer = path;
    longer += suffix;
    const auto type = fs::status(path, error).type();
    const bool here = type != fs::file_type::not_found;
    if (here && type != fs::file_type::directory) return path;
    if (fs::exists(longer, error)) return longer;
    return here ? std::optional(path) : std::nullopt;
}

}  // namespace

std::vector<Text> shipped_texts(const Shelf& shelf) {
    std::vector<Text> texts;
    for (const auto& name : names_on(shelf)) texts.push_back(*shipped_text(shelf, name));
    return texts;
}

Text memory_text(std::string_view file, std::string_view content) {
    return text_at(fs::path(file), std::string(content.substr(0, limit::file.most + 1)));
}

Text open_text(const Shelf& shelf, std::string_view wanted, const Text* from) {
    if (wanted == "-" && from == nullptr) wanted = standard_input;
    if (!is_path(wanted))
        if (auto text = shipped_text(shelf, wanted)) return *std::move(text);
    const auto path = from ? fs::path(from->folder) / wanted : fs::path(wanted);
    const bool sees_disk = from == nullptr || !from->shipped;
    if (const auto file = sees_disk ? existing(path) : std::nullopt)
        return text_on_disk(*file, fmt::format("{} file", shelf.noun));
    if (auto text = shipped_text(shelf, wanted)) return *std::move(text);
    fail_to_find(shelf, wanted, path);
}

Text open_file(std::string_view path) {
    const fs::path wanted(path == "-" ? standard_input : path);
    if (const auto file = existing(wanted)) return text_on_disk(*file, "file");
    fail_to_open(wanted, {});
}

std::optional<std::size_t> utf8_fault(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto length = utf8_character(text.substr(i));
        if (length == 0) return i;
        i += length;
    }
    return std::nullopt;
}

}  // namespace granary::read
