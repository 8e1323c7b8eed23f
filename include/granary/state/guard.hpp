#pragma once
/// Watches every step: stocks stay finite and never fall below zero. Nothing is clamped.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/error.hpp"
#include "granary/foundation/real.hpp"
#include "granary/state/flows.hpp"
#include "granary/state/forcing.hpp"
#include "granary/state/layout.hpp"

namespace granary {

/// An observer of one piece's steps. Layout and piece must outlive it.
template <Real T>
class Guard {
  public:
    /// What rounding may leave of an emptied store, in Mt, million or index points.
    static constexpr double least = -1e-9;

    Guard(const Layout& layout, const Piece& piece) : layout_(layout), piece_(piece) {}

    /// Throws IntegrationError naming time, room, stock and a step to use.
    void operator()(const std::vector<T>& x, double years) const {
        for (std::size_t i = 0; i < NationStock::table.size(); ++i)
            if (!sound(x[i])) fail(NationStock::table[i].name, years);
        for (std::size_t r = 0; r < layout_.regions; ++r)
            for (std::size_t i = 0; i < RegionStock::table.size(); ++i)
                if (!sound(x[layout_.region(r) + i])) fail(RegionStock::table[i].name, years);
    }

  private:
    /// Finite and not negative; false for NaN.
    static bool sound(const T& stock) {
        return all(stock > T(least)) && all(stock - stock < T(1.0));
    }

    /// The room that last declares a flow out of the stock, or else into it.
    static std::string_view room_of(std::string_view stock) {
        std::string_view room;
        for (const auto& row : RegionFlow::table)
            if (row.from == stock || (room.empty() && row.to == stock)) room = row.room;
        return room;
    }

    [[noreturn]] void fail(std::string_view stock, double years) const {
        const Instant at = piece_.at(years / piece_.years());
        throw IntegrationError("on " + date_text(at) + " " + std::string(stock) +
                               " left its range, negative or not finite (room " +
                               std::string(room_of(stock)) + "): a step of " +
                               std::to_string(piece_.step_years()) +
                               " years is too long for a rate; try largest_step_years = " +
                               std::to_string(0.5 * piece_.step_years()));
    }

    const Layout& layout_;
    const Piece& piece_;
};

}  // namespace granary
