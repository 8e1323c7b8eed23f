#pragma once
/// Settings of a scenario as they are written after `--set`.

#include <string>
#include <string_view>

#include "granary/write/json.hpp"

namespace granary {

/// What puts a scenario under a reading of the record: `reading="un"`.
inline std::string reading_setting(std::string_view name_or_path) {
    return "reading=" + Json(name_or_path).text();
}

}  // namespace granary
