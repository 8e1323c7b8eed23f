"""The equations of grain_and_people.mdl, the one place where they stand, as source for the peers that do
not read the file themselves: `equations.py cpp|js|numpy` prints it.

An expression of the file is one of Python's but for `^`, and after its powers are written as a function
it is one of C++ and JavaScript too."""

import ast
import copy
import graphlib
import pathlib
import re
import sys

MODEL = pathlib.Path(__file__).with_name("grain_and_people.mdl")
# How many members differ, and by how much a constant does between the first and one past the last.
PACK = 16
DIFFERENCES = {"hunger_midpoint": 0.05, "exports_at_most": 2.0}

NUMPY = {"exp": "exp", "cos": "cos", "pow": "power", "min": "minimum", "max": "maximum"}


class Written(ast.NodeTransformer):
    """Functions by the names they have in a language, `a ** b` as pow(a, b)."""

    def __init__(self, function_name):
        self.function_name = function_name

    def visit_Name(self, node):
        return ast.Name({"Time": "time"}.get(node.id, node.id))

    def visit_Constant(self, node):
        return ast.Constant(float(node.value))

    def visit_Call(self, node):
        return self.called(node.func.id.lower(), node.args)

    def visit_BinOp(self, node):
        if isinstance(node.op, ast.Pow):
            return self.called("pow", [node.left, node.right])
        return self.generic_visit(node)

    def called(self, name, arguments):
        return ast.Call(ast.Name(self.function_name(name)), [self.visit(a) for a in arguments], [])


def equations():
    """Name to parsed expression, as the file has them."""
    text = MODEL.read_text().removeprefix("{UTF-8}")
    rows = [part.split("~")[0].split("=", 1) for part in text.split("|") if "~" in part]
    parsed = lambda expression: ast.parse(expression.strip().replace("^", "**"), mode="eval").body
    return {name.strip(): parsed(expression) for name, expression in rows}


class Model:
    """Constants, auxiliaries in the order in which they can be worked out, stocks with their rates."""

    def __init__(self):
        rest = equations()
        setting = lambda name: rest.pop(name).value
        self.years = setting("FINAL TIME") - setting("INITIAL TIME")
        self.steps_a_year = round(1 / setting("TIME STEP"))
        setting("SAVEPER")
        take = lambda kind: {name: rest.pop(name) for name, e in list(rest.items()) if kind(e)}
        is_stock = lambda e: isinstance(e, ast.Call) and e.func.id == "INTEG"
        self.stocks = {name: e.args for name, e in take(is_stock).items()}
        self.constants = {n: e.value for n, e in take(lambda e: isinstance(e, ast.Constant)).items()}
        names = lambda e: [v.id for v in ast.walk(e) if isinstance(v, ast.Name) and v.id in rest]
        needs = {name: names(e) for name, e in rest.items()}
        self.auxiliaries = {n: rest[n] for n in graphlib.TopologicalSorter(needs).static_order()}

    def initial(self):
        return [ast.unparse(start) for _, start in self.stocks.values()]

    def body(self, function_name, declared, end):
        """The right-hand side, from `x` to `rates`: stocks by name, auxiliaries, rates."""
        write = lambda e: ast.unparse(Written(function_name).visit(copy.deepcopy(e)))
        expressions = [*self.auxiliaries.values(), *(rate for rate, _ in self.stocks.values())]
        used = {v.id for e in expressions for v in ast.walk(e) if isinstance(v, ast.Name)}
        lines = [f"{declared}{name} = x[{i}]" for i, name in enumerate(self.stocks) if name in used]
        lines += [f"{declared}{name} = {write(e)}" for name, e in self.auxiliaries.items()]
        lines += [f"rates[{i}] = {write(rate)}" for i, (rate, _) in enumerate(self.stocks.values())]
        return "\n".join(f"        {line}{end}" for line in lines)


def cpp(model):
    declared = "\n".join(f"    T {name};" for name in DIFFERENCES)
    same = "\n".join(
        f"    static constexpr double {n} = {v};" for n, v in model.constants.items() if n not in DIFFERENCES)
    made = ", ".join(f"make({model.constants[n]}, {d})" for n, d in DIFFERENCES.items())
    body = model.body("F::{}".format, "const auto ", ";")
    body = re.sub(rf"\b({'|'.join(model.constants)})\b", r"c.\1", body)
    return f"""#pragma once
#include <cstddef>
namespace peers {{
inline constexpr std::size_t pack = {PACK}, stocks = {len(model.stocks)},
                             years = {model.years}, steps_a_year = {model.steps_a_year};
inline constexpr double start[stocks] = {{{", ".join(model.initial())}}};
template <class T>
struct Constants {{
{declared}
{same}
}};
/// Those that `make` makes of each value and the difference between members.
template <class Make>
auto constants(Make make) {{
    return Constants<decltype(make(0.0, 0.0))>{{{made}}};
}}
/// The rates of change at `time`, with the functions of F.
template <class F, class Time, class State, class T>
void right_hand_side(Time time, const State& x, State& rates, const Constants<T>& c) {{
{body}
}}
}}  // namespace peers
"""


def js(model):
    constants = "\n".join(f"const {name} = {value};" for name, value in model.constants.items())
    body = model.body("Math.{}".format, "const ", ";")
    return f"""export const years = {model.years}, steps_a_year = {model.steps_a_year};
export const start = [{", ".join(model.initial())}];
{constants}
export function right_hand_side(time, x, rates) {{
{body}
}}
"""


def numpy(model):
    constants = "\n".join(f"    {n} = {v}" for n, v in model.constants.items() if n not in DIFFERENCES)
    members = "\n".join(f"    {n} = {model.constants[n]} + {d} * part" for n, d in DIFFERENCES.items())
    body = model.body(lambda name: f"numpy.{NUMPY[name]}", "", "")
    return f"""import numpy
pack, years, steps_a_year = {PACK}, {model.years}, {model.steps_a_year}
start = [{", ".join(model.initial())}]
def rates_of(part):
{constants}
{members}
    def right_hand_side(time, x, rates):
{body}
    return right_hand_side
"""


if __name__ == "__main__":
    print({"cpp": cpp, "js": js, "numpy": numpy}[sys.argv[1]](Model()), end="")
