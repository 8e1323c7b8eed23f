// The commands that hand the page out: a file, whole, and a local address.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { command, native, pageFile, patience, startBrowser } from "./support.mjs";

const built = readFileSync(pageFile, "utf8");

test("granary page writes the page that was built", () => {
  assert.equal(native(["page"]), built);
});

/** `use` with the address of a server that is gone afterwards. */
async function served(use) {
  const server = spawn(command, ["serve", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [said] = await once(server.stdout, "data");
    await use(/http:\/\/127\.0\.0\.1:\d+\//.exec(String(said))[0]);
  } finally {
    server.kill();
  }
}

test("granary serve shows it at an address of this machine alone", () => served(async (address) => {
  const answer = await fetch(address);
  assert.match(answer.headers.get("content-type"), /text\/html; charset=utf-8/);
  assert.equal(await answer.text(), built);
  assert.equal((await fetch(`${address}etc/passwd`)).status, 404);
  const second = spawn(command, ["serve", "--port", new URL(address).port], { stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  second.stderr.on("data", (text) => { complaint += text; });
  const [code] = await once(second, "close");
  assert.equal(code, 5);
  assert.match(complaint, /Address already in use; --port 0 takes a free port/);
}));

test("the page runs with no more than what granary serve allows it", () => served(async (address) => {
  const browser = await startBrowser(), page = await browser.newPage(), faults = [];
  page.on("console", (said) => { if (said.type() === "error") faults.push(said.text()); });
  page.on("pageerror", (error) => faults.push(error.message));
  try {
    await page.goto(address);
    await page.waitForSelector("#page[data-ready]", { state: "attached", timeout: patience });
    const download = page.waitForEvent("download", { timeout: patience });
    await page.locator("button", { hasText: "PNG" }).first().click();
    assert.equal((await download).suggestedFilename(), "granary-harvest.png");
  } finally {
    await browser.close();
  }
  assert.deepEqual(faults, []);
}));
