#include "granary/read/study/number.hpp"

#include <fmt/format.h>

#include <string>

#include "granary/foundation/error.hpp"
#include "granary/foundation/finite_number.hpp"

namespace granary {

double number_in(std::string_view text, std::string_view argument) {
    if (const auto number = finite_number(std::string(text))) return *number;
    throw Error(ErrorClass::usage, fmt::format("{}: \"{}\" is not a number", argument, text));
}

}  // namespace granary
