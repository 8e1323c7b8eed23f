#include "cli/complain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <string>

namespace granary::cli {

int complain(std::string_view message, ErrorClass which) {
    std::string text;
    while (!message.empty()) {
        const auto end = std::min(message.find('\n'), message.size());
        text += fmt::format("granary: {}\n", message.substr(0, end));
        message.remove_prefix(std::min(end + 1, message.size()));
    }
    std::fputs(text.c_str(), stderr);
    return static_cast<int>(which);
}

int complain(const Error& error) {
    return complain(error.what(), error.error_class);
}

}  // namespace granary::cli
