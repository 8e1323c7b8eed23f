/// The levers of the active world: the five of the lie, and all others behind a fold.
import { button, h, newId } from "./dom";
import type { LeverRow, ParameterRow, Tables } from "./engine-types";
import { slider, type Slider } from "./slider";
import type { LeverSetting, World } from "./state";
import { figure, fill, words } from "./words";

type Changed = () => void;
export interface Levers {
  element: HTMLElement;
  show(world: World): void;
}

const text = words.levers;
const inUnit = (unit: string): string => (unit === "1" ? "" : ` ${unit}`);
const row = <Row extends { name: string }>(rows: Row[], name: string): Row =>
  rows.find((each) => each.name === name)!;

function setOrDelete<Value>(record: Record<string, Value>, name: string, value: Value | null): void {
  if (value === null) delete record[name];
  else record[name] = value;
}

const testedText = ({ tested_low, tested_high, unit }: LeverRow): string =>
  fill(text.tested, { low: tested_low, high: tested_high, unit: inUnit(unit) });

/// Where the sliders' changes go.
interface Target {
  tables: Tables;
  active: () => World;
  changed: Changed;
}

/// A slider, and how it reads a world: what is set there (null: nothing), and the scenario's own value.
type Part = [Slider, (world: World) => [set: number | null, own?: number | undefined, said?: string]];

/// What a slider of that kind shows of a lever: a setting of the other kind is told in words alone.
function ofKind(how: LeverSetting["how"], name: string): Part[1] {
  return (world) => {
    const set = world.levers[name];
    if (set === undefined || set.how === how) return [set?.value ?? null];
    return [null, undefined, fill(text.other_kind[set.how], { value: set.value })];
  };
}

function setLever({ active, changed }: Target, name: string, setting: LeverSetting | null): void {
  setOrDelete(active().levers, name, setting);
  changed();
}

function pressure(target: Target): Part {
  const made = slider({
    label: text.pressure, help: text.pressure_help, min: 0, max: 1.5, step: 0.05, own: 1,
    say: (value) => fill(text.pressure_value, { value: String(value ?? 1) }),
    change: (value) => setLever(target, "pressure", value === null ? null : { how: "scale", value }),
  });
  return [made, ofKind("scale", "pressure")];
}

function verification(target: Target): Part {
  const found = row(target.tables.levers, "verification");
  const made = slider({
    label: text.verification, help: `${found.meaning}. ${found.source}. ${testedText(found)}`,
    min: found.low, max: found.high, tested: [found.tested_low, found.tested_high], step: 0.1, own: 0,
    say: (value) => value === null ? text.verification_own
      : fill(text.verification_set, { value: String(value) }),
    change: (value) => setLever(target, "verification", value === null ? null : { how: "set", value }),
  });
  return [made, ofKind("set", "verification")];
}

function levels({ tables, active, changed }: Target): Part {
  const own = (world: World) => row(tables.scenarios, world.base).reporting_levels;
  const made = slider({
    label: text.levels, help: text.levels_help, min: 1, max: 8, step: 1, own: 4,
    say: (value) => String(value ?? own(active())),
    change: (value) => { active().levels = value; changed(); },
  });
  return [made, (world) => [world.levels, own(world)]];
}

function constant(
  { tables, active, changed }: Target, name: "exaggeration_per_level" | "belief_lag_years",
  label: string, decimals: number,
): Part {
  const found: ParameterRow = row(tables.parameters, name);
  const own = (world: World) => row(tables.scenarios, world.base)[name];
  const made = slider({
    label, help: `${found.meaning}. ${found.source}`, min: found.low, max: found.high, step: 0.01,
    own: found.value,
    say: (value) => figure(value ?? own(active()), decimals) + inUnit(found.unit),
    change: (value) => { setOrDelete(active().parameters, name, value); changed(); },
  });
  return [made, (world) => [world.parameters[name] ?? null, own(world)]];
}

/// The five sliders of the lie.
export function lieLevers(tables: Tables, active: () => World, changed: Changed): Levers {
  const target = { tables, active, changed };
  const parts = [
    pressure(target), constant(target, "exaggeration_per_level", text.exaggeration, 3), levels(target),
    verification(target), constant(target, "belief_lag_years", text.belief_lag, 2),
  ];
  const element = h("div", { class: "lie-levers" }, ...parts.map(([part]) => part.element));
  const show = (world: World) => parts.forEach(([part, read]) => part.show(...read(world)));
  return { element, show };
}

/// One lever of the fold: as in the scenario, held at a value, or its schedule times a factor.
function otherLever(found: LeverRow, active: () => World, changed: Changed): Levers {
  const label = newId("name"), help = newId("help");
  const how = h("select", { "aria-labelledby": label, "aria-describedby": help },
    ...(["own", "set", "scale"] as const).map((each) => h("option", { value: each }, text.how[each])));
  const value = h("input", { type: "number", step: "any", "aria-labelledby": label });
  const current = (): LeverSetting => ({
    how: how.value === "scale" ? "scale" : "set", value: Number(value.value),
  });
  const bounds = (setting: string) => {
    value.min = String(setting === "scale" ? 0 : found.low);
    value.max = setting === "scale" ? "" : String(found.high);
    value.disabled = setting === "own";
  };
  how.addEventListener("change", () => {
    bounds(how.value);
    if (how.value === "own") value.value = "";
    else if (value.value === "") value.value = how.value === "scale" ? "1" : String(found.default ?? found.low);
    setOrDelete(active().levers, found.name, how.value === "own" ? null : current());
    changed();
  });
  value.addEventListener("input", () => {
    if (value.value === "" || !Number.isFinite(Number(value.value))) return;
    active().levers[found.name] = current();
    changed();
  });
  const show = (world: World) => {
    const setting = world.levers[found.name];
    how.value = setting?.how ?? "own";
    bounds(how.value);
    if (document.activeElement !== value) value.value = setting ? String(setting.value) : "";
  };
  const range = [fill(text.range, { low: found.low, high: found.high, unit: inUnit(found.unit) }),
    testedText(found)].join(" ");
  const element = h("div", { class: "other-lever" },
    h("span", { id: label, class: "lever-name" }, found.name.replace(/_/g, " ")), how, value,
    h("p", { id: help, class: "help" }, `${found.meaning}. ${range} ${text.source} ${found.source}.`));
  return { element, show };
}

/// Every lever of the table that has no slider of its own.
export function otherLevers(tables: Tables, active: () => World, changed: Changed): Levers {
  const sliders = ["pressure", "verification"];
  const parts = tables.levers.filter((each) => !sliders.includes(each.name))
    .map((each) => otherLever(each, active, changed));
  const element = h("details", { class: "more" }, h("summary", {}, text.more),
    h("p", {}, text.more_help), ...parts.map((part) => part.element));
  return { element, show: (world) => parts.forEach((part) => part.show(world)) };
}

/// Everything of a world back to its scenario.
export function resetButton(active: () => World, changed: Changed): HTMLButtonElement {
  return button(text.reset_all, () => {
    Object.assign(active(), { levers: {}, parameters: {}, levels: null });
    changed();
  });
}
