// What the tests of the page share: where things are, the engine without a page, the native command.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export { randomFrom } from "./random.mjs";

const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, "../..");
export const build = resolve(process.env.GRANARY_WEB_BUILD ?? resolve(root, "build/web"));
export const pageFile = resolve(build, "granary.html");
export const command = process.env.GRANARY_COMMAND ?? resolve(root, "build/default/granary");

/** How long a busy machine may take to start a browser or to draw: no test asserts a time. */
export const patience = 180_000;

/** Debian's browser. */
export const startBrowser = () => chromium.launch({
  executablePath: "/usr/bin/chromium", args: ["--no-sandbox"], timeout: patience,
});

/** The engine as the page's worker has it. */
export async function loadEngine() {
  const { default: createEngine } = await import(pathToFileURL(resolve(build, "engine.mjs")).href);
  const bytes = readFileSync(resolve(build, "engine.wasm"));
  return createEngine({ wasmBinary: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) });
}

/** The standard output of the native command. */
export const native = (args, options = {}) =>
  execFileSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28, ...options });
