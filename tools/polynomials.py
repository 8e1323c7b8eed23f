#!/usr/bin/python3
"""Derive the polynomial coefficients of include/granary/foundation/math.hpp.

Each polynomial interpolates its function at the Chebyshev nodes of the interval (close to the
best polynomial of that degree), solved with 400 bits and rounded once to double.

    tools/polynomials.py            print the arrays as they stand in the header
    tools/polynomials.py --check    exit 1 unless the header holds exactly these arrays
    tools/polynomials.py --error    print each polynomial's largest relative error, as rounded

Needs mpmath (Debian: python3-mpmath).
"""
import pathlib
import sys
import textwrap

from mpmath import cos, erfc, exp, hyp1f1, log, lu_solve, matrix, mp, mpf, pi, sin, sqrt

HEADER = pathlib.Path(__file__).parents[1] / "include/granary/foundation/math.hpp"
ERFC_SHIFT = mpf(31) / 64  # t = a/(a + 2) - 31/64: of 24/64 to 32/64 the one with the least error, by trial
ERFC_LIMIT = mpf(28)  # erfc is below the smallest subnormal from 27.23 on

mp.prec = 400


def exp_rest(r):
    """(e^r - 1 - r) / r^2, as a series that has no 0/0 at r = 0"""
    return hyp1f1(1, 3, r) / 2


def log_rest(z):
    """(log((1 + s)/(1 - s)) - 2s) / s^3, with z = s^2"""
    s = sqrt(z)
    return (log((1 + s) / (1 - s)) - 2 * s) / s**3


def cos_rest(z):
    """(1 - cos(2 pi w)) / w^2, with z = w^2"""
    return (1 - cos(2 * pi * sqrt(z))) / z


def sin_rest(z):
    """sin(2 pi w) / w, with z = w^2"""
    return sin(2 * pi * sqrt(z)) / sqrt(z)


def erfc_rest(t):
    """(1 + a) exp(a^2) erfc(a), with t = a/(a + 2) - 31/64"""
    v = t + ERFC_SHIFT
    a = 2 * v / (1 - v)
    return (1 + a) * exp(a * a) * erfc(a)


HALF_LOG2 = log(mpf(2)) / 2 * mpf("1.001")  # the reduced argument may pass the half by a rounding
LOG_END = ((sqrt(mpf(2)) - 1) / (sqrt(mpf(2)) + 1)) ** 2

# name, function, interval, number of coefficients
POLYNOMIALS = [
    ("exp_coefficients", exp_rest, (-HALF_LOG2, HALF_LOG2), 11),
    ("log_coefficients", log_rest, (mpf(0), LOG_END), 8),
    ("cos_coefficients", cos_rest, (mpf(0), mpf(1) / 64), 7),
    ("sin_coefficients", sin_rest, (mpf(0), mpf(1) / 64), 7),
    ("erfc_coefficients", erfc_rest, (-ERFC_SHIFT, ERFC_LIMIT / (ERFC_LIMIT + 2) - ERFC_SHIFT), 27),
]


def nodes(interval, count):
    """Chebyshev nodes; none is an end, so the quotients in z above are never 0/0."""
    low, high = interval
    return [
        (low + high) / 2 + (high - low) / 2 * cos(pi * (2 * k + 1) / (2 * count))
        for k in range(count)
    ]


def interpolate(function, interval, count):
    """Coefficients, lowest power first, of the polynomial through the Chebyshev nodes."""
    points = nodes(interval, count)
    powers = matrix([[x**k for k in range(count)] for x in points])
    return list(lu_solve(powers, matrix([function(x) for x in points])))


def largest_error(function, interval, coefficients):
    """Largest relative error of the rounded polynomial over 500 points of the interval."""
    return max(
        abs(sum(float(c) * x**k for k, c in enumerate(coefficients)) / function(x) - 1)
        for x in nodes(interval, 500)
    )


def array(name, values):
    numbers = textwrap.fill(", ".join(repr(float(v)) for v in values), width=96)
    return f"inline constexpr double {name}[] = {{\n{textwrap.indent(numbers, '    ')}}};"


def constant(name, value):
    return f"inline constexpr double {name} = {float(value)!r};"


def log2_parts():
    """log 2 = high + low; high has 42 bits, so that k high is exact for |k| < 2^11."""
    high = mp.floor(log(mpf(2)) * 2**42) / 2**42
    return [constant("log2_high", high), constant("log2_low", log(mpf(2)) - high)]


def main(option):
    lines = [constant("log2_inverse", 1 / log(mpf(2)))] + log2_parts()
    for name, function, interval, count in POLYNOMIALS:
        coefficients = interpolate(function, interval, count)
        lines.append(array(name, coefficients))
        if function is erfc_rest:
            low = coefficients[0] - float(coefficients[0])
            lines.append(constant(name.replace("coefficients", "first_low"), low))
        if option == "--error":
            error = largest_error(function, interval, coefficients)
            print(f"{name}: {count} coefficients, relative error {float(error):.2g}")
    if option == "--check":
        header = "".join(HEADER.read_text().split())
        missing = [line for line in lines if "".join(line.split()) not in header]
        print("\n".join(missing) or f"all {len(lines)} lines agree with {HEADER.name}")
        return 1 if missing else 0
    if option is None:
        print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else None))
