// The commands that hand the page out: a file, whole, and a local address.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { command, native, pageFile } from "./support.mjs";

const built = readFileSync(pageFile, "utf8");

test("granary page writes the page that was built", () => {
  assert.equal(native(["page"]), built);
});

test("granary serve shows it at an address of this machine alone", async () => {
  const server = spawn(command, ["serve", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [said] = await once(server.stdout, "data");
    const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(String(said));
    const answer = await fetch(address);
    assert.match(answer.headers.get("content-type"), /text\/html; charset=utf-8/);
    assert.equal(await answer.text(), built);
    assert.equal((await fetch(`${address}etc/passwd`)).status, 404);
    const second = spawn(command, ["serve", "--port", new URL(address).port], { stdio: ["ignore", "ignore", "pipe"] });
    let complaint = "";
    second.stderr.on("data", (text) => { complaint += text; });
    const [code] = await once(second, "close");
    assert.equal(code, 5);
    assert.match(complaint, /is the port taken/);
  } finally {
    server.kill();
  }
});
