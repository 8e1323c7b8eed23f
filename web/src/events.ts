/// Dated events of the record: one at a time with its sentence and source, marked on every time axis.
import { button, h } from "./dom";
import type { DatedEvent, Tables } from "./engine-types";
import { fill, words } from "./words";

const text = words.events;

/// The beginning of the month or day, in years.
export function timeOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return year + (month - 1 + (day - 1) / 31) / 12;
}

function sentence(event: DatedEvent): string {
  const note = event.note === "" ? "" : ` (${event.note})`;
  return `${event.description} ${fill(text.source, { citation: event.citation, note, evidence: event.evidence })}`;
}

function wholeList(events: DatedEvent[]): HTMLElement {
  const items = events.map((event) =>
    h("li", {}, h("strong", {}, `${event.date} ${event.name}.`), ` ${sentence(event)}`));
  return h("details", {}, h("summary", {}, fill(text.all, { count: events.length })),
    h("ol", { class: "events" }, ...items));
}

/// What the letters on the axes of small pictures stand for.
const letters = (tables: Tables): string => fill(text.letters, {
  events: tables.turning_points.map(({ date, title }, i) => `${"abcdefghij"[i]} ${title} (${date})`).join("; "),
});

/// `mark` is called with the time of the event shown, null for none.
export function eventBar(tables: Tables, mark: (time: number | null) => void): HTMLElement {
  const events = [...tables.events].sort((a, b) => a.date.localeCompare(b.date));
  const shown = h("p", { class: "event", "aria-live": "polite" }, text.none);
  let at = -1;
  const go = (step: number) => {
    at = Math.min(events.length - 1, Math.max(-1, at + step));
    const event = events[at];
    shown.replaceChildren(...(event === undefined ? [text.none]
      : [h("strong", {}, `${event.date} ${event.name}. `), sentence(event)]));
    mark(event === undefined ? null : timeOf(event.date));
    earlier.disabled = at < 0;
    later.disabled = at === events.length - 1;
  };
  const earlier = button(text.earlier, () => go(-1));
  const later = button(text.later, () => go(1));
  earlier.disabled = true;
  return h("section", { class: "event-bar", "aria-label": text.title },
    h("div", { class: "buttons" }, h("strong", {}, text.title), earlier, later), shown,
    h("p", { class: "help" }, letters(tables)), wholeList(events));
}
