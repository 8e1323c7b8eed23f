/// The pictures of the page, with the figures of their tables.
import type { FigureInfo } from "./figure";
import type { WorldFigures, YearRow } from "./engine-types";
import { figure, words } from "./words";

const columns = (...named: [string, number][]) => (world: WorldFigures): string[][] =>
  world.years.map((year: YearRow) =>
    [String(year.year), ...named.map(([name, decimals]) => figure(year[name], decimals))]);

function ladderRows({ ladder }: WorldFigures): string[][] {
  const row = (name: string, mt: number) =>
    [name, figure(mt, 1), figure(mt / ladder.harvest_mt, 2)];
  return [row(words.ladder.harvest, ladder.harvest_mt),
    ...ladder.claims_mt.map((claim, i) => row(ladder.levels[i] ?? "", claim))];
}

const monthRows = (world: WorldFigures): string[][] =>
  world.months.map(([month, village, state]) => [month, figure(village, 1), figure(state, 1)]);

export const harvest: FigureInfo = {
  kind: "harvest", shared: false, ratio: 0.58, chart: "harvest",
  rows: columns(["output_reported_mt", 1], ["output_believed_mt", 1], ["output_actual_mt", 1],
    ["procurement_net_mt", 1]),
};

export const ladder: FigureInfo = {
  kind: "ladder", shared: false, ratio: 0.5, chart: "ladder", rows: ladderRows,
};

export const village: FigureInfo[] = [
  {
    kind: "ration", shared: false, ratio: 0.62, chart: "ration",
    rows: columns(["rural_ration_kg", 0], ["ration_on_record_kg", 0], ["need_kg", 0]),
  },
  { kind: "stores", shared: false, ratio: 0.62, chart: "stores", rows: monthRows },
  {
    kind: "flows", shared: false, ratio: 0.7, chart: "flows",
    rows: columns(["output_actual_mt", 1], ["procurement_net_mt", 1], ["served_mt", 1],
      ["town_supply_mt", 1], ["export_mt", 1], ["crew_grain_mt", 1], ["other_use_mt", 1],
      ["into_stores_mt", 1], ["from_stores_mt", 1]),
  },
];

export const cost: FigureInfo[] = [
  {
    kind: "deaths", shared: true, ratio: 0.62, chart: "people",
    rows: columns(["crude_death_rate_per_1000", 1], ["death_rate_on_record_per_1000", 1],
      ["excess_deaths_million", 1]),
  },
  {
    kind: "births", shared: true, ratio: 0.62, chart: null,
    rows: columns(["crude_birth_rate_per_1000", 1], ["births_lost_million", 1]),
  },
];
