#pragma once
/// A folder for the files of one test, removed with it.

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace granary {

class Folder {
  public:
    Folder() {
        auto pattern = (std::filesystem::temp_directory_path() / "granary-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path_); }

    std::string path(std::string_view name = "") const { return (path_ / name).string(); }

    std::string write(std::string_view name, std::string_view text) const {
        const auto file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
        return file.string();
    }

    /// What a process that was killed left while it wrote the file of this name: its path.
    std::string write_left_part(std::string_view name) const {
        const auto file = write("half", "half");
        struct stat found {};
        ::stat(file.c_str(), &found);
        const auto part = path(name) + ".999999999-" + std::to_string(found.st_ino) + ".part";
        std::filesystem::rename(file, part);
        return part;
    }

  private:
    std::filesystem::path path_;
};

}  // namespace granary
