// Links of every kind, damaged ones too, and what the page makes of one.
import { build } from "esbuild";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const source = resolve(dirname(fileURLToPath(import.meta.url)), "../src/state.ts");
const made = await build({ entryPoints: [source], bundle: true, format: "esm", write: false });
export const { fragmentOf, stateOf, withoutChanges, worldsOf } =
  await import(`data:text/javascript;base64,${Buffer.from(made.outputFiles[0].text).toString("base64")}`);

const numbers = ["0", "-0", "1", "0.5", "2", "-1", "1e-7", "1e21", "1e22", "1e300", "1e999", "5e-324", "0.1", "99", "1.5.2", ".", "", "NaN",
  "1e", "0x10", "3.0000000000000004", "8", "123456789012345678901234567890"];
const signs = ["=", "*", "*=", "", ";", "&", "=="];
const bytes = ["%", "%00", "%E0%A4%A", "&", ";", "=", "*", "#", "<b>", "\"", "\\", "\n", "\u200b", "=1+1", "a=", "b=", "__proto__", "constructor"];

/** A link made at random of what links are made of, then damaged now and then. */
export function link(random, tables) {
  const one = (list) => list[Math.floor(random() * list.length)];
  const names = [...tables.levers.map((row) => row.name), ...tables.parameters.map((row) => row.name), "levels", "presure"];
  const world = () => [one([...tables.scenarios.map(({ name }) => name), "nowhere"]),
    ...Array.from({ length: Math.floor(random() * 4) }, () => one(names) + one(signs.slice(0, random() < 0.8 ? 2 : 7)) + one(numbers))].join(";");
  const parts = [`a=${world()}`];
  if (random() < 0.4) parts.push(`b=${world()}`);
  if (random() < 0.3) parts.push(`reading=${one([...tables.readings.map(({ name }) => name), "nobody"])}`);
  if (random() < 0.3) parts.push(`year=${one(["1957", "1962", "1963", "0", "x"])}`);
  if (random() < 0.3) parts.push(`active=${one(["a", "b", "c"])}`);
  let text = parts.join("&");
  while (random() < 0.3) {
    const at = Math.floor(random() * (text.length + 1));
    text = text.slice(0, at) + one(bytes) + text.slice(at + Math.floor(random() * 5));
  }
  return text;
}
