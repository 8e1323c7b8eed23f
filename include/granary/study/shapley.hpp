#pragma once
/// Sharing out what a set of players brings about (Shapley 1953), exactly, from the value of every
/// subset.

#include <cstddef>
#include <span>
#include <vector>

#include "granary/foundation/api.hpp"

namespace granary {

/// Each player's Shapley value: the mean, over all orders in which the players may join, of what
/// the player adds on joining. `values[mask]` is the worth of the players whose bits are set;
/// its size is 2^n. The values sum to values.back() - values.front().
GRANARY_API std::vector<double> shapley_values(std::span<const double> values);

/// The Shapley interaction index of each pair (Grabisch & Roubens 1999), row i and column j of an n
/// by n matrix: the mean over the other players of how much more i adds where j is present. 0 where
/// two players do not touch each other; the diagonal is 0.
GRANARY_API std::vector<double> shapley_interactions(std::span<const double> values);

}  // namespace granary
