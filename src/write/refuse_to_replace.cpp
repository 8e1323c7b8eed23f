#include "granary/write/refuse_to_replace.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "granary/foundation/error.hpp"
#include "granary/foundation/plain_text.hpp"

namespace granary {

void refuse_to_replace(std::span<const std::string> read, const std::string& output) {
    for (const auto& input : read) {
        std::error_code missing;  // what does not exist yet is no file that was read
        if (!std::filesystem::equivalent(input, output, missing)) continue;
        const auto alias = input == output ? "" : fmt::format(" (as {})", input);
        throw Error(ErrorClass::usage,
                    fmt::format("{} is read here{}: it is not replaced by the output; give another "
                                "file to -o",
                                output, alias));
    }
}

void refuse_to_replace(const Scenario& scenario, const std::string& output) {
    for (const auto& source : scenario.sources)
        if (source.from == SourceText::From::disk)
            refuse_to_replace(std::array{source.file}, output);
}

void require_own(const std::string& file, std::string_view mark, std::string_view what) {
    std::error_code fault;
    if (!std::filesystem::exists(file, fault) && !fault) return;
    std::ifstream found(file);
    std::string first, second;
    if (std::getline(found, first) && std::getline(found, second) &&
        second.find(mark) != std::string::npos)
        return;
    throw FileError(
        fmt::format("{}: {} would stand here, but the file is another's: move it, or choose "
                    "another name",
                    plain_text(file), what));
}

}  // namespace granary
