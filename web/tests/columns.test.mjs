// What the page shows goes by names: a column that moves, or a new one before it, changes nothing.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { createServer } from "vite";

let server, page, tables, world;

before(async () => {
  server = await createServer({
    configFile: false, root: fileURLToPath(new URL("..", import.meta.url)), appType: "custom",
    logLevel: "error", server: { middlewareMode: true, ws: false }, optimizeDeps: { noDiscovery: true },
  });
  const [{ Columns }, figures] =
    await Promise.all(["/src/columns.ts", "/src/pictures.ts"].map((file) => server.ssrLoadModule(file)));
  page = { Columns, figures };
  const column = (name, unit_heading, label, decimals) =>
    ({ name, unit: unit_heading, unit_heading, label, meaning: label, decimals });
  tables = { columns: [
    column("output_reported_mt", "Mt", "claimed", 1), column("output_believed_mt", "Mt", "believed", 1),
    column("output_actual_mt", "Mt", "harvest", 1), column("procurement_net_mt", "Mt", "taken net", 1),
    column("claim_mt", "Mt", "reports", 1), column("claim_over_harvest", "", "times the harvest", 2),
    column("village_grain_mt", "Mt", "village stores", 1), column("state_grain_mt", "Mt", "state granary", 1),
  ] };
  world = {
    years: [{ year: 1958, output_reported_mt: 375, output_believed_mt: 250.06, output_actual_mt: 200,
      procurement_net_mt: null }],
    months: [{ month: "1958-01", village_grain_mt: 90.04, state_grain_mt: -0.04 }],
    ladder: [{ level: "harvest", claim_mt: 200, claim_over_harvest: 1 }],
  };
});

after(() => server.close());

/** The table of a picture: its headings, then its cells. */
function shown(info, columns, of) {
  const named = new page.Columns(columns);
  return [info.columns.map((name) => named.heading(name)),
    ...info.rows(of).map((row) => [row[info.key], ...info.columns.map((name) => named.cell(row, name))])];
}

const upsideDown = (row) => Object.fromEntries(Object.entries(row).reverse());

test("a table has the engine's labels, units and decimals", () => {
  assert.deepEqual(shown(page.figures.harvest, tables.columns, world), [
    ["Claimed, Mt", "Believed, Mt", "Harvest, Mt", "Taken net, Mt"],
    [1958, "375.0", "250.1", "200.0", "–"],
  ]);
  assert.deepEqual(shown(page.figures.ladder, tables.columns, world),
    [["Reports, Mt", "Times the harvest"], ["harvest", "200.0", "1.00"]]);
});

test("a column that moves, or one before it, changes nothing", () => {
  const another = { name: "another_mt", unit: "Mt", unit_heading: "Mt", label: "another", decimals: 3 };
  const columns = [another, ...tables.columns].reverse();
  const moved = Object.fromEntries(Object.entries(world).map(([key, rows]) =>
    [key, rows.map((row) => upsideDown({ ...row, another_mt: 1 }))]));
  const { harvest, ladder, village } = page.figures;
  for (const info of [harvest, ladder, village.find(({ kind }) => kind === "stores")])
    assert.deepEqual(shown(info, columns, moved), shown(info, tables.columns, world), info.kind);
});

test("a number that the engine does not know is refused", () => {
  const columns = new page.Columns(tables.columns);
  assert.throws(() => columns.heading("harvests_mt"), /no column harvests_mt/);
});
