// Links of every kind, damaged ones too, without a browser. GRANARY_LINKS says how many are read; five hundred are run.
import assert from "node:assert/strict";
import { build } from "esbuild";
import { test } from "node:test";
import { loadEngine, randomFrom, root } from "./support.mjs";

const made = await build({ entryPoints: [`${root}/web/src/state.ts`], bundle: true, format: "esm", write: false });
const { fragmentOf, stateOf, withoutChanges, worldsOf } =
  await import(`data:text/javascript;base64,${Buffer.from(made.outputFiles[0].text).toString("base64")}`);
const engine = await loadEngine();
const tables = JSON.parse(engine.tables());

const numbers = ["0", "-0", "1", "0.5", "2", "-1", "1e-7", "1e21", "1e22", "1e300", "1e999", "5e-324", "0.1", "99", "1.5.2", ".", "", "NaN",
  "1e", "0x10", "3.0000000000000004", "8", "123456789012345678901234567890"];
const signs = ["=", "*", "*=", "", ";", "&", "=="];
const bytes = ["%", "%00", "%E0%A4%A", "&", ";", "=", "*", "#", "<b>", "\"", "\\", "\n", "\u200b", "=1+1", "a=", "b=", "__proto__", "constructor"];

/** A link made at random of what links are made of, then damaged now and then. */
function link(random) {
  const one = (list) => list[Math.floor(random() * list.length)];
  const names = [...tables.levers.map((row) => row.name), ...tables.parameters.map((row) => row.name), "levels", "presure"];
  const world = () => [one([...tables.scenarios.map(({ name }) => name), "nowhere"]),
    ...Array.from({ length: Math.floor(random() * 4) }, () => one(names) + one(signs.slice(0, random() < 0.8 ? 2 : 7)) + one(numbers))].join(";");
  const parts = [`a=${world()}`];
  if (random() < 0.4) parts.push(`b=${world()}`);
  if (random() < 0.3) parts.push(`year=${one(["1957", "1962", "1963", "0", "x"])}`);
  if (random() < 0.3) parts.push(`active=${one(["a", "b", "c"])}`);
  let text = parts.join("&");
  while (random() < 0.3) {
    const at = Math.floor(random() * (text.length + 1));
    text = text.slice(0, at) + one(bytes) + text.slice(at + Math.floor(random() * 5));
  }
  return text;
}

test("every link opens to a state that its own link gives again, and that runs or is refused in words", () => {
  const random = randomFrom(1958), tried = Number(process.env.GRANARY_LINKS ?? 50_000);
  for (let i = 0; i < tried; ++i) {
    const text = link(random), { state, unknown } = stateOf(text, tables), again = fragmentOf(state);
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
