/// granary schema [WHAT]

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "granary/document/reference/schemas.hpp"
#include "granary/write/text.hpp"

namespace granary::cli {
namespace {

std::string list_of_schemas() {
    TextTable table({{"", "", Align::left}, {"", "", Align::left}});
    for (const auto& schema : published_schemas())
        table.add({std::string(schema.name), std::string(schema.describes)});
    return table.text();
}

}  // namespace

std::vector<std::string> schema_names() {
    std::vector<std::string> names;
    for (const auto& schema : published_schemas()) names.emplace_back(schema.name);
    return names;
}

void print_schema(const SchemaOptions& options) {
    if (options.list) return emit(list_of_schemas());
    const auto all = published_schemas();
    const auto found = std::find_if(all.begin(), all.end(), [&](const PublishedSchema& schema) {
        return schema.name == options.what;
    });
    emit(found->text());
}

}  // namespace granary::cli
