#pragma once
/// The seasonal kernel: how a yearly amount is spread over the year.

#include "granary/foundation/real.hpp"

namespace granary {

/// V(s; m, k) proportional to exp(k (cos 2pi(s - m) - 1)), scaled so that its mean over 32 equally
/// spaced points is 1: smooth, periodic in the season s, largest at the peak m, sharper with k.
template <Real T>
class SeasonKernel {
  public:
    SeasonKernel() = default;
    SeasonKernel(const T& peak, const T& sharpness) : peak_(peak), sharpness_(sharpness) {
        constexpr int points = 32;
        T sum(0.0);
        for (int i = 0; i < points; ++i) sum += shape(static_cast<double>(i) / points);
        scale_ = static_cast<double>(points) / sum;
    }

    /// The kernel at a season, of any year: the season may be outside 0 to 1.
    T operator()(double season) const { return scale_ * shape(season); }

  private:
    T shape(double season) const { return exp(sharpness_ * (cos_turns(season - peak_) - 1.0)); }
    T peak_{}, sharpness_{}, scale_{};
};

}  // namespace granary
