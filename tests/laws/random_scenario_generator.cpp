#include "laws/random_scenario_generator.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace granary::laws {

rc::Gen<int> below(int most) {
    return rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, most));
}

namespace {

/// 0, 1, 2, 3, 4 ... to 0, -1, 1, -2, 2 ..., the ends of the range drawn once in five.
int to_place(int n) {
    const int within = n < 2 * steps_each_way ? n : 2 * steps_each_way - n % 2;
    return within % 2 == 0 ? within / 2 : -(within + 1) / 2;
}

/// A place of a range, as wide as RapidCheck's size.
rc::Gen<int> place() {
    constexpr int with_ends = 160;
    return rc::gen::map(rc::gen::inRange(0, with_ends), to_place);
}

/// All constants at once, and one block after another, back to their defaults: far fewer tries
/// than one by one.
rc::Seq<std::vector<int>> shrink_blocks(const std::vector<int>& places) {
    std::vector<std::vector<int>> tries;
    for (std::size_t length = places.size(); length > 1; length /= 2)
        for (std::size_t from = 0; from < places.size(); from += length) {
            auto shorter = places;
            const auto first = shorter.begin() + static_cast<std::ptrdiff_t>(from);
            const auto last =
                first + std::min(static_cast<std::ptrdiff_t>(length), shorter.end() - first);
            std::fill(first, last, 0);
            if (shorter != places) tries.push_back(std::move(shorter));
        }
    return rc::seq::fromContainer(tries);
}

rc::Seq<std::vector<int>> shrink_places(const std::vector<int>& places) {
    return rc::seq::concat(shrink_blocks(places), rc::shrink::eachElement(places, [](int place) {
                               return rc::shrink::towards(place, 0);
                           }));
}

/// All constants: often at their defaults, within a part of their bounds, or anywhere in them.
rc::Gen<std::vector<int>> constants() {
    const auto each = [](rc::Gen<int> place) {
        return rc::gen::container<std::vector<int>>(Parameter::table.size(), std::move(place));
    };
    const auto any = rc::gen::weightedOneOf<std::vector<int>>(
        {{1, rc::gen::just(std::vector<int>(Parameter::table.size(), 0))},
         {2, each(place())},
         {2, each(rc::gen::resize(rc::kNominalSize, place()))}});
    return rc::gen::shrink(rc::gen::noShrink(any),
                           [](const std::vector<int>& places) { return shrink_places(places); });
}

rc::Gen<DrawnDate> date() {
    constexpr int months = 120, days = 28;
    return rc::gen::build<DrawnDate>(rc::gen::set(&DrawnDate::month, below(months)),
                                     rc::gen::set(&DrawnDate::day, below(days)));
}

rc::Gen<DrawnKnot> knot() {
    return rc::gen::build<DrawnKnot>(
        rc::gen::set(&DrawnKnot::at, date()),
        rc::gen::set(&DrawnKnot::height, rc::gen::resize(rc::kNominalSize, place())));
}

/// A vector of up to `most` elements.
template <class T>
rc::Gen<std::vector<T>> up_to(int most, const rc::Gen<T>& element) {
    return rc::gen::resize(most, rc::gen::container<std::vector<T>>(element));
}

rc::Gen<DrawnLever> drawn_lever() {
    constexpr int most_knots = 6, most_regions = 3;
    const auto lever = rc::gen::cast<std::size_t>(below(static_cast<int>(Lever::table.size())));
    return rc::gen::build<DrawnLever>(
        rc::gen::set(&DrawnLever::lever, lever),
        rc::gen::set(&DrawnLever::region, below(most_regions + 1)),
        rc::gen::set(&DrawnLever::steps, rc::gen::map(below(2), [](int n) { return n == 1; })),
        rc::gen::set(&DrawnLever::knots, rc::gen::nonEmpty(up_to(most_knots, knot()))));
}

}  // namespace

rc::Gen<DrawnScenario> drawn_scenario() {
    constexpr int latest_start = 60, most_months = 72, most_levers = 24, days = 28;
    const auto from_1 = [](int most) {
        return rc::gen::map(below(most), [](int n) { return n + 1; });
    };
    const auto start =
        rc::gen::build<DrawnDate>(rc::gen::set(&DrawnDate::month, below(latest_start)),
                                  rc::gen::set(&DrawnDate::day, below(days)));
    return rc::gen::build<DrawnScenario>(
        rc::gen::set(&DrawnScenario::start, start),
        rc::gen::set(&DrawnScenario::months, from_1(most_months)),
        rc::gen::set(&DrawnScenario::last_day, below(days)),
        rc::gen::set(&DrawnScenario::levels,
                     rc::gen::cast<std::size_t>(from_1(Scenario::most_levels))),
        rc::gen::set(&DrawnScenario::shares, rc::gen::nonEmpty(up_to(3, from_1(4)))),
        rc::gen::set(&DrawnScenario::constants, constants()),
        rc::gen::set(&DrawnScenario::levers, up_to(most_levers, drawn_lever())),
        rc::gen::set(&DrawnScenario::observe, up_to(2, date())));
}

void expect_on_random_scenarios(const Law& law) {
    rc::detail::checkGTest([law](const DrawnScenario& drawn) {
        const auto violation = law.violation(drawn.scenario());
        if (!violation.empty()) RC_FAIL(violation);
    });
}

}  // namespace granary::laws
