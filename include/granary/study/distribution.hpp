#pragma once
/// The distribution of one uncertain number, cut off where the model's tables end. Quantiles have
/// the same bits on every machine: they are made of foundation/math.hpp alone.

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "granary/foundation/api.hpp"
#include "granary/study/variation.hpp"

namespace granary {

/// z of the standard normal distribution with P(Z < z) = `probability`, within (0, 1), to 1 part in
/// 10^15: PPND16 of algorithm AS 241 (Wichura, Applied Statistics 37, 1988, 477-484). Infinite at 0
/// and 1.
GRANARY_API double normal_quantile(double probability);

/// The probabilities below a value and above it, each with all its digits where it is small.
struct Tails {
    double below, above;
};

/// A family of distributions: its name in files and the names of the values that make one of it.
struct DistributionKind {
    static constexpr std::size_t most_values = 3;

    std::string_view name;
    std::array<std::string_view, most_values> value_names;  ///< empty past the last
    std::size_t values;
    std::string_view example;  ///< its values as a file has them
};

/// A distribution of one of four kinds, cut off outside a range that is allowed: all probability
/// lies within, and none is heaped up at its ends.
class GRANARY_API Distribution {
  public:
    /// The row of `kinds`.
    enum class Kind { normal, uniform, triangular, lognormal };

    static constexpr std::array kinds = std::to_array<DistributionKind>({
        {"normal", {"mean", "deviation", ""}, 2, "[mean, deviation]"},
        {"uniform", {"low", "high", ""}, 2, "[low, high]"},
        {"triangular", {"low", "mode", "high"}, 3, "[low, mode, high]"},
        {"lognormal", {"median", "log_deviation", ""}, 2, "[median, log_deviation]"},
    });

    /// What keeps these values from being a distribution on `within`, in words; nothing where they
    /// are one. All in the unit of what is distributed, but the deviation of the logarithm is a
    /// plain number.
    static std::optional<std::string> problem(Kind kind, std::span<const double> values,
                                              const ValueRange& within);

    /// Throws Error (usage) where `problem` finds one.
    Distribution(Kind kind, std::span<const double> values, const ValueRange& within);

    /// Normal of this mean and standard deviation (before it is cut off).
    static Distribution normal(double mean, double deviation, const ValueRange& within);
    /// Uniform between two values.
    static Distribution uniform(double low, double high, const ValueRange& within);
    /// Triangular between two values, densest at `mode`.
    static Distribution triangular(double low, double mode, double high, const ValueRange& within);
    /// The exponential of a normal: half lies below `median`; `log_deviation` is the standard
    /// deviation of the natural logarithm.
    static Distribution lognormal(double median, double log_deviation, const ValueRange& within);

    /// The value below which the share `u` lies, 0 < u < 1; within `range()`, rising with u.
    double quantile(double u) const;

    /// The kind of distribution.
    Kind kind() const { return kind_; }
    /// Its values, as many as `kinds` says of the kind.
    std::span<const double> values() const { return {values_.data(), row().values}; }
    /// From where to where it reaches, after it is cut off.
    const ValueRange& range() const { return range_; }
    /// "normal, mean 0.8, deviation 0.325, from 0.2 to 1.5"; of what nothing is cut off, without
    /// the range.
    std::string text() const;

  private:
    const DistributionKind& row() const { return kinds[static_cast<std::size_t>(kind_)]; }

    Kind kind_;
    std::array<double, DistributionKind::most_values> values_{};
    ValueRange range_;
    Tails low_{}, high_{};  ///< at the ends of the range, of the distribution not cut off
};

}  // namespace granary
