#pragma once
/// Dimensions of the model: grain (Mt of original grain), people (million), time (years).
/// Adding people to tonnes, or passing a reported harvest for an actual one, does not compile.
/// Numbers per head (kg of trade grain a year, kcal a day) are plain, with the unit in the name.

#include <string_view>
#include <type_traits>

#include "granary/foundation/real.hpp"

namespace granary {

/// Exponents of million tonnes, million people and years.
template <int Grain, int People, int Years>
struct Dimension {
    static constexpr int grain = Grain, people = People, years = Years;
};

namespace unit {
using number = Dimension<0, 0, 0>;
using mt = Dimension<1, 0, 0>;
using mt_per_year = Dimension<1, 0, -1>;
using mt_per_year2 = Dimension<1, 0, -2>;
using million = Dimension<0, 1, 0>;
using million_per_year = Dimension<0, 1, -1>;
using years = Dimension<0, 0, 1>;
using per_year = Dimension<0, 0, -1>;
using per_million = Dimension<0, -1, 0>;
using mt_per_million_year = Dimension<1, -1, -1>;
}  // namespace unit

/// The dimension of a product.
template <class A, class B>
using product_t = Dimension<A::grain + B::grain, A::people + B::people, A::years + B::years>;
/// The dimension of a ratio.
template <class A, class B>
using ratio_t = Dimension<A::grain - B::grain, A::people - B::people, A::years - B::years>;

/// A value with its dimension. Without one it is the plain number: see `quantity`.
template <Real T, class D>
class Quantity {
  public:
    Quantity() = default;
    explicit constexpr Quantity(const T& value) : value_(value) {}
    /// The bare number, in Mt, million and years.
    const T& value() const { return value_; }

    friend Quantity operator+(const Quantity& a, const Quantity& b) { return sum(a, b); }
    friend Quantity operator-(const Quantity& a, const Quantity& b) {
        return Quantity(a.value_ - b.value_);
    }
    friend Quantity operator-(const Quantity& a) { return Quantity(-a.value_); }
    friend Quantity operator*(const T& a, const Quantity& b) { return Quantity(a * b.value_); }
    friend Quantity operator*(const Quantity& a, const T& b) { return Quantity(a.value_ * b); }
    friend Quantity operator/(const Quantity& a, const T& b) { return Quantity(a.value_ / b); }
    friend Quantity<T, ratio_t<unit::number, D>> operator/(const T& a, const Quantity& b) {
        return Quantity<T, ratio_t<unit::number, D>>(a / b.value_);
    }
    /// Adds a quantity of the same dimension.
    Quantity& operator+=(const Quantity& other) {
        value_ += other.value_;
        return *this;
    }
    friend auto operator<(const Quantity& a, const Quantity& b) { return a.value_ < b.value_; }
    friend auto operator>(const Quantity& a, const Quantity& b) { return a.value_ > b.value_; }

  private:
    static Quantity sum(const Quantity& a, const Quantity& b) {
        return Quantity(a.value_ + b.value_);
    }
    T value_{};
};

/// Quantity<T, D>, or T itself where the dimensions cancel.
template <Real T, class D>
using quantity = std::conditional_t<std::is_same_v<D, unit::number>, T, Quantity<T, D>>;

/// Product of two quantities; a plain number where the dimensions cancel.
template <Real T, class A, class B>
quantity<T, product_t<A, B>> operator*(const Quantity<T, A>& a, const Quantity<T, B>& b) {
    return quantity<T, product_t<A, B>>(a.value() * b.value());
}
/// Ratio of two quantities; a plain number where they are of one dimension.
template <Real T, class A, class B>
quantity<T, ratio_t<A, B>> operator/(const Quantity<T, A>& a, const Quantity<T, B>& b) {
    return quantity<T, ratio_t<A, B>>(a.value() / b.value());
}

/// The bare number of a quantity or of a plain number.
template <Real T>
const T& bare(const T& number) {
    return number;
}
/// The number of a quantity, in Mt, million and years.
template <Real T, class D>
const T& bare(const Quantity<T, D>& q) {
    return q.value();
}

/// Mt of original grain.
template <Real T>
using Grain = Quantity<T, unit::mt>;
/// Mt of original grain a year.
template <Real T>
using GrainRate = Quantity<T, unit::mt_per_year>;
/// Million people.
template <Real T>
using People = Quantity<T, unit::million>;
/// Million people a year.
template <Real T>
using PeopleRate = Quantity<T, unit::million_per_year>;
/// Mt of original grain a year for each million people.
template <Real T>
using GrainPerHead = Quantity<T, unit::mt_per_million_year>;
/// A time in years.
template <Real T>
using Years = Quantity<T, unit::years>;
/// A rate, 1/yr.
template <Real T>
using PerYear = Quantity<T, unit::per_year>;

/// What the fields gave (Mt a year, or the Mt of one year).
template <Real T>
struct ActualOutput {
    explicit ActualOutput(const GrainRate<T>& harvested = {}) : rate(harvested) {}
    GrainRate<T> rate;
};

/// What was claimed that they gave. No conversion leads here but `reported`.
template <Real T>
struct ReportedOutput {
    explicit ReportedOutput(const GrainRate<T>& claimed = {}) : rate(claimed) {}
    GrainRate<T> rate;
};

/// The only bridge from harvest to claim: R = Y e^I, with I the exaggeration passed on by the
/// last level of the hierarchy (log ratio).
template <Real T>
ReportedOutput<T> reported(const ActualOutput<T>& output, const T& exaggeration) {
    return ReportedOutput<T>(exp(exaggeration) * output.rate);
}

/// Kilograms of trade grain a head and year as original grain: 1 million people at 1 kg eat
/// 1/(1000 kappa) Mt a year; `grain_to_trade` is kappa.
template <Real T>
GrainPerHead<T> grain_per_head(const T& ration_kg, const T& grain_to_trade) {
    return GrainPerHead<T>(ration_kg / (1e3 * grain_to_trade));
}

/// The converse for a flow of grain and the person-years that shared it: kg of trade grain a head
/// and year. Grain in Mt, person-years in million years.
template <Real T>
T ration_kg(const T& grain_mt, const T& person_years_million, const T& grain_to_trade) {
    return 1e3 * grain_to_trade * grain_mt / person_years_million;
}

/// The dimension that a unit text of a descriptor table stands for; (0, 0, 0) for all others.
constexpr bool same_dimension(std::string_view unit_text, int grain, int people, int years) {
    struct Row {
        std::string_view text;
        int grain, people, years;
    };
    constexpr Row rows[] = {{"Mt", 1, 0, 0},      {"Mt/yr", 1, 0, -1},      {"Mt/yr2", 1, 0, -2},
                            {"million", 0, 1, 0}, {"million/yr", 0, 1, -1}, {"yr", 0, 0, 1},
                            {"1/yr", 0, 0, -1}};
    for (const auto& row : rows)
        if (row.text == unit_text)
            return row.grain == grain && row.people == people && row.years == years;
    return grain == 0 && people == 0 && years == 0;
}

}  // namespace granary
