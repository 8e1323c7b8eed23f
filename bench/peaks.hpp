#pragma once
/// What the processor can do at most in the widest registers of the level compiled for.

#include <cstddef>
#include <functional>

namespace granary::bench {

/// A loop of nothing but operations of one kind, and how many each call does.
struct Peak {
    std::function<void()> once;
    double operations;
};

/// Multiplications, each with an addition in one instruction where the level has one for both:
/// compiled with contraction on, unlike everything else here. A pair counts as two operations.
Peak multiply_adds();
/// Multiplications and additions, each an instruction of its own as in a run.
Peak sums_and_products();
/// Divisions.
Peak quotients();
/// Square roots.
Peak roots();
/// a + h b into a third array, as a step does with the state, over so many doubles; each is one
/// operation, of two loads and a store.
Peak state_updates(std::size_t doubles);

}  // namespace granary::bench
