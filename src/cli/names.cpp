#include "cli/names.hpp"

#include <fmt/format.h>

#include "granary/foundation/error.hpp"
#include "granary/foundation/nearest.hpp"

namespace granary::cli {

std::string did_you_mean(std::string_view word, std::span<const std::string_view> names) {
    const auto near = nearest(word, names);
    return near.empty() ? std::string() : fmt::format("; did you mean \"{}\"?", near);
}

void wrong(const std::string& message) {
    throw Error(ErrorClass::usage, message);
}

void no_such(std::string_view kind, std::string_view word,
             std::span<const std::string_view> names) {
    throw NotFound(fmt::format("no {} \"{}\"{}", kind, word, did_you_mean(word, names)));
}

}  // namespace granary::cli
