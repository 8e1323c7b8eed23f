// Needs the record and the scenarios that are inside the library, and catches what is thrown there
// as what it is. Prints one line, which the test compares with the installed command's.
#include <fmt/core.h>

#include <exception>
#include <granary/granary.hpp>
#include <granary/write/version.hpp>
#include <string_view>

namespace {

/// Whether the call throws an E that can also be caught as an Error and as a standard exception.
template <class E, class Call>
bool throws(granary::ErrorClass expected, const Call& call) {
    try {
        call();
    } catch (const std::exception& error) {
        const auto* family = dynamic_cast<const granary::Error*>(&error);
        return dynamic_cast<const E*>(&error) != nullptr && family != nullptr &&
               family->error_class == expected;
    }
    return false;
}

bool errors_are_recognised() {
    using granary::ErrorClass;
    return throws<granary::NotFound>(ErrorClass::not_found,
                                     [] { granary::load_scenario("historcal"); }) &&
           throws<granary::FileError>(ErrorClass::file, [] { granary::load_scenario("/"); }) &&
           throws<granary::ScenarioError>(
               ErrorClass::scenario,
               [] { granary::parse_scenario("title = \"t\"\n[levers]\nprssure = 1\n"); }) &&
           throws<granary::RecordError>(
               ErrorClass::record, [] { granary::History(granary::embedded_files().first(1)); });
}

}  // namespace

int main() {
    const auto run = granary::simulate(granary::load_scenario("historical"));
    fmt::print("Excess deaths 1957-62: {:.1f} million\n", run.excess_deaths_million());
    fmt::print("granary {}\n", granary::version());
    if (granary::history().national().empty() || granary::shipped_scenarios().empty()) return 1;
    return errors_are_recognised() ? 0 : 2;
}
