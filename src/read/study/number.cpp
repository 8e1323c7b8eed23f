#include "granary/read/study/number.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "granary/foundation/error.hpp"

namespace granary {

double number_in(std::string_view text, std::string_view argument) {
    double number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        throw Error(ErrorClass::usage, fmt::format("{}: \"{}\" is not a number", argument, text));
    return number;
}

}  // namespace granary
