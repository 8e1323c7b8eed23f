/// A guided tour, read from a text file: tour.txt, or an instructor's own.
import builtIn from "../tour.txt?raw";
import { button, download, h, newId, textFile } from "./dom";
import { fill, words } from "./words";

const text = words.tour;

export interface Step {
  title: string;
  /// The id of the part of the page that it is about.
  look: string;
  /// As in a link; empty: as it is.
  set: string;
  paragraphs: string[];
}

/// Steps begin with "# Title"; then "look:" and "set:" lines; then paragraphs, parted by empty lines.
export function readTour(source: string): Step[] {
  const parts = source.replace(/\r\n?/g, "\n").split(/^# /m).slice(1);
  return parts.map((part) => {
    const [title = "", ...lines] = part.split("\n");
    const step: Step = { title: title.trim(), look: "", set: "", paragraphs: [] };
    const rest = lines.filter((line) => {
      const match = /^(look|set):\s*(.*)$/.exec(line);
      if (match) step[match[1] as "look" | "set"] = match[2]!.trim();
      return match === null;
    });
    step.paragraphs = rest.join("\n").split(/\n\s*\n/).map((each) => each.replace(/\s+/g, " ").trim())
      .filter((each) => each !== "");
    return step;
  });
}

export class Tour {
  readonly element: HTMLElement;
  private readonly body = h("div", { class: "tour-step", "aria-live": "polite" });
  private readonly fault = h("p", { role: "alert" });
  private readonly back = button(text.back, () => this.go(-1));
  private readonly next = button(text.next, () => this.go(1), { class: "primary" });
  private source = builtIn;
  private steps = readTour(builtIn);
  private at = 0;

  /// `apply` sets the page as a link would.
  constructor(private readonly apply: (fragment: string) => void) {
    const id = newId("tour");
    const file = h("input", { type: "file", id, accept: ".txt,text/plain" });
    file.addEventListener("change", () => void this.open(file));
    this.element = h("aside", { class: "tour card", hidden: true, "aria-label": text.title },
      this.body, h("div", { class: "buttons" }, this.back, this.next,
        button(text.close, () => this.show(false), { class: "quiet" })),
      h("details", {}, h("summary", {}, text.own), h("p", {}, text.own_help),
        h("div", { class: "buttons" },
          button(text.save, () => download("tour.txt", textFile(this.source, "text/plain"))),
          h("label", { for: id }, text.open), file), this.fault));
  }

  private show(shown: boolean): void {
    this.element.hidden = !shown;
    document.documentElement.classList.toggle("touring", shown);
  }

  start(): void {
    this.show(true);
    this.at = 0;
    this.go(0);
  }

  private go(by: number): void {
    this.at = Math.min(this.steps.length - 1, Math.max(0, this.at + by));
    const step = this.steps[this.at]!;
    const title = h("h2", { tabindex: -1 }, step.title);
    this.body.replaceChildren(
      h("p", { class: "help" }, fill(text.count, { at: this.at + 1, of: this.steps.length })), title,
      ...step.paragraphs.map((each) => h("p", {}, each)));
    this.back.disabled = this.at === 0;
    this.next.disabled = this.at === this.steps.length - 1;
    if (step.set !== "") this.apply(step.set);
    if (step.look !== "") document.getElementById(step.look)?.scrollIntoView({ block: "start" });
    title.focus({ preventScroll: true });
  }

  private async open(file: HTMLInputElement): Promise<void> {
    const source = await file.files?.[0]?.text();
    if (source === undefined) return;
    const steps = readTour(source);
    this.fault.textContent = steps.length === 0 ? text.no_steps : "";
    if (steps.length === 0) return;
    this.source = source;
    this.steps = steps;
    this.start();
  }
}
