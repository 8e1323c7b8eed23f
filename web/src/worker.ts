/// Runs the model away from the page, so that the page never waits for it.
import createEngine from "granary-engine";
import type { CallName, Calls, Engine, Failure, Place, View, Worlds } from "./engine-types";

type Request = { id: number; name: CallName; args: unknown[] };
type Work = { [Name in CallName]: (...args: Calls[Name]["args"]) => Calls[Name]["answer"] };

function answered<T extends string | object>(answer: T | Failure): T {
  if (typeof answer === "object" && "error" in answer) throw new Error(answer.error);
  return answer;
}

function work(engine: Engine): Work {
  const draw = (worlds: Worlds, place: Place) =>
    answered(engine.draw(place.kind, worlds.texts, worlds.names, worlds.year, place.width,
      place.height, place.text));
  const view = (worlds: Worlds, places: Place[]): View => {
    const begun = performance.now();
    const figures = JSON.parse(answered(engine.figures(worlds.texts, worlds.names, worlds.year)));
    const run = performance.now();
    const panels = Object.fromEntries(places.map((place) => [place.kind, draw(worlds, place)]));
    return { figures, panels, run_ms: run - begun, draw_ms: performance.now() - run };
  };
  return {
    tables: () => JSON.parse(answered(engine.tables())),
    view,
    draw,
    wholePicture: (kind, worlds) =>
      answered(engine.whole_picture(kind, worlds.texts, worlds.names, worlds.year)),
    csv: (text, name, monthly) => answered(engine.run_csv(text, name, monthly)),
    json: (text, name) => answered(engine.run_json(text, name)),
  };
}

let ready: Promise<Work> | undefined;

self.onmessage = async (message: MessageEvent<ArrayBuffer | Request>) => {
  if (message.data instanceof ArrayBuffer) {
    ready = createEngine({ wasmBinary: message.data }).then(work);
    return;
  }
  const { id, name, args } = message.data;
  try {
    const calls = await ready!;
    self.postMessage({ id, answer: (calls[name] as (...all: unknown[]) => unknown)(...args) });
  } catch (error) {
    self.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
