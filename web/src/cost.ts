/// The figures that a world comes to, and what others have published on the dead.
import type { Columns } from "./columns";
import { dataTable, h } from "./dom";
import type { Estimate, Tables, View, WorldFigures } from "./engine-types";
import { fill, words } from "./words";

/// The figure of a whole run, and where it is an extreme its year.
const told = (columns: Columns, { measures }: WorldFigures, name: string, year = "") =>
  ({ value: columns.cell(measures, name), year: String(measures[year] ?? "–") });

function stripRows(columns: Columns, world: WorldFigures): string[] {
  const text = words.strip;
  const taken = world.years.find(({ year }) => year === 1959)!;
  return [
    fill(text.times, told(columns, world, "largest_claim", "largest_claim_year")),
    fill(text.mt, {
      value: columns.cell(taken, "procurement_net_mt"), harvest: columns.cell(taken, "output_actual_mt"),
    }),
    fill(text.kg, told(columns, world, "lowest_ration_kg", "lowest_ration_year")),
    world.untested.length ? text.no_toll
      : fill(text.deaths_value, told(columns, world, "excess_deaths_million")),
  ];
}

/// What the other readings say, or why nothing is said.
function besideDeaths(world: WorldFigures): string {
  const text = words.strip;
  if (world.untested.length) return fill(text.untested, { causes: world.untested.join("; ") });
  if (!world.range) return text.no_range;
  const million = (value: number) => value.toFixed(1);
  return fill(text.range, {
    low: million(world.range.low_million), high: million(world.range.high_million),
  });
}

export function strip(columns: Columns) {
  const text = words.strip;
  const heads = [text.claim, text.taken, text.ration, text.deaths];
  const body = h("div", { class: "strip-body" });
  const show = (view: View): void => {
    const worlds = view.figures.worlds, rows = worlds.map((world) => stripRows(columns, world));
    const who = (w: number) => worlds.length > 1 ? h("span", { class: "who" }, "AB"[w]!) : null;
    body.replaceChildren(h("dl", {}, ...heads.map((head, i) => h("div", {},
      h("dt", {}, head),
      ...rows.map((row, w) => h("dd", { class: `world-${w}` }, who(w), h("strong", {}, row[i]!))),
      ...(i === 3 ? worlds.map((world, w) => h("dd", { class: "help" }, who(w), besideDeaths(world))) : [])))));
  };
  return { element: h("section", { class: "strip card", "aria-label": text.title }, body), show };
}

function estimateRow(estimate: Estimate): string[] {
  const { low_million: low, high_million: high } = estimate;
  const million = high === null ? fill(words.cost.or_more, { low })
    : low === high ? String(low) : `${low}–${high}`;
  return [estimate.author, estimate.period, million, estimate.evidence, estimate.citation, estimate.note];
}

export function costText(tables: Tables, columns: Columns) {
  const said = h("p", { class: "said" });
  const counts = h("details", { class: "table" }, h("summary", {}, words.cost.estimates),
    dataTable(words.cost.estimates, words.cost.columns, tables.death_estimates.map(estimateRow)));
  const over = h("p", {});
  const element = h("div", {}, said, over, h("p", {}, words.cost.corrected), counts);
  const show = ({ figures }: View): void => {
    const titles = figures.worlds.map((world) => world.untested.length
      ? fill(words.cost.untested_each, { title: world.title, causes: world.untested.join("; ") })
      : fill(words.cost.model_each,
        { title: world.title, ...told(columns, world, "excess_deaths_million") })).join("; ");
    said.textContent = fill(words.cost.model, { titles });
    over.textContent = figures.worlds.filter(({ range, untested }) => range && !untested.length)
      .map(({ title, range }) => fill(words.cost.over_readings, { title, range: range!.words })).join(" ");
    counts.hidden = !figures.worlds.some((world) => world.is_history);
  };
  return { element, show };
}
