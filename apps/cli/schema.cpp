/// granary schema [WHAT]

#include <algorithm>
#include <array>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "granary/document/comparison_json.hpp"
#include "granary/document/explanation_json.hpp"
#include "granary/document/record_json.hpp"
#include "granary/document/run_json.hpp"
#include "granary/document/study/attribution_json.hpp"
#include "granary/document/study/search_json.hpp"
#include "granary/document/study/sweep_json.hpp"
#include "granary/write/scenario_schema.hpp"

namespace granary::cli {
namespace {

struct Published {
    std::string_view name;
    std::string (*schema)();
};

constexpr auto published = std::to_array<Published>({{"scenario", scenario_schema},
                                                     {"run", run_schema},
                                                     {"compare", comparison_schema},
                                                     {"data", record_schema},
                                                     {"explain", explanation_schema},
                                                     {"attribute", attribution_schema},
                                                     {"sweep", sweep_schema},
                                                     {"search", search_schema}});

}  // namespace

std::vector<std::string> schema_names() {
    std::vector<std::string> names;
    for (const auto& schema : published) names.emplace_back(schema.name);
    return names;
}

void print_schema(const SchemaOptions& options) {
    const auto found =
        std::find_if(published.begin(), published.end(),
                     [&](const Published& schema) { return schema.name == options.what; });
    emit(found->schema());
}

}  // namespace granary::cli
