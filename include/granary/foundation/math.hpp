#pragma once
/// exp, log, pow, erfc and cosine with the same bits on every compiler, level and processor.
///
/// The C library's functions differ between processors, so none is called. The recipes below use
/// only + - * / (rounded alike everywhere under IEEE 754), comparisons and `select`, in an order
/// that is written out, so that a pack of SIMD lanes runs the same source and each lane has the
/// bits of a double. The one branch is taken for all lanes, to leave out what the ends of the range
/// need where no lane is near them; it changes no bit. Requires -ffp-contract=off and no
/// -ffast-math.
///
/// Errors are in units in the last place (ulp), the largest found against references in long
/// double; tests/unit/foundation/math_test.cpp measures them again. The coefficients are what
/// tools/polynomials.py prints. See docs/decisions/0002-own-elementary-functions.md.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>

#ifdef __FAST_MATH__
#error "granary needs IEEE arithmetic: compile without -ffast-math"
#endif

namespace granary {

static_assert(std::numeric_limits<double>::is_iec559 && __FLT_EVAL_METHOD__ == 0,
              "granary needs IEEE doubles without excess precision");

/// `a` where the mask holds, else `b`.
inline double select(bool mask, double a, double b) {
    return mask ? a : b;
}

/// The one place where a comparison of Reals becomes a bool: true where it holds in every lane.
inline bool all(bool holds) {
    return holds;
}

/// |x|, exact.
inline double abs(double x) {
    return __builtin_fabs(x);
}

/// Square root, correctly rounded as IEEE 754 asks; NaN below zero.
inline double sqrt(double x) {
    return __builtin_sqrt(x);
}

/// The same bits as a value of another type. std::bit_cast is missing from the library that
/// compilers to WebAssembly bring along.
template <class To, class From>
constexpr To bits_as(const From& from) {
    return __builtin_bit_cast(To, from);
}

/// x = mantissa 2^exponent with sqrt(1/2) <= mantissa < sqrt(2).
template <class F>
struct Split {
    F mantissa, exponent;
};

/// The primitives on bits, for doubles whose bits are a `Word`: one of each, or as many as a
/// register holds.
namespace bits {

/// |x|: all bits but the sign's.
template <class Word, class F>
F abs(F x) {
    return bits_as<F>(bits_as<Word>(x) & (~std::uint64_t{0} >> 1));
}

/// 2^k for an integral -1022 <= k <= 1023: adding 3 2^51 leaves the biased exponent in the lowest
/// bits of the sum, from where it is shifted into place.
template <class Word, class F>
F power_of_two(F k) {
    return bits_as<F>(bits_as<Word>(k + (0x1.8p52 + 1023.0)) << 52);
}

/// Splits a positive normal x. The shift of the bits by 1 - sqrt(1/2) carries into the exponent
/// where the mantissa is sqrt(2) or more; or-ing an integer into 2^52 makes it a double.
template <class Word, class F>
Split<F> split_exponent(F x) {
    constexpr auto one = bits_as<std::uint64_t>(1.0);
    constexpr auto root = bits_as<std::uint64_t>(0x1.6a09e667f3bcdp-1);
    constexpr auto fraction = (std::uint64_t{1} << 52) - 1;
    const Word shifted = bits_as<Word>(x) + (one - root);
    const F biased = bits_as<F>((shifted >> 52) | bits_as<std::uint64_t>(0x1p52));
    return {bits_as<F>((shifted & fraction) + root), biased - (0x1p52 + 1023.0)};
}

}  // namespace bits

/// 2^k for an integral -1022 <= k <= 1023.
inline double power_of_two(double k) {
    return bits::power_of_two<std::uint64_t>(k);
}

/// Splits a positive normal x.
inline Split<double> split_exponent(double x) {
    return bits::split_exponent<std::uint64_t>(x);
}

/// The recipes, for any lane type F that has double's arithmetic, comparisons to a mask, and its
/// own `select`, `abs`, `power_of_two` and `split_exponent`.
namespace recipe {

/// 1/log 2.
inline constexpr double log2_inverse = 1.4426950408889634;
/// The leading bits of log 2, few enough that a whole number times it is exact.
inline constexpr double log2_high = 0.6931471805598903;
/// log 2 less `log2_high`.
inline constexpr double log2_low = 5.497923018708371e-14;

// clang-format off
/// (e^r - 1 - r) / r^2 on |r| <= log(2)/2, in powers of r.
inline constexpr double exp_coefficients[] = {
    0.5, 0.1666666666666667, 0.04166666666666667, 0.008333333333326084, 0.0013888888888883711,
    0.0001984126987500228, 2.480158732567746e-05, 2.755725517000089e-06, 2.755727347871858e-07,
    2.5105312729622103e-08, 2.09147553258932e-09};

/// (log((1 + s)/(1 - s)) - 2s) / s^3 on |s| <= 0.1716, in powers of s^2.
inline constexpr double log_coefficients[] = {
    0.6666666666666666, 0.4000000000000088, 0.28571428570803614, 0.22222222391713917,
    0.18181795640132906, 0.15386239702814658, 0.13268773138656886, 0.13086626147840102};

/// (1 - cos(2 pi w)) / w^2 on |w| <= 1/8, in powers of w^2.
inline constexpr double cos_coefficients[] = {
    19.739208802178716, -64.93939402266824, 85.4568172066438, -60.24464135270201,
    26.426253275854723, -7.903206911569678, 1.6990343940660637};

/// sin(2 pi w) / w on |w| <= 1/8, in powers of w^2.
inline constexpr double sin_coefficients[] = {
    6.283185307179586, -41.341702240399634, 81.60524927594804, -76.70585970427454,
    42.058685020160894, -15.093804209987114, 3.7808689593022957};

/// (1 + a) exp(a^2) erfc(a) on 0 <= a <= 28, in powers of t = a/(a + 2) - 31/64.
inline constexpr double erfc_coefficients[] = {
    0.7743468480614442, -0.5244210182375864, 0.13471367393159167, 0.3654746806565168,
    -0.40168148418973176, -0.04007836022829813, 0.24877861653007252, 0.04044903024555818,
    -0.16958248835939077, -0.08866792768168152, 0.09766479097366922, 0.12974638029605043,
    -0.004431474368081485, -0.12427380971525663, -0.09429282042440276, 0.043210630399529576,
    0.13760149500480715, 0.09023175431633756, -0.05989071099028145, -0.17459870841993064,
    -0.11467740761618694, 0.10737775096775325, 0.22540955185736408, 0.048109182072236543,
    -0.1432020752099585, -0.0836215954797439, 0.007419641042382469};
/// t = 33/64 - 2/(a + 2).
inline constexpr double erfc_centre = 0.515625;
/// What the first of the coefficients lost by rounding.
inline constexpr double erfc_first_low = -3.508453183856757e-17;
// clang-format on

/// c[First] + c[First + 1] x + ... over Count coefficients as a tree, whose halves a processor
/// works out side by side (Estrin 1960); powers[i] is x^(2^i).
template <std::size_t First, std::size_t Count, class F, std::size_t P, std::size_t N>
F tree(const F (&powers)[P], const double (&c)[N]) {
    if constexpr (Count == 1) {
        return F(c[First]);
    } else {
        constexpr std::size_t level = std::bit_width(Count - 1) - 1;
        constexpr std::size_t half = std::size_t{1} << level;
        return tree<First, half>(powers, c) +
               powers[level] * tree<First + half, Count - half>(powers, c);
    }
}

/// c[First] + c[First + 1] x + ...: Steps of Horner's rule last, whose rounding is the least,
/// around a tree of the rest.
template <std::size_t Steps, std::size_t First = 0, class F, std::size_t N>
F polynomial(F x, const double (&c)[N]) {
    if constexpr (First + 1 == N) {
        return F(c[First]);
    } else if constexpr (Steps > 0) {
        return polynomial<Steps - 1, First + 1>(x, c) * x + c[First];
    } else {
        constexpr std::size_t count = N - First, levels = std::bit_width(count - 1);
        F powers[levels] = {x};
        for (std::size_t i = 1; i < levels; ++i) powers[i] = powers[i - 1] * powers[i - 1];
        return tree<First, count>(powers, c);
    }
}

/// The nearest integer, ties to even, for |x| <= 2^51: above 2^52 doubles have no fraction.
template <class F>
F round_to_integer(F x) {
    return (x + 0x1.8p52) - 0x1.8p52;
}

/// x within [low, high]; NaN stays NaN.
template <class F>
F clamp(F x, double low, double high) {
    return select(x > high, F(high), select(x < low, F(low), x));
}

/// The unevaluated sum high + low, which holds twice the digits of F.
template <class F>
struct Parts {
    F high, low;
};

/// a + b without error, for |a| >= |b| or a = 0 (Dekker 1971).
template <class F>
Parts<F> sum_of_ordered(F a, F b) {
    const F sum = a + b;
    return {sum, b - (sum - a)};
}

/// The upper 26 bits of x (Veltkamp), for |x| < 2^996: products of two such halves are exact.
template <class F>
F upper_half(F x) {
    const F scaled = x * 0x1.0000002p27;
    return scaled - (scaled - x);
}

/// x^2: the high part exact, the low part to its own last place.
template <class F>
Parts<F> square(F x) {
    const F upper = upper_half(x);
    return {upper * upper, (x - upper) * (x + upper)};
}

/// a + b, for |a| >= |b| or a = 1: the upper 26 bits, and the rest.
template <class F>
Parts<F> sum_in_halves(F a, F b) {
    const F upper = upper_half(a + b);
    return {upper, (a - upper) + b};
}

/// a / b, for a b that comes in halves: then the upper half of the quotient times that of b is
/// exact, and so is what it leaves of a to divide.
template <class F>
F quotient(Parts<F> a, Parts<F> b) {
    const F inverse = 1.0 / (b.high + b.low);
    const F upper = upper_half(a.high * inverse);
    const F rest = (a.high - upper * b.high) + (a.low - upper * b.low);
    return upper + rest * inverse;
}

/// x 2^k, in two steps so that 2^k itself may overflow or underflow.
template <class F>
F scaled_by_power(F x, F k) {
    const F first = round_to_integer(k * 0.5);
    return (x * power_of_two(first)) * power_of_two(k - first);
}

/// x 2^k for -1022 <= k <= 1023.
template <class F>
F times_power(F x, F k) {
    return x * power_of_two(k);
}

/// An exponential (1 + excess + low) 2^power, -0.3 < excess < 0.42; low is less than the last
/// place of excess.
template <class F>
struct Exponential {
    F excess, low, power;
};

/// exp(high + low) for a small low and |high| <= 1200: r = high + low - k log 2 with k integral,
/// and e^r - 1 = r + r^2 P(r).
template <class F>
Exponential<F> exponential(F high, F low) {
    const F k = round_to_integer(high * log2_inverse);
    const Parts<F> r = sum_of_ordered(high - k * log2_high, low - k * log2_low);
    const F curved = r.high * r.high * polynomial<1>(r.high, exp_coefficients) + r.low;
    const Parts<F> excess = sum_of_ordered(r.high, curved);
    return {excess.high, excess.low, k};
}

/// The largest |x| of which e^x is taken without a look at the ends of the range.
inline constexpr double ordinary_exponent = 700.0;

/// e^x; infinite above 709.78, 0 below -745.13, and not a number of such. The bounds lie beyond the
/// range of doubles on both sides.
template <class F>
F exp(F x) {
    const bool ordinary = all(abs(x) < F(ordinary_exponent));
    const Exponential<F> e = exponential(ordinary ? x : clamp(x, -1200.0, 1200.0), F(0.0));
    const F part = 1.0 + e.excess;
    return ordinary ? times_power(part, e.power) : scaled_by_power(part, e.power);
}

/// A positive finite x, subnormal or not.
template <class F>
Split<F> split_any_exponent(F x) {
    const auto subnormal = x < 0x1p-1022;
    const Split<F> split = split_exponent(select(subnormal, x * 0x1p54, x));
    return {split.mantissa, split.exponent - select(subnormal, F(54.0), F(0.0))};
}

/// log(x) in two parts. With x = 2^k (1 + f) and s = f/(2 + f),
/// log(1 + f) = f - f^2/2 + s (f^2/2 + s^2 Q(s^2)), where f and f^2 are exact
/// (the form of the remainder is that of FreeBSD's and Sun's fdlibm).
template <class F>
Parts<F> logarithm_in_parts(Split<F> x) {
    const F f = x.mantissa - 1.0, k = x.exponent;
    const F s = f / (2.0 + f), z = s * s;
    const Parts<F> square_of_f = square(f);
    const F half_high = 0.5 * square_of_f.high, half_low = 0.5 * square_of_f.low;
    const F curved = s * ((half_high + half_low) + z * polynomial<1>(z, log_coefficients));
    const Parts<F> lead = sum_of_ordered(f, -half_high);
    const Parts<F> whole = sum_of_ordered(k * log2_high, lead.high);
    const F rest = k * log2_low + (curved + (lead.low - half_low));
    return sum_of_ordered(whole.high, whole.low + rest);
}

/// The same in one, with f^2 rounded.
template <class F>
F logarithm(Split<F> x) {
    const F f = x.mantissa - 1.0, k = x.exponent;
    const F s = f / (2.0 + f), z = s * s;
    const F half_square = 0.5 * f * f;
    const F curved = s * (half_square + z * polynomial<1>(z, log_coefficients));
    return k * log2_high - ((half_square - (curved + k * log2_low)) - f);
}

/// The natural logarithm: minus infinity at 0, not a number below it.
template <class F>
F log(F x) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    if (all((F(0x1p-1022) <= x) & (x < F(infinity)))) return logarithm(split_exponent(x));
    const F at_most_zero = select(x < 0.0, F(nan), F(-infinity));
    const F within = select(x > 0.0, logarithm(split_any_exponent(x)), at_most_zero);
    return select(x < infinity, within, x);
}

/// y times a logarithm, in two parts: the leading product is exact because both factors are cut to
/// 26 bits.
template <class F>
Parts<F> times_logarithm(F y, Parts<F> l) {
    const F y_upper = upper_half(y), l_upper = upper_half(l.high);
    const F rest = (y - y_upper) * l_upper + y * ((l.high - l_upper) + l.low);
    return sum_of_ordered(y_upper * l_upper, rest);
}

/// base^exponent for positive finite base: the exponential of exponent log(base).
template <class F>
F power_of_positive(F base, F exponent) {
    const F y = clamp(exponent, -0x1p900, 0x1p900);
    const Parts<F> whole = times_logarithm(y, logarithm_in_parts(split_any_exponent(base)));
    const F low = select(abs(whole.high) < 1200.0, whole.low, F(0.0));
    const Exponential<F> e = exponential(clamp(whole.high, -1200.0, 1200.0), low);
    return scaled_by_power(1.0 + e.excess, e.power);
}

/// The same where neither the base nor its power is near the ends of the range.
template <class F>
F ordinary_power(F base, F exponent) {
    const Parts<F> whole = times_logarithm(exponent, logarithm_in_parts(split_exponent(base)));
    const Exponential<F> e = exponential(whole.high, whole.low);
    return times_power(1.0 + e.excess, e.power);
}

/// Whether base^exponent is a fourth power that `fourth_power` gives.
template <class F>
auto is_fourth_power(F base, F exponent) {
    return (F(4.0) <= exponent) & (exponent <= F(4.0)) & (F(0x1p-240) <= base) &
           (base <= F(0x1p240));
}

/// x^4, for 2^-240 <= x <= 2^240: the square in halves, so that its square is rounded once.
template <class F>
F fourth_power(F x) {
    const Parts<F> whole = square(x);
    const Parts<F> squared = sum_in_halves(whole.high, whole.low);
    return squared.high * squared.high +
           (2.0 * squared.high * squared.low + squared.low * squared.low);
}

/// The logarithm is taken of 1 wherever the base is not positive and finite, so that a type that
/// carries derivatives meets no pole on a path that is not selected.
template <class F>
F pow(F base, F exponent) {
    if (all((F(0x1p-200) <= base) & (base <= F(0x1p200)) & (abs(exponent) <= F(4.0))))
        return ordinary_power(base, exponent);
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const F bounded = select(base < infinity, base, F(0.0));
    const auto ordinary = bounded > 0.0;
    const F inverse = select(base < 1.0, F(infinity), select(base > 1.0, F(0.0), base));
    const F not_rising = select(exponent < 0.0, inverse, exponent + 1.0);
    const F at_ends = select(exponent > 0.0, base, not_rising);
    const F outside = select(base < 0.0, F(std::numeric_limits<double>::quiet_NaN()), at_ends);
    return select(ordinary, power_of_positive(select(ordinary, base, F(1.0)), exponent), outside);
}

/// H = (1 + a) exp(a^2) erfc(a) for 0 <= a <= 28, in halves. What t and a + 2 lose by rounding
/// counts with the slope of H in t, between -0.54 and -0.25; -0.4 is near enough for so little.
template <class F>
Parts<F> scaled_erfc(F a) {
    const F beyond = a + 2.0, beyond_low = a - (beyond - 2.0);
    const F p = 2.0 / beyond, t = erfc_centre - p;
    const F t_low = ((erfc_centre - t) - p) + p * p * (0.5 * beyond_low);
    const Parts<F> h =
        sum_in_halves(F(erfc_coefficients[0]), t * polynomial<2, 1>(t, erfc_coefficients));
    return {h.high, h.low + (erfc_first_low - 0.4 * t_low)};
}

/// With a = |x|: erfc(a) = exp(-a^2) H(t) / (1 + a), t = a/(a + 2) - 31/64, a^2 in two parts, and
/// erfc(-a) = 2 - erfc(a). (Shepherd and Laframboise, Math. Comp. 36, 1981, for the form.)
/// 1 + a and not 1 + 2a, as it keeps H more level at 0, where the rounding of t would count most.
/// The factors come in halves, so that their product and its quotient are rounded only once.
template <class F>
F erfc(F x) {
    const F distance = abs(x);
    const bool ordinary = all(distance < F(26.0));
    const F a = ordinary ? distance : clamp(distance, 0.0, 28.0);
    const Parts<F> squared = square(a);
    const Exponential<F> e = exponential(-squared.high, -squared.low);
    const Parts<F> grown = sum_in_halves(F(1.0), e.excess);
    const Parts<F> h = scaled_erfc(a);
    const F low = grown.high * h.low + (grown.low + e.low) * (h.high + h.low);
    const F ratio = quotient({grown.high * h.high, low}, sum_in_halves(F(1.0), a));
    const F tail = ordinary ? times_power(ratio, e.power) : scaled_by_power(ratio, e.power);
    return select(x < 0.0, 2.0 - tail, tail);
}

/// The turns are reduced exactly to r in [-1/2, 1/2]; the second reduction matters beyond 2^51
/// only. Within 1/8 of a zero the cosine is sin(2 pi w) of the distance w from the zero, else
/// 1 - 2 pi^2 w^2 ... of the distance from the whole or half turn.
template <class F>
F cos_turns(F x) {
    const F once = x - round_to_integer(x);
    const F a = abs(once - round_to_integer(once));
    const F past_zero = 0.25 - a;
    const auto near_zero = abs(past_zero) <= 0.125;
    const auto beyond = past_zero < 0.0;
    const F w = select(near_zero, past_zero, select(beyond, 0.5 - a, a));
    const F z = w * w;
    const F cosine = 1.0 - z * polynomial<1>(z, cos_coefficients);
    return select(near_zero, w * polynomial<1>(z, sin_coefficients),
                  select(beyond, -cosine, cosine));
}

}  // namespace recipe

/// e^x within 0.9 ulp; infinity above 709.78, gradual underflow to 0 below -745.13.
[[gnu::flatten, gnu::noinline]] inline double exp(double x) {
    return recipe::exp(x);
}

/// Natural logarithm within 0.9 ulp, subnormals included; -infinity at 0, NaN below.
[[gnu::flatten, gnu::noinline]] inline double log(double x) {
    return recipe::log(x);
}

/// base^exponent for base >= 0: within 1.0 ulp for base in [0.01, 100] and exponent in [-4, 4],
/// and 1 + 0.1 |exponent| ulp wherever the result is a normal number. pow(0, y) is 0 for y > 0, 1
/// for y = 0, infinity for y < 0. NaN for base < 0.
[[gnu::flatten, gnu::noinline]] inline double pow(double base, double exponent) {
    if (recipe::is_fourth_power(base, exponent)) return recipe::fourth_power(base);
    return recipe::pow(base, exponent);
}

/// Complementary error function within 1.2 ulp while it is a normal number (x < 26.54); then
/// gradual underflow to 0.
[[gnu::flatten, gnu::noinline]] inline double erfc(double x) {
    return recipe::erfc(x);
}

/// cos(2 pi x) of x turns within 1.6e-16; exactly 1, 0, -1, 0 at the quarters of a turn.
[[gnu::flatten, gnu::noinline]] inline double cos_turns(double x) {
    return recipe::cos_turns(x);
}

}  // namespace granary
