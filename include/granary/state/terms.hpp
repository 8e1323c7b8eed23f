#pragma once
/// Terms: what a room works out beforehand, because it does not depend on stocks. A room's terms
/// are a struct beside its equation, made from `Always` or from `Now`; a term that reads a stock
/// does not compile. They are worked out when a room first asks for them, so that those of a room
/// that was replaced never are.

#include <atomic>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace granary {

/// Levers and seasons are numbered row by row, and terms hold while the number stays the same.
namespace row {
/// Holds for no second evaluation.
inline constexpr std::size_t unnumbered = 0;
/// Holds for the whole run.
inline constexpr std::size_t every = static_cast<std::size_t>(-1);
}  // namespace row

/// The terms of one region, or of the centre, by their types.
class TermShelf {
  public:
    /// The terms of this type for row `row`, made of `view` where they are not there yet. Valid
    /// until they are asked for with another row.
    template <class Terms, class View>
    const Terms& terms(const View& view, std::size_t row) {
        const std::size_t place = place_of<Terms>();
        if (place >= places_ || kept_[place].row != row) put(place, row, Terms(view));
        return *static_cast<const Terms*>(kept_[place].terms.get());
    }

  private:
    struct Kept {
        std::size_t row = none;
        std::shared_ptr<void> terms;
    };
    /// No row: what is kept of one without a number is not found again.
    static constexpr std::size_t none = row::every - 1;

    static std::size_t next_place() {
        static std::atomic<std::size_t> next = 0;
        return next++;
    }
    /// The same for all shelves of the program.
    template <class Terms>
    static std::size_t place_of() {
        static const std::size_t place = next_place();
        return place;
    }

    template <class Terms>
    void put(std::size_t place, std::size_t row, Terms terms) {
        if (place >= places_) kept_.resize(places_ = place + 1);
        auto& kept = kept_[place];
        if (kept.terms)
            *static_cast<Terms*>(kept.terms.get()) = std::move(terms);
        else
            kept.terms = std::make_shared<Terms>(std::move(terms));
        kept.row = row == row::unnumbered ? none : row;
    }

    std::size_t places_ = 0;  ///< the size of:
    std::vector<Kept> kept_;
};

}  // namespace granary
