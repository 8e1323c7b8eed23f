// The page as a class meets it: in Chromium, from a file, with the network refused.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, afterEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import { native, pageFile, patience, startBrowser } from "./support.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const address = pathToFileURL(pageFile).href;
let browser, context, page, folder, requests, faults;

before(async () => {
  browser = await startBrowser();
  folder = mkdtempSync(join(tmpdir(), "granary-page-"));
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => { await open(); });
afterEach(async () => {
  await context.close();
  assert.deepEqual(faults, []);
  assert.deepEqual(requests.filter((url) => !/^(file|blob|data):/.test(url)), []);
});

async function open(fragment = "", options = {}) {
  await context?.close();
  requests = [];
  faults = [];
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, offline: true, ...options });
  context.setDefaultTimeout(patience);
  page = await context.newPage();
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (said) => { if (said.type() === "error") faults.push(said.text()); });
  await page.goto(`${address}${fragment === "" ? "" : "#" + fragment}`);
  await page.waitForSelector("#page[data-ready]", { state: "attached" });
}

/** Waits until the pictures are those of this state. */
const shown = (fragment) =>
  page.waitForFunction((wanted) => document.getElementById("page").dataset.fragment === wanted, fragment);

/** The figures of a table of the page, by row. */
async function table(kind, nth = 0) {
  const figure = page.locator(`#figure-${kind}`);
  await figure.locator("details.table").evaluate((details) => { details.open = true; });
  await figure.locator("table").nth(nth).waitFor();
  return figure.locator("table").nth(nth).locator("tbody tr").evaluateAll((rows) =>
    Object.fromEntries(rows.map((row) => [row.cells[0].textContent,
      [...row.cells].slice(1).map((cell) => cell.textContent)])));
}

async function move(label, value) {
  const slider = page.getByLabel(label, { exact: true });
  await slider.evaluate((input, wanted) => {
    input.value = String(wanted);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, value);
}

/** The year rows of the native command. */
const nativeYears = (arguments_) => JSON.parse(native(["run", ...arguments_, "--format", "json"])).rows;
const ofYear = (rows, year) => rows.find((row) => row.year === year && row.region === null);

test("the file is whole, small enough, and asks nobody for anything", async () => {
  assert.ok(statSync(pageFile).size < 1.5e6, `${statSync(pageFile).size} bytes`);
  assert.equal(await page.locator("link[rel=stylesheet], script[src], img").count(), 0);
  await page.waitForTimeout(200);
});

test("the tables show the figures of the native run", async () => {
  const years = nativeYears(["historical"]), harvest = await table("harvest"), ration = await table("ration");
  for (const row of years) {
    assert.equal(harvest[row.year][0], row.output_reported_mt.toFixed(1));
    assert.equal(harvest[row.year][1], row.output_believed_mt.toFixed(1));
    assert.equal(ration[row.year][0], row.rural_ration_kg.toFixed(0));
  }
});

test("moving the pressure to nothing makes the claim the harvest", async () => {
  await move("Pressure to report large harvests", 0);
  await shown("a=historical;pressure*=0");
  const row = ofYear(nativeYears(["honest-reporting"]), 1958);
  const [claimed, , harvested] = (await table("harvest"))[1958];
  assert.equal(claimed, harvested);
  assert.equal(harvested, row.output_actual_mt.toFixed(1));
});

test("a slider says of a lever that is held that it is held, and stands for no multiple", async () => {
  const slider = () => page.getByLabel("Pressure to report large harvests", { exact: true });
  await open("a=historical;pressure=1");
  assert.match(await slider().getAttribute("aria-valuetext"), /held at 1 throughout/);
  assert.equal(await slider().isDisabled(), true);
  await open("a=historical;pressure*=0.52");
  assert.match(await slider().getAttribute("aria-valuetext"), /0\.52 × its course/);
  assert.equal(await slider().isDisabled(), false);
});

test("a slider's thumb stands at the setting that ran, between two steps too, and goes on to the next", async () => {
  const slider = () => page.getByLabel("Pressure to report large harvests", { exact: true });
  for (const [key, next] of [["ArrowRight", "0.55"], ["ArrowLeft", "0.5"]]) {
    await open("a=historical;pressure*=0.52");
    assert.equal(await slider().inputValue(), "0.52");
    await slider().press(key);
    await shown(`a=historical;pressure*=${next}`);
    assert.equal(await slider().inputValue(), next);
  }
  await slider().press("ArrowRight");
  await shown("a=historical;pressure*=0.55");
});

test("each slider of the lie changes the pictures, and its reset brings them back", async () => {
  const sliders = { "Exaggeration per level": 0.3, "Levels that a report passes": 8, "Statistical verification": 4, "Belief lag": 1.2 };
  const svg = () => page.locator("#figure-harvest svg").first().evaluate((each) => each.outerHTML);
  const before = await svg();
  for (const [label, value] of Object.entries(sliders)) {
    await move(label, value);
    await page.waitForFunction((old) => document.querySelector("#figure-harvest svg").outerHTML !== old, before);
    await page.getByRole("button", { name: `Reset: ${label}` }).click();
    await shown("a=historical");
    assert.equal(await svg(), before, label);
  }
});

test("every shipped scenario can be picked, and shows the figures of the native run", async () => {
  const names = await page.getByLabel("World A", { exact: true }).locator("option").evaluateAll((all) => all.map((each) => each.value));
  assert.ok(names.length >= 17);
  for (const name of names) {
    await page.getByLabel("World A", { exact: true }).selectOption(name);
    await shown(`a=${name}`);
    const row = ofYear(nativeYears([name]), 1960);
    assert.equal((await table("ration"))[1960][0], row.rural_ration_kg.toFixed(0), name);
  }
});

test("two worlds stand side by side with their difference in the command's words", async () => {
  await page.getByLabel("World B", { exact: true }).first().selectOption("honest-reporting");
  await shown("a=historical&b=honest-reporting&active=b");
  assert.equal(await page.locator("#figure-harvest .picture svg").count(), 2);
  const compared = JSON.parse(native(["compare", "historical", "honest-reporting", "--format", "json"]));
  const said = await page.locator(".difference").innerText();
  assert.ok(said.includes(compared.scenarios[1].finding), `${said} is not ${compared.scenarios[1].finding}`);
});

test("a reading of the record is chosen for all worlds, and is in the link, the file and the words", async () => {
  await open("a=historical&b=honest-reporting");
  await page.getByLabel("Reading of the record").selectOption("un");
  await shown("a=historical&b=honest-reporting&reading=un");
  const folder = mkdtempSync(join(tmpdir(), "granary-"));
  for (const name of ["historical", "honest-reporting"])
    writeFileSync(join(folder, `${name}.toml`), `title = "${name}"\nsummary = "s"\nextends = "${name}"\nreading = "un"\n`);
  const files = ["historical", "honest-reporting"].map((name) => join(folder, `${name}.toml`));
  const compared = JSON.parse(native(["compare", ...files, "--format", "json"]));
  const lives = /[0-9.]+ million fewer people die of hunger \([^)]*\)/.exec(compared.scenarios[1].finding)[0];
  rmSync(folder, { recursive: true });
  assert.ok((await page.locator(".difference").innerText()).includes(lives), lives);
  await page.getByText("Share and save").last().click();
  assert.ok((await page.getByRole("textbox", { name: "Link to these settings" }).inputValue()).endsWith("&reading=un"));
});

test("two worlds of which one bears no toll are compared by their rations", async () => {
  await open("a=historical&b=historical;pressure=2");
  const said = await page.locator(".difference").innerText();
  assert.match(said, /outside of what the equations were made for \(pressure rises to 2, tested to 1\.75/);
  assert.doesNotMatch(said, /million/);
});

test("a link restores every setting", async () => {
  const fragment = "a=no-exports;pressure*=0.6;verification=3;belief_lag_years=0.9;levels=6&b=lushan-heeded;export_mt*=0.5&year=1959&active=b";
  await open(fragment);
  await shown(fragment);
  assert.equal(await page.getByLabel("World A", { exact: true }).inputValue(), "no-exports");
  assert.equal(await page.locator("#ladder-year").inputValue(), "1959");
  await page.getByText("Share and save").last().click();
  assert.ok((await page.getByRole("textbox", { name: "Link to these settings" }).inputValue()).endsWith(`#${fragment}`));
});

test("a link followed while the last change is still being saved is not lost", async () => {
  await page.evaluate(() => {
    location.hash = "a=honest-reporting";
    history.replaceState(null, "", "#a=historical"); // what the page itself does a moment after a change
  });
  await shown("a=honest-reporting");
  assert.equal(await page.getByLabel("World A", { exact: true }).inputValue(), "honest-reporting");
});

test("a link back to what the address still said is followed", async () => {
  await open("a=no-exports");
  await page.evaluate(() => new Promise((done) => {
    addEventListener("hashchange", () => { location.hash = "a=no-exports"; setTimeout(done, 500); }, { once: true });
    location.hash = "a=honest-reporting";
    history.replaceState(null, "", "#a=no-exports"); // a save of before that was due
  }));
  assert.equal(await page.getByLabel("World A", { exact: true }).inputValue(), "no-exports");
});

test("what a link names wrongly is told and left out", async () => {
  await open("a=historical;presure*0.5");
  assert.match(await page.locator(".fault").innerText(), /presure\*0\.5/);
  await open("a=historical;pressure*=0.5;pressure*=2&b=nowhere&c=historical&year=1999&active=b&year=1960");
  await shown("a=historical;pressure*=0.5");
  assert.match(await page.locator(".fault").innerText(),
    /left out: c=historical, year=1960, pressure\*=2, nowhere, year=1999, active=b\./);
});

test("a link that cannot be run shows its scenario as it is, and says so", async () => {
  await open("a=no-exports;sown_area=-3&year=1959");
  assert.match(await page.locator(".fault").innerText(), /cannot be run.*“No exports” stands here without them.*sown_area/s);
  assert.equal(await page.locator("#figure-harvest svg").count(), 1);
  await shown("a=no-exports&year=1959");
  await page.evaluate(() => { location.hash = "a=historical;belief_lag_years=99"; });
  await shown("a=historical");
  assert.match(await page.locator(".fault").innerText(), /belief_lag_years/);
  await open("a=historical;belief_lag_years=99&b=no-exports");
  assert.match(await page.locator(".fault").innerText(), /“Historical” and “No exports” stand here without them/);
});

test("counts of the dead stand beside what happened and beside nothing else", async () => {
  const counts = page.locator("summary", { hasText: "Counts of the dead, each with its source" });
  assert.equal(await counts.isVisible(), true);
  await move("Pressure to report large harvests", 0.5);
  await shown("a=historical;pressure*=0.5");
  assert.equal(await counts.isVisible(), false);
});

test("a link that is no link opens the page as it is", async () => {
  await open("%E0%A4%A&a=");
  assert.equal(await page.getByLabel("World A", { exact: true }).inputValue(), "historical");
});

test("the scenario file runs natively with the same figures", async () => {
  await open("a=statisticians-kept;pressure*=1.2;export_mt=1.5;exaggeration_per_level=0.2;levels=6");
  const text = await page.locator(".share textarea").nth(1).inputValue();
  const file = join(folder, "world-a.toml");
  writeFileSync(file, text);
  const years = nativeYears([file]), harvest = await table("harvest"), deaths = await table("deaths");
  for (const row of years) {
    assert.equal(harvest[row.year][0], row.output_reported_mt.toFixed(1));
    assert.equal(deaths[row.year][2], row.excess_deaths_million.toFixed(1));
  }
  await page.getByText("Share and save").last().click();
  const [saved] = await Promise.all([page.waitForEvent("download"),
    page.getByRole("button", { name: "Years of World A as CSV" }).click()]);
  const body = (csv) => csv.split("\n").filter((line) => !line.startsWith("#")).join("\n");
  assert.equal(body(readFileSync(await saved.path(), "utf8")), body(native(["run", file, "--format", "csv"])));
});

test("the picture that is saved is the command's own", async () => {
  const [saved] = await Promise.all([page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as SVG: What villagers were served" }).click()]);
  const text = readFileSync(await saved.path(), "utf8");
  assert.match(text, /^<svg .*role="img"/);
  assert.equal(text.match(/<polyline[^>]*>/g).join(), native(["plot", "historical", "--kind", "ration"]).match(/<polyline[^>]*>/g).join());
  const [png] = await Promise.all([page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as PNG: What villagers were served" }).click()]);
  assert.equal(readFileSync(await png.path()).subarray(1, 4).toString(), "PNG");
});

test("settings outside their range are told, and the pictures stay", async () => {
  await page.getByText("More decisions").click();
  await page.getByLabel("export mt").first().selectOption("set");
  await page.getByLabel("export mt").last().fill("99");
  await page.locator(".fault").waitFor();
  assert.match(await page.locator(".fault").innerText(), /export_mt/);
  assert.equal(await page.locator("#figure-harvest svg").count(), 1);
});

test("the class predicts first, then the answer is revealed and the guesses stay", async () => {
  await page.getByRole("button", { name: "Predict first" }).click();
  assert.equal(await page.locator(".results").isVisible(), false);
  for (const [name, kg] of [["Ada", "120"], ["Bo", "180"]]) {
    await page.getByLabel("Ration of 1961").fill(kg);
    await page.getByLabel("Name (may be left out)").fill(name);
    await page.keyboard.press("Enter");
  }
  const box = await page.locator(".guess-picture").boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  assert.ok(Number(await page.getByLabel("Ration of 1961").inputValue()) > 0);
  const honest = ofYear(nativeYears(["honest-reporting"]), 1961).rural_ration_kg.toFixed(0);
  assert.ok(!(await page.locator(".predict").innerText()).includes(`${honest} kg in 1961`));
  await page.getByRole("button", { name: "Reveal" }).click();
  await page.getByText(`the model serves ${honest} kg in 1961`).waitFor();
  assert.match(await page.locator(".guesses").innerText(), /Ada: 120 kg/);
  assert.equal(await page.locator(".results").isVisible(), true);
});

test("the tour has eight steps, and an instructor's own can be opened", async () => {
  await page.getByRole("button", { name: "Guided tour" }).click();
  for (let step = 1; step < 8; ++step) {
    assert.match(await page.locator(".tour-step").innerText(), new RegExp(`Step ${step} of 8`));
    await page.locator(".tour").getByRole("button", { name: "Next", exact: true }).click();
  }
  assert.equal(await page.locator(".tour").getByRole("button", { name: "Next", exact: true }).isDisabled(), true);
  await page.getByText("A tour of your own").click();
  const own = join(folder, "own.txt");
  writeFileSync(own, "# My step\nlook: cost\nset: a=no-exports\n\nMy words.\n");
  await page.getByLabel("Open a tour").setInputFiles(own);
  await shown("a=no-exports");
  assert.match(await page.locator(".tour-step").innerText(), /Step 1 of 1[\s\S]*My step[\s\S]*My words\./);
});

test("the mistakes of a tour's file are named by line and word, and the tour stays as it was", async () => {
  await page.getByRole("button", { name: "Guided tour" }).click();
  await page.getByText("A tour of your own").click();
  const own = join(folder, "faulty.txt");
  writeFileSync(own, ["Words before the first step.", "# One", "look: lader", "set: a=historical;presure*2", "",
    "Note: a text may begin so.", "#Two", "look: lie", "look: cost", "st: a=historical", "",
    "# Three", "set: a=historical;export_mt=99", ""].join("\n"));
  await page.getByLabel("Open a tour").setInputFiles(own);
  const alert = page.locator(".tour [role=alert] li");
  await alert.first().waitFor();
  assert.deepEqual((await alert.allInnerTexts()).map((each) => each.replace(/(cannot be run).*/s, "$1")), [
    "line 3: “lader” is no part of the page; the parts are lie, ladder, village, cost, predict",
    "line 4: the page does not know “presure*2”",
    "line 7: “#Two” begins a step without a title: write “# Title”",
    "line 9: “look:” stands twice in this step",
    "line 10: “st:” is none of “look:” and “set:”",
    "line 13: “a=historical;export_mt=99” cannot be run",
  ]);
  assert.match(await page.locator(".tour-step").innerText(), /Step 1 of 8/);
});

test("Back brings a class's settings back after a tour, another world or a reset", async () => {
  const mine = "a=historical;pressure*=0.5";
  await move("Pressure to report large harvests", 0.5);
  await shown(mine);
  await page.getByRole("button", { name: "Guided tour" }).click();
  await shown("a=historical");
  await page.goBack();
  await shown(mine);
  await page.getByLabel("World A", { exact: true }).selectOption("no-exports");
  await shown("a=no-exports");
  await page.goBack();
  await shown(mine);
  await page.getByRole("button", { name: "Reset all levers" }).click();
  await shown("a=historical");
  await page.goBack();
  await shown(mine);
});

test("guesses that nobody saved are not left behind without a question", async () => {
  const asked = [];
  page.on("dialog", (dialog) => { asked.push(dialog.type()); void dialog.dismiss(); });
  await page.getByRole("button", { name: "Predict first" }).click();
  await page.getByLabel("Ration of 1961").fill("120");
  await page.keyboard.press("Enter");
  await page.evaluate(() => location.reload());
  await page.waitForTimeout(500);
  assert.deepEqual(asked, ["beforeunload"]);
  assert.match(await page.locator(".guesses").innerText(), /120 kg/);
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save guesses as CSV" }).click()]);
  assert.equal(readFileSync(await saved.path(), "utf8"), "name,ration_1961_kg\n\"Guess 1\",120\n");
  await page.reload();
  await page.waitForSelector("#page[data-ready]", { state: "attached" });
  assert.deepEqual(asked, ["beforeunload"]);
});

test("a year's figures are told where the pointer is", async () => {
  const box = await page.locator("#figure-harvest svg").boundingBox();
  const row = ofYear(nativeYears(["historical"]), 1959);
  for (let share = 0.1; share < 1; share += 0.02) {
    await page.mouse.move(box.x + share * box.width, box.y + box.height / 2);
    const said = await page.locator("#figure-harvest .readout").first().innerText();
    if (said.startsWith("1959")) return assert.match(said, new RegExp(`Claimed, Mt ${row.output_reported_mt.toFixed(1)}`));
  }
  assert.fail("1959 was not told");
});

test("an event is told with its source and marked in the pictures", async () => {
  await page.getByRole("button", { name: "Later" }).click();
  assert.match(await page.locator(".event").innerText(), /1957-02 Hundred Flowers.*Source: /s);
  assert.ok((await page.locator(".mark").count()) >= 5);
});

test("the keyboard alone suffices, and the focus can be seen", async () => {
  const reach = async (test) => {
    for (let i = 0; i < 120; ++i) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(test)) return;
    }
    assert.fail(`not reached: ${test}`);
  };
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await reach(() => document.activeElement.labels?.[0]?.textContent === "World B");
  await page.keyboard.press("H");
  await page.waitForFunction(() => document.getElementById("page").dataset.fragment.includes("&b="));
  await reach(() => document.activeElement.labels?.[0]?.textContent === "Pressure to report large harvests");
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), "none");
  await page.keyboard.press("Home");
  await page.waitForFunction(() => document.getElementById("page").dataset.fragment.includes("pressure*=0"));
  await reach(() => document.activeElement.textContent === "Later");
  await page.keyboard.press("Enter");
  await reach(() => document.activeElement.textContent.startsWith("Table: Claimed"));
  await page.keyboard.press("Enter");
  await page.locator("#figure-harvest table").first().waitFor();
});

for (const colorScheme of ["light", "dark"])
  test(`axe finds nothing to object to (${colorScheme})`, async () => {
    await open("a=historical&b=honest-reporting", { colorScheme });
    await page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
    await page.getByRole("button", { name: "Guided tour" }).click();
    await page.evaluate(axeSource);
    const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
    assert.deepEqual(found.violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].html.slice(0, 160), nodes[0].failureSummary]), []);
  });

test("from a telephone's width to a wall's nothing is wider than the page", async () => {
  for (const width of [390, 768, 1280, 2560]) {
    await open("a=historical&b=ladder-of-lies", { viewport: { width, height: 800 } });
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(excess <= 0, `${width}: ${excess} px too wide`);
  }
});

test("on a telephone the picture of the lie stays in sight and covers no lever that has the focus", async () => {
  await open("", { viewport: { width: 390, height: 844 } });
  for (const label of ["Belief lag", "Pressure to report large harvests"]) {
    const slider = page.getByLabel(label, { exact: true });
    await slider.focus();
    await page.waitForTimeout(400);
    const on = await slider.evaluate((input) => {
      const { left, top, width, height } = input.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === input;
    });
    assert.ok(on, label);
    assert.ok(await page.locator("#figure-harvest").evaluate((each) => each.getBoundingClientRect().top >= 0), label);
  }
});

test("nothing moves while a slider moves", async () => {
  await page.evaluate(() => {
    globalThis.jumps = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((each) => { globalThis.jumps += each.value; }))
      .observe({ type: "layout-shift" });
  });
  for (const value of [0, 0.5, 1, 1.5, 0.2]) {
    await move("Pressure to report large harvests", value);
    await shown(`a=historical;pressure*=${value}`);
  }
  assert.ok((await page.evaluate(() => globalThis.jumps)) < 0.02);
});

test("every word in the pictures is in the file of words", async () => {
  const words = JSON.parse(readFileSync(new URL("../src/words.json", import.meta.url), "utf8")).pictures;
  const seen = new Set();
  for (const fragment of ["a=historical", "a=historical&b=honest-reporting&year=1959", "a=ladder-of-lies"]) {
    await open(fragment);
    for (const text of await page.locator(".picture text").allTextContents()) seen.add(text);
  }
  const scenario = ["Historical", "Honest reporting", "Ladder of lies"];
  const unknown = [...seen].map((text) => text.replace(/\d+(?:[.,]\d+)*/g, "#"))
    .filter((text) => /[a-z]{2}/i.test(text) && !scenario.includes(text) && words[text] === undefined);
  assert.deepEqual([...new Set(unknown)], []);
});
