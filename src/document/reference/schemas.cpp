#include "granary/document/reference/schemas.hpp"

#include "granary/document/check_json.hpp"
#include "granary/document/comparison_json.hpp"
#include "granary/document/record_json.hpp"
#include "granary/document/reference/explanation_json.hpp"
#include "granary/document/run_json.hpp"
#include "granary/document/study/attribution_json.hpp"
#include "granary/document/study/search_json.hpp"
#include "granary/document/study/sweep_json.hpp"
#include "granary/write/scenario_schema.hpp"

namespace granary {
namespace {

constexpr PublishedSchema schemas[] = {
    {"scenario", "scenario files (TOML, read as the JSON they amount to), and files of parameters",
     scenario_schema},
    {"run", "granary run SCENARIO --format json, yearly and monthly", run_schema},
    {"compare", "granary compare A B --format json", comparison_schema},
    {"data", "granary data NAME --format json", record_schema},
    {"explain", "granary explain NAME --format json", explanation_schema},
    {"attribute", "granary attribute SCENARIO --format json", attribution_schema},
    {"sweep", "granary sweep SCENARIO --lever ... --format json", sweep_schema},
    {"search", "granary search SCENARIO --lever ... --format json", search_schema},
    {"check", "granary check FILE --format json", check_schema},
};

}  // namespace

std::span<const PublishedSchema> published_schemas() {
    return schemas;
}

}  // namespace granary
