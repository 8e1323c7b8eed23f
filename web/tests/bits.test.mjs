// The engine in WebAssembly gives the same text, digit by digit, as the native command: numbers in it
// are in shortest round-trip form, so equal texts are equal bits.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { loadEngine, native, randomFrom } from "./support.mjs";

let engine, folder, tables;

before(async () => {
  engine = await loadEngine();
  tables = JSON.parse(engine.tables());
  folder = mkdtempSync(join(tmpdir(), "granary-bits-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Both answers to one text; what the native command refuses must be refused here too. */
function compare(text, name) {
  const file = `${name}.toml`;
  writeFileSync(join(folder, file), text);
  let expected;
  try {
    expected = native(["run", file, "--format", "json"], { cwd: folder, stdio: "pipe" });
  } catch (fault) {
    assert.equal(typeof engine.run_json(text, file), "object", `${name}: ${fault.stderr}`);
    return "refused";
  }
  assert.equal(engine.run_json(text, file), expected, name);
  return "run";
}

test("every shipped scenario has the bits of the native run", () => {
  assert.ok(tables.scenarios.length >= 17);
  for (const { name } of tables.scenarios)
    assert.equal(compare(`extends = "${name}"\n`, `shipped-${name}`), "run");
});

/** Some levers held or scaled, some constants and the number of levels, within their ranges. */
function randomSettings(random) {
  const within = ({ low, high }) => low + random() * (high - low);
  const some = (rows, share) => rows.filter(() => random() < share);
  const base = tables.scenarios[Math.floor(random() * tables.scenarios.length)].name;
  const levers = some(tables.levers, 0.3).map((row) =>
    random() < 0.5 ? `${row.name} = ${within(row)}` : `${row.name} = { scale = ${random()} }`);
  const parameters = some(tables.parameters, 0.1).map((row) => `${row.name} = ${within(row)}`);
  const own = base === "two-provinces" ? levers.filter((line) => !line.startsWith("radicalism")) : levers;
  return [`extends = "${base}"`, `reporting_levels = ${1 + Math.floor(8 * random())}`,
    "[levers]", ...own, "[parameters]", ...parameters, ""].join("\n");
}

test("200 random settings of levers have the bits of the native run", () => {
  const random = randomFrom(1958);
  const outcomes = Array.from({ length: 200 }, (_, i) => compare(randomSettings(random), `random-${i}`));
  const run = outcomes.filter((outcome) => outcome === "run").length;
  console.log(`${run} run alike, ${outcomes.length - run} refused alike`);
  assert.ok(run >= 150, "most random settings must be such as can be run");
});
