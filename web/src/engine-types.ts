/// What web/engine/engine.cpp answers, in the types of this page.

export type Failure = { error: string };

export interface Engine {
  tables(): string | Failure;
  figures(texts: string[], names: string[], year: number): string | Failure;
  draw(kind: string, texts: string[], names: string[], year: number, width: number, height: number,
    textSize: number): Panel[] | Failure;
  whole_picture(kind: string, texts: string[], names: string[], year: number): string | Failure;
  run_json(text: string, name: string): string | Failure;
  run_csv(text: string, name: string, monthly: boolean): string | Failure;
}

/// A picture, the box of its frame in pixels, and the values at the frame's edges.
export interface Panel {
  svg: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: [number, number];
  y: [number, number];
}

/// What levers and constants have in common.
export interface Bounded {
  name: string;
  unit: string;
  low: number;
  high: number;
  default: number | null;
  meaning: string;
  source: string;
}

export interface LeverRow extends Bounded {
  /// The part of its range in which a toll is told.
  tested_low: number;
  tested_high: number;
}

export interface ParameterRow extends Bounded {
  value: number;
}

/// A number that rows hold under its name.
export interface Column {
  name: string;
  unit: string;
  /// The unit beside a label; empty where a bare number says it.
  unit_heading: string;
  label: string;
  meaning: string;
  decimals: number;
}

export interface Shipped {
  name: string;
  title: string;
  summary: string;
  undoes: string;
  teaches: string;
  cannot_say: string;
  surprise: string;
  reporting_levels: number;
  exaggeration_per_level: number;
  belief_lag_years: number;
}

export interface DatedEvent {
  name: string;
  date: string;
  description: string;
  evidence: string;
  citation: string;
  note: string;
}

export interface Estimate {
  author: string;
  period: string;
  low_million: number;
  high_million: number | null;
  evidence: string;
  citation: string;
  note: string;
}

export interface Tables {
  version: string;
  levers: LeverRow[];
  parameters: ParameterRow[];
  scenarios: Shipped[];
  /// Of the record.
  readings: { name: string; title: string }[];
  columns: Column[];
  events: DatedEvent[];
  /// The events that pictures mark, in the order of their letters.
  turning_points: { date: string; title: string }[];
  death_estimates: Estimate[];
}

/// Numbers by the names of `Tables.columns`.
export type Numbers = Record<string, number | null>;
/// A year's figures, and what charts show beside them.
export type YearRow = { year: number } & Numbers;
/// The stores at a month's end.
export type MonthRow = { month: string } & Record<string, number | string | null>;
/// What a level says of the harvest; the first row is the harvest itself.
export type LevelRow = { level: string } & Record<string, number | string | null>;

export interface WorldFigures {
  title: string;
  finding: string;
  /// Whether it decides as history did: counts of the dead stand beside no other.
  is_history: boolean;
  /// Why no toll is told of it; empty where one is.
  untested: string[];
  /// The reading of the record that its constants are of; may be empty.
  reading: string;
  /// Deaths over all readings; null where none bears a toll.
  range: { low_million: number; high_million: number; words: string } | null;
  /// What the whole run comes to; of an extreme its year too.
  measures: Numbers;
  years: YearRow[];
  months: MonthRow[];
  ladder: LevelRow[];
}

export interface Figures {
  worlds: WorldFigures[];
  headlines: Record<string, string>;
  comparison: string | null;
}

/// Where a picture is to go: its kind, its size in pixels, the size of its text.
export interface Place {
  kind: string;
  width: number;
  height: number;
  text: number;
}

/// Scenario files by text and name, and the year of the ladder; 0: of the largest claim.
export interface Worlds {
  texts: string[];
  names: string[];
  year: number;
}

export interface View {
  figures: Figures;
  panels: Record<string, Panel[]>;
  run_ms: number;
  draw_ms: number;
}

/// Calls of the worker and their answers.
export interface Calls {
  tables: { args: []; answer: Tables };
  view: { args: [Worlds, Place[]]; answer: View };
  draw: { args: [Worlds, Place]; answer: Panel[] };
  wholePicture: { args: [string, Worlds]; answer: string };
  csv: { args: [string, string, boolean]; answer: string };
  json: { args: [string, string]; answer: string };
}
export type CallName = keyof Calls;
