#pragma once
/// Runs the built command as a user's shell does.

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "support/paths.hpp"
#include "unit/read/folder.hpp"

namespace granary::test {

struct Result {
    int code;
    std::string out, err;
};

inline std::string contents(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// A line of shell in which $granary is the command.
inline Result shell(const std::string& line) {
    const Folder folder;
    const std::string full = "granary='" + test::command_path() + "'; { " + line + "\n} >" +
                             folder.path("out") + " 2>" + folder.path("err");
    const int status = std::system(full.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, contents(folder.path("out")),
            contents(folder.path("err"))};
}

inline Result granary(const std::string& arguments) {
    return shell("\"$granary\" " + arguments);
}

inline std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> found;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) found.push_back(line);
    return found;
}

/// The lines that are not comments.
inline std::vector<std::string> rows(const std::string& csv) {
    std::vector<std::string> found;
    for (auto& line : lines(csv))
        if (!line.starts_with('#')) found.push_back(line);
    return found;
}

inline std::vector<std::string> split(const std::string& row, char separator = ',') {
    std::vector<std::string> cells;
    std::istringstream stream(row);
    for (std::string cell; std::getline(stream, cell, separator);) cells.push_back(cell);
    if (row.ends_with(separator)) cells.emplace_back();
    return cells;
}

/// The words of a table's line.
inline std::vector<std::string> words(const std::string& line) {
    std::vector<std::string> found;
    std::istringstream stream(line);
    for (std::string word; stream >> word;) found.push_back(word);
    return found;
}

/// The first line that begins with `start`; empty where none does.
inline std::string line_of(const std::string& text, const std::string& start) {
    for (auto& line : lines(text))
        if (line.starts_with(start)) return line;
    return {};
}

}  // namespace granary::test
