#pragma once
/// What a program of one's own would do: the rooms over plain doubles with the C library's
/// functions, stepped by a loop written out. Its last bits are not those of a run.

#include <cmath>
#include <numbers>
#include <vector>

#include "granary/model.hpp"
#include "granary/scenario/runnable.hpp"

namespace granary::bench {

/// A double whose functions are those of the C library.
struct Plain {
    double value = 0;

    Plain() = default;
    Plain(double v) : value(v) {}

    friend Plain operator+(Plain a, Plain b) { return a.value + b.value; }
    friend Plain operator-(Plain a, Plain b) { return a.value - b.value; }
    friend Plain operator*(Plain a, Plain b) { return a.value * b.value; }
    friend Plain operator/(Plain a, Plain b) { return a.value / b.value; }
    friend Plain operator-(Plain a) { return -a.value; }
    void operator+=(Plain other) { value += other.value; }
    void operator-=(Plain other) { value -= other.value; }

    friend Plain exp(Plain x) { return std::exp(x.value); }
    friend Plain log(Plain x) { return std::log(x.value); }
    friend Plain sqrt(Plain x) { return std::sqrt(x.value); }
    friend Plain pow(Plain x, Plain y) { return std::pow(x.value, y.value); }
    friend Plain erfc(Plain x) { return std::erfc(x.value); }
    friend Plain cos_turns(Plain x) { return std::cos(2 * std::numbers::pi * x.value); }

    friend bool operator<(Plain a, Plain b) { return a.value < b.value; }
    friend bool operator>(Plain a, Plain b) { return a.value > b.value; }
    friend Plain select(bool mask, Plain yes, Plain no) { return mask ? yes : no; }
};

/// The classic Runge-Kutta step of order 4, once for each step of a run; the last state.
inline std::vector<Plain> run_by_hand(const Scenario& scenario) {
    Constants<Plain> constants;
    for (std::size_t i = 0; i < constants.values.size(); ++i)
        constants.values[i] = scenario.constants.values[i];
    Model<Plain, Rooms> model(scenario, constants, Courses<Plain>(scenario, constants));
    auto x = model.initial_state();
    const std::size_t size = x.size();
    std::vector<Plain> k1(size), k2(size), k3(size), k4(size), there(size);
    for (const auto& piece : pieces(scenario)) {
        model.enter(piece);
        const double h = piece.step_years();
        for (std::size_t step = 0; step < piece.steps; ++step) {
            const double t = static_cast<double>(step) * h;
            const auto look = [&](const std::vector<Plain>& k, double ahead, auto& rates) {
                for (std::size_t i = 0; i < size; ++i) there[i] = x[i] + ahead * k[i];
                model(there, rates, t + ahead);
            };
            model(x, k1, t);
            look(k1, h / 2, k2);
            look(k2, h / 2, k3);
            look(k3, h, k4);
            for (std::size_t i = 0; i < size; ++i)
                x[i] += h / 6 * (k1[i] + 2.0 * k2[i] + 2.0 * k3[i] + k4[i]);
        }
    }
    return x;
}

}  // namespace granary::bench
