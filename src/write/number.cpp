#include "granary/write/number.hpp"

#include <fmt/format.h>

#include <cmath>

namespace granary {
namespace {

bool all_zero(const std::string& text) {
    return text.find_first_not_of("-+0.") == std::string::npos;
}

std::string without_sign_of_zero(std::string text) {
    if (all_zero(text) && !text.empty() && (text[0] == '-' || text[0] == '+')) text.erase(0, 1);
    return text;
}

}  // namespace

std::string shortest(double value) {
    return std::isfinite(value) ? fmt::format("{}", value) : std::string();
}

std::string fixed(double value, int decimals) {
    return std::isfinite(value) ? without_sign_of_zero(fmt::format("{:.{}f}", value, decimals))
                                : "-";
}

std::string signed_fixed(double value, int decimals) {
    return std::isfinite(value) ? without_sign_of_zero(fmt::format("{:+.{}f}", value, decimals))
                                : "-";
}

}  // namespace granary
