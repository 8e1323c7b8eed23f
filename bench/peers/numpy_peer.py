"""numpy over many members at once: `numpy_peer.py FOLDER_OF_EQUATIONS TRIALS`."""

import json
import sys
import time

import numpy

sys.path.insert(0, sys.argv[1])
from numpy_equations import pack, rates_of, start, steps_a_year, years  # noqa: E402


def run(members):
    right_hand_side = rates_of(numpy.arange(members) % pack / pack)
    x = numpy.repeat(numpy.array(start, dtype=float)[:, None], members, axis=1)
    k1, k2, k3, k4 = (numpy.empty_like(x) for _ in range(4))
    h = 1 / steps_a_year
    for step in range(years * steps_a_year):
        now = step * h
        right_hand_side(now, x, k1)
        right_hand_side(now + h / 2, x + h / 2 * k1, k2)
        right_hand_side(now + h / 2, x + h / 2 * k2, k3)
        right_hand_side(now + h, x + h * k3, k4)
        x += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
    return x


def microseconds(members):
    begun = time.thread_time()
    run(members)
    return 1e6 * (time.thread_time() - begun) / members


for members in pack, 1024:
    row = {
        "name": f"numpy-{members}",
        "method": "rk4",
        "what": f"numpy over {members} members at once",
        "note": f"numpy {numpy.__version__}",
        "times": [microseconds(members) for _ in range(int(sys.argv[2]))],
        "states": run(members)[:, :pack].T.tolist(),
    }
    print(json.dumps(row))
