#include "granary/write/refuse_to_replace.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <system_error>

#include "granary/foundation/error.hpp"

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

}  // namespace granary
