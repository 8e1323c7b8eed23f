#include "granary/document/provenance/build_identity.hpp"

#include "generated/build_identity.hpp"

namespace granary {

std::string_view build_identity() {
    return generated_build_identity;
}

}  // namespace granary
