#pragma once
/// How RapidCheck draws and shrinks a scenario.

#include <rapidcheck.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "laws/random_scenario.hpp"

namespace granary::laws {

/// A number from 0 to most - 1, whatever RapidCheck's size; shrinks towards 0.
inline rc::Gen<int> below(int most) {
    return rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, most));
}

/// 0, 1, 2, 3, 4 ... to 0, -1, 1, -2, 2 ..., the ends of the range drawn once in five.
inline int to_place(int n) {
    const int within = n < 2 * steps_each_way ? n : 2 * steps_each_way - n % 2;
    return within % 2 == 0 ? within / 2 : -(within + 1) / 2;
}

/// A place of a range, as wide as RapidCheck's size.
inline rc::Gen<int> place() {
    constexpr int with_ends = 160;
    return rc::gen::map(rc::gen::inRange(0, with_ends), to_place);
}

/// All constants at once, and one block after another, back to their defaults: far fewer tries
/// than one by one.
inline rc::Seq<std::vector<int>> shrink_blocks(const std::vector<int>& places) {
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

inline rc::Seq<std::vector<int>> shrink_places(const std::vector<int>& places) {
    return rc::seq::concat(shrink_blocks(places), rc::shrink::eachElement(places, [](int place) {
                               return rc::shrink::towards(place, 0);
                           }));
}

/// All constants: often at their defaults, within a part of their bounds, or anywhere in them.
inline rc::Gen<std::vector<int>> constants() {
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

inline rc::Gen<DrawnDate> date() {
    constexpr int months = 120, days = 28;
    return rc::gen::build<DrawnDate>(rc::gen::set(&DrawnDate::month, below(months)),
                                     rc::gen::set(&DrawnDate::day, below(days)));
}

inline rc::Gen<DrawnKnot> knot() {
    return rc::gen::build<DrawnKnot>(
        rc::gen::set(&DrawnKnot::at, date()),
        rc::gen::set(&DrawnKnot::height, rc::gen::resize(rc::kNominalSize, place())));
}

/// A vector of up to `most` elements.
template <class T>
rc::Gen<std::vector<T>> up_to(int most, const rc::Gen<T>& element) {
    return rc::gen::resize(most, rc::gen::container<std::vector<T>>(element));
}

inline rc::Gen<DrawnLever> drawn_lever() {
    constexpr int most_knots = 6, most_regions = 3;
    const auto lever = rc::gen::cast<std::size_t>(below(static_cast<int>(Lever::table.size())));
    return rc::gen::build<DrawnLever>(
        rc::gen::set(&DrawnLever::lever, lever),
        rc::gen::set(&DrawnLever::region, below(most_regions + 1)),
        rc::gen::set(&DrawnLever::steps, rc::gen::map(below(2), [](int n) { return n == 1; })),
        rc::gen::set(&DrawnLever::knots, rc::gen::nonEmpty(up_to(most_knots, knot()))));
}

}  // namespace granary::laws

namespace rc {

template <>
struct Arbitrary<granary::laws::DrawnScenario> {
    using Drawn = granary::laws::DrawnScenario;

    static Gen<Drawn> arbitrary() {
        using namespace granary::laws;
        constexpr int latest_start = 60, most_months = 72, most_levers = 24, days = 28;
        const auto from_1 = [](int most) {
            return gen::map(below(most), [](int n) { return n + 1; });
        };
        const auto start = gen::build<DrawnDate>(gen::set(&DrawnDate::month, below(latest_start)),
                                                 gen::set(&DrawnDate::day, below(days)));
        return gen::build<Drawn>(
            gen::set(&Drawn::start, start), gen::set(&Drawn::months, from_1(most_months)),
            gen::set(&Drawn::last_day, below(days)),
            gen::set(&Drawn::levels,
                     gen::cast<std::size_t>(from_1(granary::Scenario::most_levels))),
            gen::set(&Drawn::shares, gen::nonEmpty(up_to(3, from_1(4)))),
            gen::set(&Drawn::constants, constants()),
            gen::set(&Drawn::levers, up_to(most_levers, drawn_lever())),
            gen::set(&Drawn::observe, up_to(2, date())));
    }
};

}  // namespace rc
