#pragma once
/// A pack of W doubles, one for each of W members that run side by side in the lanes of SIMD
/// registers. Eager value type; each lane has the bits that a double would have. Only the payload
/// of a NaN may differ.

#include <array>
#include <cstddef>
#include <cstdint>

#include "granary/foundation/checked.hpp"
#include "granary/foundation/real.hpp"
#include "granary/foundation/registers.hpp"

namespace granary {

namespace detail {
/// Registers as nested members: compilers keep members apart, but not the elements of an array, in
/// registers.
template <class Element, std::size_t Width, std::size_t Count>
struct Blocks {
    using Register = typename Vector<Element, Width>::type;
    using Rest = Blocks<Element, Width, Count - 1>;
    Register first;
    [[no_unique_address]] Rest rest;

    Blocks(const Register& head, const Rest& tail) : first(head), rest(tail) {}
    // Written out because g++ 12 copies a defaulted one through memory in halves of a register.
    Blocks(const Blocks& other) : first(other.first), rest(other.rest) {}
    Blocks& operator=(const Blocks& other) {  // NOLINT(modernize-use-equals-default)
        first = other.first;
        rest = other.rest;
        return *this;
    }
    ~Blocks() = default;

    /// What `operation` makes of the registers of the operands, one by one.
    template <class Operation, class... Operand>
    static Blocks each(Operation operation, const Operand&... operand) {
        return {operation(operand.first...), Rest::each(operation, operand.rest...)};
    }
    /// The same element in every lane.
    static Blocks filled(Element value) { return {value - Register{}, Rest::filled(value)}; }
    /// `operation` over all registers, from the first on.
    template <class Operation>
    Register folded(Operation operation, const Register& start) const {
        return rest.folded(operation, operation(start, first));
    }

    Element get(std::size_t i) const { return i < Width ? first[i] : rest.get(i - Width); }
    void set(std::size_t i, Element value) {
        if (i < Width)
            first[i] = value;
        else
            rest.set(i - Width, value);
    }
};
/// The end of the nesting.
template <class Element, std::size_t Width>
struct Blocks<Element, Width, 0> {
    template <class Operation, class... Operand>
    static Blocks each(Operation, const Operand&...) {
        return {};
    }
    static Blocks filled(Element) { return {}; }
    template <class Operation, class Register>
    Register folded(Operation, const Register& start) const {
        return start;
    }
    Element get(std::size_t) const { return {}; }
    void set(std::size_t, Element) {}
};

/// How many lanes of a pack of W share a register.
template <std::size_t W>
inline constexpr std::size_t lane_width = W < native_doubles ? W : native_doubles;

template <class Element, std::size_t W>
using LaneBlocks = Blocks<Element, lane_width<W>, W / lane_width<W>>;
}  // namespace detail

/// A comparison of packs, lane by lane; not a bool, so that a room cannot branch on it.
template <std::size_t W>
class LaneMask {
  public:
    /// All bits of a lane set where it holds.
    using Words = detail::LaneBlocks<std::int64_t, W>;

    /// It holds in no lane.
    LaneMask() : words_(Words::filled(0)) {}
    explicit LaneMask(const Words& words) : words_(words) {}
    operator bool() const = delete;

    /// Whether it holds in lane i, 0 to W - 1. Throws NotFound.
    bool lane(std::size_t i) const { return words_.get(checked("lane", i, W)) != 0; }
    /// All lanes.
    const Words& words() const { return words_; }

    friend LaneMask operator&(const LaneMask& a, const LaneMask& b) {
        return LaneMask(Words::each([](auto x, auto y) { return x & y; }, a.words_, b.words_));
    }
    friend LaneMask operator|(const LaneMask& a, const LaneMask& b) {
        return LaneMask(Words::each([](auto x, auto y) { return x | y; }, a.words_, b.words_));
    }
    friend LaneMask operator!(const LaneMask& a) {
        return LaneMask(Words::each([](auto x) { return ~x; }, a.words_));
    }
    friend bool any(const LaneMask& mask) {
        using Register = typename Words::Register;
        const Register either =
            mask.words_.folded([](auto x, auto y) { return x | y; }, Register{});
        std::int64_t found = 0;
        for (std::size_t i = 0; i < detail::lane_width<W>; ++i) found |= either[i];
        return found != 0;
    }
    friend bool all(const LaneMask& mask) { return !any(!mask); }

  private:
    Words words_;
};

/// W doubles; a Real. Implicit from a double, which then stands in every lane.
template <std::size_t W>
class Lanes {
  public:
    static_assert(W > 0 && (W & (W - 1)) == 0, "a pack has 1, 2, 4, 8, 16, ... lanes");
    /// How many members run side by side.
    static constexpr std::size_t width = W;

    Lanes() : Lanes(0.0) {}
    // NOLINTNEXTLINE(google-explicit-constructor): a Real is made of a double without asking.
    Lanes(double value) : values_(Values::filled(value)) {}
    explicit Lanes(const std::array<double, W>& values) : Lanes() {
        for (std::size_t i = 0; i < W; ++i) set(i, values[i]);
    }

    /// The value of lane i, 0 to W - 1. Throws NotFound.
    double lane(std::size_t i) const { return values_.get(checked("lane", i, W)); }
    /// Makes `value` that of lane i, 0 to W - 1. Throws NotFound.
    void set(std::size_t i, double value) { values_.set(checked("lane", i, W), value); }

    friend Lanes operator+(const Lanes& a, const Lanes& b) {
        return each([](auto x, auto y) { return x + y; }, a, b);
    }
    friend Lanes operator-(const Lanes& a, const Lanes& b) {
        return each([](auto x, auto y) { return x - y; }, a, b);
    }
    friend Lanes operator*(const Lanes& a, const Lanes& b) {
        return each([](auto x, auto y) { return x * y; }, a, b);
    }
    friend Lanes operator/(const Lanes& a, const Lanes& b) {
        return each([](auto x, auto y) { return x / y; }, a, b);
    }
    friend Lanes operator-(const Lanes& a) {
        return each([](auto x) { return -x; }, a);
    }
    /// Adds lane by lane.
    Lanes& operator+=(const Lanes& other) { return *this = *this + other; }
    /// Takes away lane by lane.
    Lanes& operator-=(const Lanes& other) { return *this = *this - other; }

    friend LaneMask<W> operator<(const Lanes& a, const Lanes& b) {
        return compared([](auto x, auto y) { return x < y; }, a, b);
    }
    friend LaneMask<W> operator>(const Lanes& a, const Lanes& b) {
        return compared([](auto x, auto y) { return x > y; }, a, b);
    }
    friend LaneMask<W> operator<=(const Lanes& a, const Lanes& b) {
        return compared([](auto x, auto y) { return x <= y; }, a, b);
    }
    friend Lanes select(const LaneMask<W>& mask, const Lanes& yes, const Lanes& no) {
        return Lanes(Values::each([](auto m, auto x, auto y) { return m ? x : y; }, mask.words(),
                                  yes.values_, no.values_));
    }

    friend Lanes abs(const Lanes& x) {
        return each([](Register v) { return bits::abs<Word>(v); }, x);
    }
    friend Lanes sqrt(const Lanes& x) {
        return each([](Register v) { return detail::square_roots(v); }, x);
    }
    friend Lanes power_of_two(const Lanes& k) {
        return each([](Register v) { return bits::power_of_two<Word>(v); }, k);
    }
    friend Split<Lanes> split_exponent(const Lanes& x) {
        return {each([](Register v) { return bits::split_exponent<Word>(v).mantissa; }, x),
                each([](Register v) { return bits::split_exponent<Word>(v).exponent; }, x)};
    }

    [[gnu::flatten, gnu::noinline]] friend Lanes exp(const Lanes& x) { return recipe::exp(x); }
    [[gnu::flatten, gnu::noinline]] friend Lanes log(const Lanes& x) { return recipe::log(x); }
    [[gnu::flatten, gnu::noinline]] friend Lanes pow(const Lanes& x, const Lanes& y) {
        const auto fourth = recipe::is_fourth_power(x, y);
        if (all(fourth)) return recipe::fourth_power(x);
        const Lanes power = recipe::pow(x, y);
        return any(fourth) ? select(fourth, recipe::fourth_power(x), power) : power;
    }
    [[gnu::flatten, gnu::noinline]] friend Lanes erfc(const Lanes& x) { return recipe::erfc(x); }
    [[gnu::flatten, gnu::noinline]] friend Lanes cos_turns(const Lanes& x) {
        return recipe::cos_turns(x);
    }

  private:
    using Values = detail::LaneBlocks<double, W>;
    using Register = typename Values::Register;
    using Word = typename detail::Vector<std::uint64_t, detail::lane_width<W>>::type;

    explicit Lanes(const Values& values) : values_(values) {}

    template <class Operation, class... Operand>
    static Lanes each(Operation operation, const Operand&... operand) {
        return Lanes(Values::each(operation, operand.values_...));
    }
    template <class Operation>
    static LaneMask<W> compared(Operation operation, const Lanes& a, const Lanes& b) {
        return LaneMask<W>(LaneMask<W>::Words::each(operation, a.values_, b.values_));
    }

    Values values_;
};

static_assert(Real<Lanes<1>> && Real<Lanes<16>>);

}  // namespace granary
