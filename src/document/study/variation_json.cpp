#include "granary/document/study/variation_json.hpp"

namespace granary {
namespace {

using schema::Object;
using schema::typed;

constexpr std::string_view kinds[] = {"lever", "scale", "date", "parameter", "levels"};

std::string_view kind_of(const Variation& variation) {
    return kinds[static_cast<std::size_t>(variation.of)];
}

}  // namespace

JsonObject variation_json(const Variation& variation) {
    return JsonObject()
        .add("kind", kind_of(variation))
        .add("name", variation.name())
        .add("unit", variation.unit());
}

Object variation_schema(std::string_view description) {
    return Object(description)
        .needed("kind",
                schema::one_of_texts({kinds[0], kinds[1], kinds[2], kinds[3], kinds[4]},
                                     "lever: held at the value throughout; scale: its schedule "
                                     "times the value; date: decisions hold from it on, in years; "
                                     "parameter: a constant; levels: reporting levels."))
        .needed("name", typed("string", "What it is called in CSV."))
        .needed("unit", typed("string", "The unit of its values."));
}

}  // namespace granary
