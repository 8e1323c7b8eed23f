#pragma once
/// Watches every step: stocks stay finite and never fall below zero. Nothing is clamped.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/error.hpp"
#include "granary/foundation/real.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/scenario/validate.hpp"
#include "granary/state/flows.hpp"
#include "granary/state/forcing.hpp"
#include "granary/state/layout.hpp"

namespace granary {

/// What a guard does about a stock out of its range: it ends the run, of all members in a pack.
struct EndTheRun {
    /// Whether the run may go on without a closer look.
    template <class Mask>
    bool accepts(const Mask& sound) const {
        return all(sound);
    }
    /// Throws IntegrationError with `cause()` unless all is sound.
    template <class Mask, class Cause>
    void judge(const Mask& sound, Cause cause) const {
        if (!all(sound)) throw IntegrationError(cause());
    }
};

/// An observer of one piece's steps. All that it is made of must outlive it.
template <Real T, class Judge = const EndTheRun>
class Guard {
  public:
    /// What rounding may leave of an emptied store, in Mt, million or index points.
    static constexpr double least = -1e-9;

    Guard(const Scenario& scenario, const Constants<T>& constants, const Layout& layout,
          const Piece& piece, Judge& judge)
        : scenario_(scenario),
          constants_(constants),
          layout_(layout),
          piece_(piece),
          judge_(judge) {}

    /// Where a stock is out of its range the cause names time, room, stock, the values of the run
    /// that are out of theirs, and a step to use.
    void operator()(const std::vector<T>& x, double years) const {
        if (sound(x)) return;
        each_stock([&](std::size_t i, std::string_view stock) {
            const auto cause = [&] { return cause_of(stock, years); };
            judge_.judge(x[i] > T(least), cause);
            judge_.judge(x[i] - x[i] < T(1.0), cause);
        });
    }

  private:
    /// One look at all stocks: the lowest, and the sum of x - x, which is 0 unless one is not
    /// finite.
    bool sound(const std::vector<T>& x) const {
        T lowest(0.0), infinite(0.0);
        each_stock([&](std::size_t i, std::string_view) {
            lowest = select(x[i] < lowest, x[i], lowest);
            infinite += x[i] - x[i];
        });
        return judge_.accepts(lowest > T(least)) && judge_.accepts(infinite < T(1.0));
    }

    template <class Visit>
    void each_stock(Visit visit) const {
        for (std::size_t i = 0; i < NationStock::table.size(); ++i)
            visit(i, NationStock::table[i].name);
        for (std::size_t r = 0; r < layout_.regions; ++r)
            for (std::size_t i = 0; i < RegionStock::table.size(); ++i)
                visit(layout_.region(r) + i, RegionStock::table[i].name);
    }

    /// The room that last declares a flow out of the stock, or else into it.
    static std::string_view room_of(std::string_view stock) {
        std::string_view room;
        for (const auto& row : RegionFlow::table)
            if (row.from == stock || (room.empty() && row.to == stock)) room = row.room;
        return room;
    }

    std::string cause_of(std::string_view stock, double years) const {
        const Instant at = piece_.at(years / piece_.years());
        return "on " + date_text(at) + " " + std::string(stock) +
               " left its range, negative or not finite (room " + std::string(room_of(stock)) +
               "): " + reason();
    }

    /// What is known to be wrong with the run's values goes first. Those of a member in lanes are
    /// not known here.
    std::string reason() const {
        Scenario as_run = scenario_;
        as_run.constants = numbers_of(constants_, scenario_);
        std::string known;
        for (const auto& problem : validate(as_run)) known += problem.message + "; or ";
        return known + "a step of " + std::to_string(piece_.step_years()) +
               " years is too long for a rate; try largest_step_years = " +
               std::to_string(0.5 * piece_.step_years());
    }

    const Scenario& scenario_;
    const Constants<T>& constants_;
    const Layout& layout_;
    const Piece& piece_;
    Judge& judge_;
};

}  // namespace granary
