/// What is set on the page: a value, written into links and into scenario files.
import type { Tables, Worlds } from "./engine-types";
import { fill, words } from "./words";

/// A lever held at a value, or its schedule times a factor.
export type LeverSetting = { how: "set" | "scale"; value: number };

/// A shipped scenario and what was changed in it.
export interface World {
  base: string;
  levers: Record<string, LeverSetting>;
  parameters: Record<string, number>;
  levels: number | null;
}

export interface State {
  worlds: World[];
  active: number;
  /// Of the record, by its name, for all worlds; empty: each scenario's own.
  reading: string;
  /// Of the ladder; 0: the year of the largest claim.
  year: number;
}

export const unchanged = (base: string): World => ({
  base, levers: {}, parameters: {}, levels: null,
});

export const firstState = (): State => ({ worlds: [unchanged("historical")], active: 0, reading: "", year: 0 });

export const isChanged = (world: World): boolean =>
  world.levels !== null || Object.keys(world.levers).length + Object.keys(world.parameters).length > 0;

/// The same scenarios without what was changed in them.
export const withoutChanges = (state: State): State =>
  ({ ...state, worlds: state.worlds.map((world) => unchanged(world.base)) });

// Links: a=historical;pressure*=1.2;verification=2;belief_lag_years=0.5;levels=6&b=...&reading=un&year=1958

const keys = ["a", "b"];

function worldText(world: World): string {
  const parts = [world.base];
  for (const [name, { how, value }] of Object.entries(world.levers))
    parts.push(`${name}${how === "set" ? "=" : "*="}${value}`);
  for (const [name, value] of Object.entries(world.parameters)) parts.push(`${name}=${value}`);
  if (world.levels !== null) parts.push(`levels=${world.levels}`);
  return parts.join(";");
}

export function fragmentOf(state: State): string {
  const parts = state.worlds.map((world, i) => `${keys[i]}=${worldText(world)}`);
  if (state.reading !== "") parts.push(`reading=${state.reading}`);
  if (state.year !== 0) parts.push(`year=${state.year}`);
  if (state.active !== 0) parts.push(`active=${keys[state.active]}`);
  return parts.join("&");
}

/// Reads one change into the world; what is not known is told.
function readChange(text: string, world: World, tables: Tables): string | null {
  const match = /^([a-z_]+)(=|\*=?)(-?[0-9.]+(?:e[+-]?[0-9]+)?)$/.exec(text);
  const value = Number(match?.[3]) + 0; // and no minus before a zero
  if (!match || !Number.isFinite(value)) return text;
  const [, name, mark] = match as unknown as [string, string, string];
  if (name in world.levers || name in world.parameters || (name === "levels" && world.levels !== null)) return text;
  if (name === "levels" && mark === "=") world.levels = value;
  else if (tables.levers.some((row) => row.name === name))
    world.levers[name] = { how: mark === "=" ? "set" : "scale", value };
  else if (mark === "=" && tables.parameters.some((row) => row.name === name))
    world.parameters[name] = value;
  else return text;
  return null;
}

function readWorld(text: string, tables: Tables, unknown: string[]): World | null {
  const [base, ...changes] = text.split(";");
  if (!tables.scenarios.some((scenario) => scenario.name === base)) {
    unknown.push(base ?? "");
    return null;
  }
  const world = unchanged(base!);
  for (const change of changes) {
    const fault = readChange(change, world, tables);
    if (fault !== null) unknown.push(fault);
  }
  return world;
}

/// A text that is no proper encoding stands for itself.
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/// The parts of a fragment by their keys; what has no such key, or one that stood before, is told.
function partsOf(fragment: string, unknown: string[]): Map<string, string> {
  const parts = new Map<string, string>();
  for (const part of decoded(fragment.replace(/^#/, "")).split("&")) {
    const at = part.indexOf("="), key = part.slice(0, Math.max(0, at));
    if ([...keys, "reading", "year", "active"].includes(key) && !parts.has(key)) parts.set(key, part.slice(at + 1));
    else if (part !== "") unknown.push(part);
  }
  return parts;
}

/// The state that a fragment tells, and what in it was not understood.
export function stateOf(fragment: string, tables: Tables): { state: State; unknown: string[] } {
  const unknown: string[] = [], state = firstState(), parts = partsOf(fragment, unknown);
  const worlds = keys.flatMap((key) => {
    const text = parts.get(key);
    const world = text === undefined ? null : readWorld(text, tables, unknown);
    return world === null ? [] : [world];
  });
  if (worlds.length > 0) state.worlds = worlds;
  const reading = parts.get("reading");
  if (tables.readings.some(({ name }) => name === reading)) state.reading = reading!;
  else if (reading !== undefined) unknown.push(`reading=${reading}`);
  const year = parts.get("year"), active = parts.get("active");
  if (year !== undefined && /^19(5[7-9]|6[0-2])$/.test(year)) state.year = Number(year);
  else if (year !== undefined) unknown.push(`year=${year}`);
  if (active === "b" && state.worlds.length > 1) state.active = 1;
  else if (active !== undefined && active !== "a") unknown.push(`active=${active}`);
  return { state, unknown };
}

// Scenario files

function leverLine(name: string, { how, value }: LeverSetting): string {
  return `${name} = ${how === "set" ? value : `{ scale = ${value} }`}`;
}

function parameterLine(name: string, value: number): string {
  return `${name} = { value = ${value}, source = ${JSON.stringify(words.file.source)} }`;
}

const table = (head: string, lines: string[]): string[] =>
  lines.length === 0 ? [] : ["", `[${head}]`, ...lines];

/// The world as a scenario file that `granary run` reads: the page runs this text and no other.
export function scenarioText(world: World, title: string, reading: string): string {
  const lines = [
    `title   = ${JSON.stringify(title)}`,
    `summary = ${JSON.stringify(fill(words.file.summary, { base: world.base }))}`,
    `extends = ${JSON.stringify(world.base)}`,
  ];
  if (reading !== "") lines.push(`reading = ${JSON.stringify(reading)}`);
  if (world.levels !== null) lines.push(`reporting_levels = ${world.levels}`);
  const levers = Object.entries(world.levers).map(([name, setting]) => leverLine(name, setting));
  const parameters = Object.entries(world.parameters)
    .map(([name, value]) => parameterLine(name, value));
  return [...lines, ...table("levers", levers), ...table("parameters", parameters), ""].join("\n");
}

function titleOf(world: World, tables: Tables): string {
  const title = tables.scenarios.find((scenario) => scenario.name === world.base)!.title;
  return isChanged(world) ? fill(words.file.changed, { title }) : title;
}

/// Titles that tell the worlds apart.
export function titlesOf(state: State, tables: Tables): string[] {
  const titles = state.worlds.map((world) => titleOf(world, tables));
  const alike = titles.length > 1 && titles[0] === titles[1];
  return alike ? titles.map((title, i) => `${title} ${"AB"[i]}`) : titles;
}

export const fileName = (index: number): string => `world-${keys[index]}.toml`;

export function worldsOf(state: State, tables: Tables): Worlds {
  const titles = titlesOf(state, tables);
  return {
    texts: state.worlds.map((world, i) => scenarioText(world, titles[i]!, state.reading)),
    names: state.worlds.map((_, i) => fileName(i)),
    year: state.year,
  };
}
