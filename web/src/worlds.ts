/// Which scenarios are shown, what each is, and how two differ.
import { h, newId } from "./dom";
import type { Tables, View } from "./engine-types";
import { unchanged, type State } from "./state";
import { fill, words } from "./words";

const text = words.worlds;
const story = ["undoes", "teaches", "cannot_say", "surprise"] as const;

function about(tables: Tables, base: string): HTMLElement {
  const scenario = tables.scenarios.find(({ name }) => name === base)!;
  const parts = story.filter((part) => scenario[part] !== "");
  return h("div", { class: "about" }, h("p", {}, scenario.summary),
    h("details", {}, h("summary", {}, fill(text.about, { title: scenario.title })),
      h("dl", {}, ...parts.flatMap((part) => [h("dt", {}, text[part]), h("dd", {}, scenario[part])]))));
}

function picker(tables: Tables, index: number, state: () => State, changed: () => void) {
  const id = newId("world"), told = h("div", {});
  const options = tables.scenarios.map(({ name, title }) => h("option", { value: name }, title));
  const none = index === 0 ? [] : [h("option", { value: "" }, text.none)];
  const select = h("select", { id }, ...none, ...options);
  select.addEventListener("change", () => {
    const now = state();
    if (select.value === "") { now.worlds.length = 1; now.active = 0; }
    else { now.worlds[index] = unchanged(select.value); now.active = index; }
    changed();
  });
  let shown = "?";
  const show = (now: State) => {
    const base = now.worlds[index]?.base ?? "";
    select.value = base;
    if (base === shown) return;
    shown = base;
    told.replaceChildren(...(base === "" ? [] : [about(tables, base)]));
  };
  const element = h("div", { class: "world" }, h("label", { for: id }, text.picker[index]!), select, told);
  return { element, show };
}

function activeChoice(state: () => State, changed: () => void) {
  const radios = text.active_each.map((_, i) =>
    h("input", { type: "radio", name: "active", id: newId("active"), value: i }));
  radios.forEach((radio, i) => radio.addEventListener("change", () => { state().active = i; changed(); }));
  const element = h("fieldset", { class: "active", hidden: true }, h("legend", {}, text.active),
    ...radios.flatMap((radio, i) => [radio, h("label", { for: radio.id }, text.active_each[i]!)]));
  const show = (now: State) => {
    element.hidden = now.worlds.length < 2;
    radios.forEach((radio, i) => { radio.checked = i === now.active; });
  };
  return { element, show };
}

/// Which deaths and which form of unequal access the constants are of.
function readingPicker(tables: Tables, state: () => State, changed: () => void) {
  const id = newId("reading");
  const options = tables.readings.map(({ name, title }) => h("option", { value: name }, title));
  const select = h("select", { id }, h("option", { value: "" }, text.own_reading), ...options);
  select.addEventListener("change", () => { state().reading = select.value; changed(); });
  const show = (now: State) => { select.value = now.reading; };
  return { element: h("div", { class: "world" }, h("label", { for: id }, text.reading), select), show };
}

export function worldPicker(tables: Tables, state: () => State, changed: () => void) {
  const pickers = [0, 1].map((index) => picker(tables, index, state, changed));
  const active = activeChoice(state, changed), reading = readingPicker(tables, state, changed);
  const difference = h("p", { class: "difference" });
  const element = h("section", { class: "worlds", "aria-label": text.title },
    ...[...pickers, reading].map((each) => each.element));
  return {
    element,
    difference,
    activeChoice: active.element,
    show: (now: State) => { [...pickers, active, reading].forEach((each) => each.show(now)); },
    view: (view: View) => {
      const said = view.figures.comparison;
      difference.hidden = said === null;
      difference.replaceChildren(h("strong", {}, `${text.difference}: `), said ?? "");
    },
  };
}
