#pragma once
/// Numbers within what a command, a setting or a request is given as text.

#include <string_view>

#include "granary/foundation/api.hpp"

namespace granary {

/// The finite number that is all of `text`. Throws Error (usage); `argument`, of which the text is
/// a part, stands in the message.
GRANARY_API double number_in(std::string_view text, std::string_view argument);

}  // namespace granary
