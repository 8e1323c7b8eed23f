#include "granary/state/terms.hpp"

#include <gtest/gtest.h>

#include <string>

#include "granary/granary.hpp"
#include "granary/simulate.hpp"
#include "unit/rooms/bench.hpp"

namespace granary {
namespace {

using bench::Bench;

/// What terms are made of, and how often they were.
struct View {
    mutable int asked = 0;
    std::string text = "a";
};
struct Once {
    explicit Once(const View& view) : text(view.text) { ++view.asked; }
    std::string text;
};
struct Other : Once {
    using Once::Once;
};

TEST(TermShelf, WorksTermsOutOnceForEachRow) {
    TermShelf shelf;
    View view;
    EXPECT_EQ(shelf.terms<Once>(view, 7).text, "a");
    view.text = "b";
    EXPECT_EQ(shelf.terms<Once>(view, 7).text, "a");
    EXPECT_EQ(view.asked, 1);
    EXPECT_EQ(shelf.terms<Once>(view, 8).text, "b");
    EXPECT_EQ(view.asked, 2);
}

TEST(TermShelf, KeepsTheTermsOfEachTypeApart) {
    TermShelf shelf;
    const View a{0, "a"}, b{0, "b"};
    EXPECT_EQ(shelf.terms<Once>(a, 7).text, "a");
    EXPECT_EQ(shelf.terms<Other>(b, 7).text, "b");
    EXPECT_EQ(shelf.terms<Once>(b, 7).text, "a");
}

TEST(TermShelf, KeepsNothingOfARowWithoutANumber) {
    TermShelf shelf;
    const View view;
    for (int i = 1; i <= 3; ++i) {
        (void)shelf.terms<Once>(view, row::unnumbered);
        EXPECT_EQ(view.asked, i);
    }
}

TEST(TermShelf, OfARegionIsItsOwn) {
    TermShelf shelves[2];
    const View a{0, "a"}, b{0, "b"};
    EXPECT_EQ(shelves[0].terms<Once>(a, 7).text, "a");
    EXPECT_EQ(shelves[1].terms<Once>(b, 7).text, "b");
}

/// Counts how often its terms are made, in runs of this program. One that is replaced asks for
/// none.
int made_of_constants, made_of_levers;

template <Real T>
struct OfConstants {
    T rate;
    explicit OfConstants(const Always<T>& always)
        : rate(1.0 / always[parameter::memory_years].value()) {
        ++made_of_constants;
    }
};

template <Real T>
struct OfLevers {
    T share;
    explicit OfLevers(const Now<T>& now)
        : share(now[lever::quota_rate] * terms<OfConstants>(now).rate) {
        ++made_of_levers;
    }
};

template <Real T>
void levy(const Here<T>& here, const T& share, RegionFlows<T>& flows) {
    const GrainRate<T> taken(share * here[stock::village_grain].value());
    flows.set(flow::procurement, taken);
    flows.set(flow::procurement_memory_change,
              (taken - here[stock::procurement_memory]) / here[parameter::memory_years]);
}

struct Levy : Rooms {
    template <Real T>
    static void procurement(const Here<T>& here, RegionFlows<T>& flows) {
        levy(here, terms<OfLevers>(here).share, flows);
    }
};

struct LevyAnew : Rooms {
    template <Real T>
    static void procurement(const Here<T>& here, RegionFlows<T>& flows) {
        levy(here, OfLevers<T>(here).share, flows);
    }
};

/// Two regions of their own levers, in steps that cut months and in jumps.
Scenario of_two_regions() {
    Scenario scenario;
    scenario.end = month_start(1958, 3);
    scenario.regions = {{"A", 0.5, {}}, {"B", 0.5, {}}};
    scenario.regions[1].levers[lever::quota_rate.index] = Schedule(Height::number(0.2));
    return scenario.with(
        lever::quota_rate,
        Schedule::steps(
            {{month_start(1957, 1), Height::number(0.1), {}},
             {instant_of(1957, 5, 11), Height::number(0.3), {}},
             {month_start(1957, 9), Height::named(parameter::quota_rate_level.index), {}}}));
}

TEST(Terms, ChangeNoBitOfARunThatWorksThemOutAnew) {
    const auto scenario = of_two_regions();
    EXPECT_EQ(simulate<Levy>(scenario).states(), simulate<LevyAnew>(scenario).states());
}

TEST(Terms, OfConstantsAreWorkedOutOnceARunAndRegion) {
    made_of_constants = 0;
    (void)simulate<Levy>(of_two_regions());
    EXPECT_EQ(made_of_constants, 2);
}

TEST(Terms, OfLeversAreWorkedOutOnceAHalfStepAndRegion) {
    const auto scenario = of_two_regions();
    std::size_t rows = 0;
    for (const auto& piece : pieces(scenario)) rows += 2 * piece.steps + 1;
    made_of_levers = 0;
    (void)simulate<Levy>(scenario);
    EXPECT_EQ(made_of_levers, 2 * rows);
}

/// A frame at values of one's own has no row: what is changed in between is seen.
TEST(Terms, OfAMomentFollowItsLevers) {
    Bench bench;
    auto scratch = bench.assembly();
    std::vector<double> rates(bench.state().size());
    const auto share = [&] {
        const Frame<double> frame(scratch, bench.state(), rates, bench.forcing());
        return terms<OfLevers>(frame.sites[0].here).share;
    };
    const double before = share();
    bench.set(lever::quota_rate, 2 * bench[lever::quota_rate]);
    EXPECT_DOUBLE_EQ(share(), 2 * before);
}

}  // namespace
}  // namespace granary
