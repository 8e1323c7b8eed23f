/// The year of the ladder.
import { h } from "./dom";
import type { State } from "./state";
import { words } from "./words";

const years = [1957, 1958, 1959, 1960, 1961, 1962];

export function yearPicker(state: () => State, changed: () => void) {
  const select = h("select", { id: "ladder-year" }, h("option", { value: 0 }, words.ladder.peak),
    ...years.map((year) => h("option", { value: year }, String(year))));
  select.addEventListener("change", () => { state().year = Number(select.value); changed(); });
  return {
    element: h("p", { class: "field" }, h("label", { for: "ladder-year" }, words.ladder.year), select),
    show: (now: State) => { select.value = String(now.year); },
  };
}
