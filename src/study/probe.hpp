#pragma once
/// A search's probe at one value: how far each year is from the condition's threshold, and how fast
/// that changes.

#include <vector>

#include "granary/study/search.hpp"

namespace granary {

struct Probe {
    double value = 0, figure = 0;
    /// Of each whole year's ration, or of the deaths: positive on the right side. The condition
    /// holds where all are.
    std::vector<double> margins;
    std::vector<double> slopes;  ///< of the margins

    bool holds() const;
};

/// Makes probes; safe to use from several threads.
class Prober {
  public:
    explicit Prober(const SearchPlan& plan);

    /// Whether probes come with exact slopes.
    bool exact() const { return plan_.variation.of == Variation::Of::parameter; }
    Probe probe(double value) const;

  private:
    Probe plain(double value) const;
    Probe with_slopes(double value) const;

    const SearchPlan& plan_;
    std::vector<int> years_;
};

/// Slopes from the two neighbours, for probes without exact ones.
void set_slopes(const Probe& before, Probe& probe, const Probe& after);

/// Whether the condition may change sides and back between two probes on one side, judged by the
/// tangents at both: those of a margin that turns within meet beyond the threshold.
bool may_hide(const Probe& a, const Probe& b);

}  // namespace granary
