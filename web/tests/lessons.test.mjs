// docs/teaching.md promises figures: each is looked up on the page, as a class would. Plan one is also
// walked through by its own hands: sliders and tables, step by step.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { pageFile, patience, root, startBrowser } from "./support.mjs";

const text = readFileSync(join(root, "docs/teaching.md"), "utf8");
const plans = text.split(/^## (?=Plan )/m).slice(1).map((plan) => ({
  name: plan.split("\n")[0],
  rows: [...plan.matchAll(/^\| (\d) \| `([^`]*)` \| ([^|]*) \| ([^|]*) \| ([^|]*) \| ([^|]*) \|$/gm)]
    .map(([, step, fragment, picture, row, column, figure]) => ({ step, fragment, picture, row, column, figure })),
}));
let browser, page;

before(async () => {
  browser = await startBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(patience);
  await page.goto(pathToFileURL(pageFile).href);
  await shown("a=historical");
});
after(() => browser?.close());

const shown = (fragment) => page.waitForFunction((wanted) =>
  document.getElementById("page").dataset.fragment === wanted, fragment);

const cell = ({ picture, row, column }) => page.evaluate(([title, name, head]) => {
  const figure = [...document.querySelectorAll("figure")].find((each) => each.querySelector("h3").textContent === title);
  const details = figure.querySelector("details.table");
  details.open = true;
  details.dispatchEvent(new Event("toggle"));
  const table = figure.querySelector("table");
  const place = [...table.tHead.rows[0].cells].findIndex((each) => each.textContent === head);
  const line = [...table.tBodies[0].rows].find((each) => each.cells[0].textContent === name);
  return line?.cells[place]?.textContent;
}, [picture, row, column]);

test("there are three plans, and each promises figures", () => {
  assert.deepEqual(plans.map(({ rows }) => rows.length > 10), [true, true, true]);
});

for (const plan of plans)
  test(`${plan.name}: the page shows every figure`, async () => {
    for (const row of plan.rows) {
      await page.evaluate((fragment) => { location.hash = fragment; }, row.fragment);
      await shown(row.fragment);
      assert.equal(await cell(row), row.figure, JSON.stringify(row));
    }
  });

async function move(label, value) {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.press("Home");
  for (let i = 0; i < value; ++i) await page.keyboard.press("ArrowRight");
}

test("plan one, walked through by hand", async () => {
  const promised = (step) => plans[0].rows.filter((row) => row.step === step);
  const expect = async (rows) => {
    for (const row of rows) assert.equal(await cell(row), row.figure, JSON.stringify(row));
  };
  await page.evaluate(() => { location.hash = "a=historical"; });
  await shown("a=historical");
  await expect(promised("1"));
  await page.getByLabel("Year of the ladder").selectOption("1958");
  await shown("a=historical&year=1958");
  await expect(promised("2"));
  for (const [presses, levels] of [[0, 1], [7, 8]]) {
    await move("Levels that a report passes", presses);
    await shown(`a=historical;levels=${levels}&year=1958`);
    await expect(promised("3").filter(({ fragment }) => fragment.includes(`levels=${levels}&`)));
  }
  await page.getByRole("button", { name: "Reset all levers" }).click();
  await move("Pressure to report large harvests", 0);
  await shown("a=historical;pressure*=0&year=1958");
  await expect([...promised("4"), ...promised("5")].filter(({ fragment }) => fragment.includes("pressure")));
});
