#pragma once
/// The published JSON Schemas: of what is read, and of every JSON document.

#include <span>
#include <string>
#include <string_view>

#include "granary/foundation/api.hpp"

namespace granary {

/// One of them. It lies in docs/schema under its name.
struct PublishedSchema {
    std::string_view name, describes;
    std::string (*text)();
};

/// All of them; `granary schema` prints each by its name.
GRANARY_API std::span<const PublishedSchema> published_schemas();

}  // namespace granary
