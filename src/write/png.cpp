#include "granary/write/png.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "granary/foundation/error.hpp"
#include "granary/write/text.hpp"

namespace granary {
namespace {

constexpr const char* converter = "rsvg-convert";
constexpr int not_found_code = 127;

/// A file without a name: both sides of the converter are files, so that neither can wait for the
/// other.
class ScratchFile {
  public:
    ScratchFile() : file_(std::tmpfile()) {
        if (file_ == nullptr)
            throw FileError(fmt::format("no temporary file: {}", std::strerror(errno)));
    }
    ~ScratchFile() { std::fclose(file_); }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;

    int descriptor() const { return fileno(file_); }

    void write(std::string_view text) {
        if (std::fwrite(text.data(), 1, text.size(), file_) != text.size() ||
            std::fflush(file_) != 0)
            throw FileError("cannot write a temporary file");
        std::rewind(file_);
    }
    std::string read() {
        std::rewind(file_);
        std::string text;
        std::array<char, 4096> buffer;
        while (const auto count = std::fread(buffer.data(), 1, buffer.size(), file_))
            text.append(buffer.data(), count);
        return text;
    }

  private:
    std::FILE* file_;
};

/// In the child: only calls that are safe after fork.
[[noreturn]] void become_converter(int in, int out, int err, const char* width) {
    if (dup2(in, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0 &&
        dup2(err, STDERR_FILENO) >= 0)
        execlp(converter, converter, "--format", "png", "--keep-aspect-ratio", "--width", width,
               static_cast<char*>(nullptr));
    _exit(not_found_code);
}

/// The exit code; -1 where a signal ended it.
int wait_for(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            throw FileError(fmt::format("cannot wait for {}: {}", converter, std::strerror(errno)));
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

std::string png_of(std::string_view svg, int width_pixels) {
    ScratchFile in, out, err;
    in.write(svg);
    const std::string width = fmt::format("{}", width_pixels);
    const pid_t child = fork();
    if (child < 0)
        throw FileError(fmt::format("cannot start {}: {}", converter, std::strerror(errno)));
    if (child == 0)
        become_converter(in.descriptor(), out.descriptor(), err.descriptor(), width.c_str());
    const int code = wait_for(child);
    if (code == not_found_code)
        throw FileError(fmt::format(
            "PNG needs {}, which is not installed: apt-get install librsvg2-bin, or write .svg",
            converter));
    auto png = out.read();
    if (code != 0 || png.empty())
        throw FileError(fmt::format("{} failed: {}", converter, one_line(err.read())));
    return png;
}

}  // namespace granary
