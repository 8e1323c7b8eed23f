/// The pictures of the page, with the columns of their tables.
import type { PictureInfo } from "./picture";

const years = { key: "year", rows: ({ years }) => years } satisfies Partial<PictureInfo>;

export const harvest: PictureInfo = {
  kind: "harvest", shared: false, ratio: 0.58, chart: "harvest", ...years,
  columns: ["output_reported_mt", "output_believed_mt", "output_actual_mt", "procurement_net_mt"],
};

export const ladder: PictureInfo = {
  kind: "ladder", shared: false, ratio: 0.5, chart: "ladder", key: "level", rows: ({ ladder }) => ladder,
  columns: ["claim_mt", "claim_over_harvest"],
};

export const village: PictureInfo[] = [
  {
    kind: "ration", shared: false, ratio: 0.62, chart: "ration", ...years,
    columns: ["rural_ration_kg", "ration_on_record_kg", "need_kg"],
  },
  {
    kind: "stores", shared: false, ratio: 0.62, chart: "stores", key: "month", rows: ({ months }) => months,
    columns: ["village_grain_mt", "state_grain_mt"],
  },
  {
    kind: "flows", shared: false, ratio: 0.7, chart: "flows", ...years,
    columns: ["output_actual_mt", "procurement_net_mt", "served_mt", "town_supply_mt", "export_mt",
      "crew_grain_mt", "other_use_mt", "into_stores_mt", "from_stores_mt"],
  },
];

export const cost: PictureInfo[] = [
  {
    kind: "deaths", shared: true, ratio: 0.62, chart: "people", ...years,
    columns: ["crude_death_rate_per_1000", "death_rate_on_record_per_1000", "excess_deaths_million"],
  },
  {
    kind: "births", shared: true, ratio: 0.62, chart: null, ...years,
    columns: ["crude_birth_rate_per_1000", "births_lost_million"],
  },
];
