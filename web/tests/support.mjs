// What the tests of the page share: where things are, the engine without a page, the native command.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, "../..");
export const build = resolve(process.env.GRANARY_WEB_BUILD ?? resolve(root, "build/web"));
export const pageFile = resolve(build, "granary.html");
export const command = process.env.GRANARY_COMMAND ?? resolve(root, "build/default/granary");

/** The engine as the page's worker has it. */
export async function loadEngine() {
  const { default: createEngine } = await import(pathToFileURL(resolve(build, "engine.mjs")).href);
  const bytes = readFileSync(resolve(build, "engine.wasm"));
  return createEngine({ wasmBinary: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) });
}

/** The standard output of the native command. */
export const native = (args, options = {}) =>
  execFileSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28, ...options });

/** Numbers in [0, 1) from a seed: the 32-bit generator of Marsaglia's xorshift family. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
