// Links of every kind, damaged ones too, without a browser. GRANARY_LINKS says how many are read; five hundred are run.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fragmentOf, link, stateOf, withoutChanges, worldsOf } from "./link_maker.mjs";
import { loadEngine, randomFrom } from "./support.mjs";

const engine = await loadEngine();
const tables = JSON.parse(engine.tables());

test("every link opens to a state that its own link gives again, and that runs or is refused in words", () => {
  const random = randomFrom(1958), tried = Number(process.env.GRANARY_LINKS ?? 50_000);
  for (let i = 0; i < tried; ++i) {
    const text = link(random, tables), { state, unknown } = stateOf(text, tables), again = fragmentOf(state);
    assert.deepEqual(stateOf(again, tables), { state, unknown: [] }, `${text} gives ${again}`);
    if (i % Math.ceil(tried / 500) !== 0) continue;
    const run = (now) => { const { texts, names, year } = worldsOf(now, tables); return engine.figures(texts, names, year); };
    const answer = run(state);
    if (typeof answer === "object") {
      assert.match(answer.error, /[a-z]/, text);
      assert.equal(typeof run(withoutChanges(state)), "string", text);
    }
  }
});
