#include "granary/document/provenance/source_files.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "granary/foundation/error.hpp"
#include "granary/read/scenario_file.hpp"

namespace granary {
namespace {

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw FileError(fmt::format("{}: cannot be read any more", path));
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

std::vector<SourceFile> source_files(const Scenario& scenario) {
    std::vector<SourceFile> files;
    for (const auto& path : scenario.files) files.push_back({path, bytes_of(path)});
    for (const auto& path : scenario.parameter_files) files.push_back({path, bytes_of(path)});
    for (const auto& shipped : shipped_scenarios())
        if (files.empty() && shipped.name == scenario.name)
            files.push_back(
                {fmt::format("scenarios/{}.toml", shipped.name), std::string(shipped.text)});
    return files;
}

}  // namespace granary
