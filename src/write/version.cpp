#include "granary/write/version.hpp"

namespace granary {

std::string_view version() {
    return GRANARY_VERSION;
}

}  // namespace granary
