#pragma once
/// A search's look at one value: how far each year is from the condition's threshold, and how fast
/// that changes.

#include <vector>

#include "granary/study/search.hpp"

namespace granary {

struct Look {
    double value = 0, figure = 0;
    /// Of each whole year's ration, or of the deaths: positive on the right side. The condition
    /// holds where all are.
    std::vector<double> margins;
    std::vector<double> slopes;  ///< of the margins

    bool holds() const;
};

/// Makes looks; safe to use from several threads.
class Looker {
  public:
    explicit Looker(const SearchPlan& plan);

    /// Whether looks come with exact slopes.
    bool exact() const { return plan_.variation.of == Variation::Of::parameter; }
    Look look(double value) const;

  private:
    Look plain(double value) const;
    Look with_slopes(double value) const;

    const SearchPlan& plan_;
    std::vector<int> years_;
};

/// Slopes from the two neighbours, for looks without exact ones.
void set_slopes(const Look& before, Look& look, const Look& after);

/// Whether the condition may change sides and back between two looks on one side, judged by the
/// tangents at both: those of a margin that turns within meet beyond the threshold.
bool may_hide(const Look& a, const Look& b);

}  // namespace granary
