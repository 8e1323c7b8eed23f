// Prints how large the page is by part, how long it takes from opening to the first picture and from a
// slider to its picture, and how long a run takes in WebAssembly. No test: times depend on the machine.
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { build, loadEngine, pageFile } from "./support.mjs";

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const ms = (values) => `median ${middle(values).toFixed(1)} ms of ${values.length}, ` +
  `${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)}`;
const kB = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;

function sizes() {
  const page = readFileSync(pageFile, "utf8");
  const lengths = (pattern) => [...page.matchAll(pattern)].map(([found]) => found.length);
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  const fonts = sum(lengths(/data:font\/woff2;base64,[A-Za-z0-9+/=]+/g));
  const engine = Math.max(...lengths(/"H4sI[A-Za-z0-9+/=]+"/g));
  const style = sum(lengths(/<style[^>]*>[^]*?<\/style>/g)) - fonts;
  const raw = statSync(resolve(build, "engine.wasm")).size;
  console.log(`file ${kB(statSync(pageFile).size)}: engine ${kB(engine)} (${kB(raw)} unpacked), fonts ${kB(fonts)}, ` +
    `style ${kB(style)}, scripts, words and tour ${kB(page.length - engine - fonts - style)}`);
}

async function opened(browser) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(pathToFileURL(pageFile).href);
  await page.waitForFunction(() => performance.getEntriesByName("slider-to-picture").length > 0);
  const first = await page.evaluate(() => performance.getEntriesByName("slider-to-picture")[0]);
  return { page, ms: first.startTime + first.duration };
}

/** From the slider's event to the frame after its picture. */
const moved = (page, value) => page.evaluate((wanted) => new Promise((done) => {
  const input = document.querySelector(".slider input");
  new PerformanceObserver((list, observer) => {
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
  }).observe({ type: "measure" });
  const begun = performance.now();
  input.value = wanted;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}), String(value));

async function inChromium() {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  const openings = [];
  for (let i = 0; i < 7; ++i) {
    const { page, ms: first } = await opened(browser);
    openings.push(first);
    await page.close();
  }
  console.log(`opening to first picture: ${ms(openings)}`);
  const { page } = await opened(browser);
  const moves = [];
  for (let i = 0; i < 60; ++i) {
    await page.waitForTimeout(150);
    moves.push(await moved(page, ((i * 7) % 30) / 20));
  }
  console.log(`slider to picture: ${ms(moves)}`);
  await browser.close();
}

sizes();
await inChromium();
const engine = await loadEngine();
const runs = Array.from({ length: 9 }, () => engine.milliseconds_of_a_run('extends = "historical"\n', "a.toml", 20));
console.log(`a run in WebAssembly: ${ms(runs)}`);
