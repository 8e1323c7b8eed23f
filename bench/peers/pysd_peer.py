"""PySD on the model file: `pysd_peer.py MODEL.mdl TRIALS STOCK...`; its translation lies beside the file."""

import json
import sys
import time

import pysd

model_file, trials, *stocks = sys.argv[1:]
model = pysd.read_vensim(model_file)


def run():
    return model.run(return_columns=stocks, return_timestamps=[model.components.final_time()])


def microseconds():
    begun = time.thread_time()
    run()
    return 1e6 * (time.thread_time() - begun)


times = [microseconds() for _ in range(int(trials))]
states = [run().iloc[-1][stocks].tolist()]
what, note = "PySD on the .mdl", f"PySD {pysd.__version__}"
print(json.dumps({"name": "pysd", "method": "euler", "what": what, "note": note, "times": times, "states": states}))
