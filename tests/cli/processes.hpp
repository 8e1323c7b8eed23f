#pragma once
/// The command among other programs: signals on their way to it, folders it may not write.

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "cli/run_command.hpp"
#include "support/paths.hpp"

namespace granary::test {

inline std::vector<std::string> names_in(const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    return names;
}

/// The wait status of the command when the signal reached it after `wait`, as from a terminal,
/// which no parent made it ignore.
inline int status_when(int signal, const std::function<void()>& wait,
                       std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), test::command_path());
    std::vector<char*> argv;
    for (auto& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(signal, SIG_DFL);
        ::execv(argv.front(), argv.data());
        std::_Exit(127);
    }
    wait();
    ::kill(child, signal);
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

/// That long after its start.
inline int status_after(int signal, std::chrono::milliseconds pause,
                        std::vector<std::string> arguments) {
    return status_when(
        signal, [&] { std::this_thread::sleep_for(pause); }, std::move(arguments));
}

/// As soon as there is a file of that name, or after a minute.
inline int status_with(int signal, const std::string& file, std::vector<std::string> arguments) {
    return status_when(
        signal,
        [&] {
            for (int i = 0; i < 6000 && !std::filesystem::exists(file); ++i)
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
        },
        std::move(arguments));
}

/// A folder in which nobody makes files: one without the right to, or the kernel's own for root,
/// whom rights do not bind.
inline std::string closed_folder(const Folder& folder) {
    if (::geteuid() == 0) return "/sys";
    const auto path = folder.path("closed");
    std::filesystem::create_directory(path);
    std::filesystem::permissions(
        path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    return path;
}

}  // namespace granary::test
