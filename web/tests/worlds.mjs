// node worlds.mjs TABLES SEED: what the page asks the engine for, of one damaged link after another, until nobody reads on. Each is a
// year and one text or two, with a NUL before each, after the length of all as four bytes: for tests/fuzz, where the engine is native
// and watched by sanitizers. TABLES holds what the engine tells of itself.
import { readFileSync, writeSync } from "node:fs";
import { link, stateOf, worldsOf } from "./link_maker.mjs";
import { randomFrom } from "./random.mjs";

const tables = JSON.parse(readFileSync(process.argv[2], "utf8")), random = randomFrom(Number(process.argv[3]));

/** Waits where the reader is slower. */
function write(bytes) {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if (error.code === "EPIPE") process.exit(0);
      if (error.code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

for (const seen = new Set();;) {
  const { texts, year } = worldsOf(stateOf(link(random, tables), tables).state, tables);
  const text = Buffer.from([year, ...texts].join("\0")), head = Buffer.alloc(4), key = text.toString("latin1");
  if (seen.has(key)) continue;
  if (seen.size < 1e6) seen.add(key);
  head.writeUInt32LE(text.length);
  write(Buffer.concat([head, text]));
}
