/// A guided tour, read from a text file: tour.txt, or an instructor's own.
import builtIn from "../tour.txt?raw";
import { button, download, h, newId, textFile } from "./dom";
import { fill, words } from "./words";

const text = words.tour;

/// The parts of the page that a step can be about, by their ids.
const parts = ["lie", "ladder", "village", "cost", "predict"];

export interface Step {
  title: string;
  /// The id of the part of the page that it is about.
  look: string;
  /// As in a link; empty: as it is.
  set: string;
  /// The line of the file on which `set` stands.
  setLine: number;
  paragraphs: string[];
}

/// What is wrong with a tour's file, and on which line.
export interface TourFault { line: number; message: string }

const wordOf = (line: string): string => line.length > 60 ? `${line.slice(0, 60)}…` : line;

/// Reads "look:" and "set:" into the step; null for a line of text, which may begin with a word and
/// a colon too, but not just below the title.
function readKey(line: string, at: number, step: Step, below: boolean): string | null | true {
  const match = /^([a-z]+):\s*(.*)$/i.exec(line);
  if (!match) return null;
  const [, key, value] = match as unknown as [string, string, string];
  if (key !== "look" && key !== "set")
    return below ? fill(text.unknown_key, { word: `${key}:` }) : null;
  if (step[key] !== "") return fill(text.twice, { word: `${key}:` });
  step[key] = value.trim();
  if (key === "set") step.setLine = at;
  else if (!parts.includes(step.look))
    return fill(text.no_such_part, { word: step.look, parts: parts.join(", ") });
  return true;
}

/// Steps begin with "# Title"; then "look:" and "set:" lines; then paragraphs, parted by empty lines.
export function readTour(source: string): { steps: Step[]; faults: TourFault[] } {
  const steps: Step[] = [], faults: TourFault[] = [];
  let parted = true, below = false;
  source.replace(/\r\n?/g, "\n").replace(/^\uFEFF/, "").split("\n").forEach((line, i) => {
    const step = steps[steps.length - 1], heading = /^#\s*(.*)$/.exec(line);
    if (heading) {
      const title = heading[1]!.trim();
      if (title === "" || !/^#\s/.test(line))
        faults.push({ line: i + 1, message: fill(text.untitled, { word: wordOf(line) }) });
      steps.push({ title, look: "", set: "", setLine: 0, paragraphs: [] });
      parted = below = true;
    } else if (step === undefined || line.trim() === "") {
      parted = true;
      below = false;
    } else {
      const read = readKey(line, i + 1, step, below);
      if (typeof read === "string") faults.push({ line: i + 1, message: read });
      if (read !== null) return;
      if (parted) step.paragraphs.push("");
      parted = false;
      step.paragraphs.push(`${step.paragraphs.pop()!} ${line}`.replace(/\s+/g, " ").trim());
    }
  });
  return { steps, faults };
}

export class Tour {
  readonly element: HTMLElement;
  private readonly body = h("div", { class: "tour-step", "aria-live": "polite" });
  private readonly fault = h("div", { role: "alert" });
  private readonly back = button(text.back, () => this.go(-1));
  private readonly next = button(text.next, () => this.go(1), { class: "primary" });
  private source = builtIn;
  private steps = readTour(builtIn).steps;
  private at = 0;

  /// `apply` sets the page as a link would, and `faultsOf` says what is wrong with such a link.
  constructor(private readonly apply: (fragment: string) => void,
    private readonly faultsOf: (fragment: string) => Promise<string[]>) {
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
    const { steps, faults } = readTour(source);
    for (const step of steps)
      for (const message of step.set === "" ? [] : await this.faultsOf(step.set))
        faults.push({ line: step.setLine, message });
    file.value = ""; // so that the same file, corrected, can be opened again
    this.tell(steps.length === 0 ? [text.no_steps] : faults.sort((a, b) => a.line - b.line)
      .map((each) => fill(text.fault, { line: each.line, message: each.message })));
    if (steps.length === 0 || faults.length > 0) return;
    this.source = source;
    this.steps = steps;
    this.start();
  }

  private tell(faults: string[]): void {
    this.fault.replaceChildren(...(faults.length === 0 ? [] : [h("p", {}, text.faults),
      h("ul", {}, ...faults.map((each) => h("li", {}, each)))]));
  }

  /// Whether a tour was opened that a reload would lose.
  get hasOwn(): boolean { return this.source !== builtIn; }
}
