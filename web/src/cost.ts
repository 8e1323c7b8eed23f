/// The figures that a world comes to, and what others have published on the dead.
import { dataTable, h } from "./dom";
import type { Estimate, Tables, View, WorldFigures, YearRow } from "./engine-types";
import { figure, fill, words } from "./words";

function extreme(
  years: YearRow[], value: (year: YearRow) => number, better: (a: number, b: number) => boolean,
): { year: number; value: number } {
  const all = years.map((year) => ({ year: year.year, value: value(year) }));
  return all.reduce((best, each) => (better(each.value, best.value) ? each : best));
}

function stripRows(world: WorldFigures): string[] {
  const text = words.strip;
  const claim = extreme(world.years, (y) => y["output_reported_mt"]! / y["output_actual_mt"]!, (a, b) => a > b);
  const ration = extreme(world.years, (y) => y["rural_ration_kg"]!, (a, b) => a < b);
  const taken = world.years.find(({ year }) => year === 1959)!;
  return [
    fill(text.times, { value: figure(claim.value, 2), year: claim.year }),
    fill(text.mt, {
      value: figure(taken["procurement_net_mt"], 1), harvest: figure(taken["output_actual_mt"], 0),
    }),
    fill(text.kg, { value: figure(ration.value, 0), year: ration.year }),
    fill(text.deaths_value, { value: figure(world.excess_deaths_million, 1) }),
  ];
}

export function strip(tables: Tables) {
  const text = words.strip;
  const heads = [text.claim, text.taken, text.ration, text.deaths];
  const body = h("div", { class: "strip-body" });
  const show = (view: View): void => {
    const worlds = view.figures.worlds, rows = worlds.map(stripRows);
    body.replaceChildren(h("dl", {}, ...heads.map((head, i) => h("div", {},
      h("dt", {}, head),
      ...rows.map((row, w) => h("dd", { class: `world-${w}` },
        worlds.length > 1 ? h("span", { class: "who" }, "AB"[w]!) : null, h("strong", {}, row[i]!))),
      i === 3 ? h("dd", { class: "help" }, fill(text.published, { range: tables.published_range })) : null))));
  };
  return { element: h("section", { class: "strip card", "aria-label": text.title }, body), show };
}

function estimateRow(estimate: Estimate): string[] {
  const { low_million: low, high_million: high } = estimate;
  const million = high === null ? fill(words.cost.or_more, { low })
    : low === high ? String(low) : `${low}–${high}`;
  return [estimate.author, estimate.period, million, estimate.evidence, estimate.citation, estimate.note];
}

export function costText(tables: Tables) {
  const said = h("p", { class: "said" });
  const element = h("div", {}, said, h("p", {}, words.cost.registered),
    h("details", { class: "table" }, h("summary", {}, words.cost.estimates),
      dataTable(words.cost.estimates, words.cost.columns, tables.death_estimates.map(estimateRow))));
  const show = ({ figures }: View): void => {
    const titles = figures.worlds.map(({ title, excess_deaths_million }) =>
      fill(words.cost.model_each, { title, value: figure(excess_deaths_million, 1) })).join("; ");
    said.textContent = fill(words.cost.model, {
      titles, range: tables.published_range, authors: tables.published_authors,
    });
  };
  return { element, show };
}
