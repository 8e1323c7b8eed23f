#include "granary/document/study/variation_json.hpp"

namespace granary {
namespace {

constexpr std::string_view kinds[] = {"lever", "scale", "date", "parameter", "levels"};

std::string_view kind_of(const Variation& variation) {
    return kinds[static_cast<std::size_t>(variation.of)];
}

}  // namespace

Fields<Variation> variation_fields() {
    return Fields<Variation>()
        .add("kind",
             form::one_of_texts(kinds,
                                "lever: held at the value throughout; scale: its schedule "
                                "times the value; date: decisions hold from it on, in years; "
                                "parameter: a constant; levels: reporting levels."),
             kind_of)
        .add("name", form::text("What it is called in CSV."), &Variation::name)
        .add("unit", form::text("The unit of its values."), &Variation::unit);
}

}  // namespace granary
