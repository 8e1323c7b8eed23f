#include "granary/study/shapley.hpp"

#include <bit>
#include <stdexcept>

namespace granary {
namespace {

std::size_t players_of(std::span<const double> values) {
    if (!std::has_single_bit(values.size()))
        throw std::invalid_argument("a value for every subset: 2^n values");
    return static_cast<std::size_t>(std::countr_zero(values.size()));
}

/// k!(n-1-k)!/n! for k = 0 to n-1: the share of the orders of n players in which one given player
/// comes just after k given others.
std::vector<double> weights(std::size_t n) {
    std::vector<double> weights(n);
    double choices = 1;  // n-1 over k, exact in a double
    for (std::size_t k = 0; k < n; ++k) {
        weights[k] = 1.0 / (static_cast<double>(n) * choices);
        choices = choices * static_cast<double>(n - 1 - k) / static_cast<double>(k + 1);
    }
    return weights;
}

std::size_t count(std::size_t mask) {
    return static_cast<std::size_t>(std::popcount(mask));
}

double interaction(std::span<const double> values, std::span<const double> weights, std::size_t i,
                   std::size_t j) {
    double sum = 0;
    for (std::size_t mask = 0; mask < values.size(); ++mask) {
        if ((mask & (i | j)) != 0) continue;
        const double with_j = values[mask | i | j] - values[mask | j];
        sum += weights[count(mask)] * (with_j - (values[mask | i] - values[mask]));
    }
    return sum;
}

}  // namespace

std::vector<double> shapley_values(std::span<const double> values) {
    const std::size_t n = players_of(values);
    const auto weight = weights(n);
    std::vector<double> shares(n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t player = std::size_t{1} << i;
        for (std::size_t mask = 0; mask < values.size(); ++mask)
            if ((mask & player) == 0)
                shares[i] += weight[count(mask)] * (values[mask | player] - values[mask]);
    }
    return shares;
}

std::vector<double> shapley_interactions(std::span<const double> values) {
    const std::size_t n = players_of(values);
    const auto weight = weights(n > 0 ? n - 1 : 0);
    std::vector<double> matrix(n * n, 0.0);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = i + 1; j < n; ++j)
            matrix[i * n + j] = matrix[j * n + i] =
                interaction(values, weight, std::size_t{1} << i, std::size_t{1} << j);
    return matrix;
}

}  // namespace granary
