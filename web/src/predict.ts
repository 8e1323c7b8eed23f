/// Predict first: the class says what the ration would have been, then sees what the model says.
/// The guesses stay in this page; they are neither sent nor stored.
import type { Columns } from "./columns";
import { button, download, h, newId, textFile } from "./dom";
import type { EngineClient } from "./engine";
import type { Panel, Tables } from "./engine-types";
import { stateOf, worldsOf, type State } from "./state";
import { fill, words } from "./words";

const text = words.predict;
const askedFigure = "rural_ration_kg", askedYear = 1961, lowest = 0, highest = 320;
const svgName = "http://www.w3.org/2000/svg";

interface Guess { name: string; kg: number }

const middle = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b), half = sorted.length / 2;
  return (sorted[Math.floor(half - 0.25)]! + sorted[Math.floor(half)]!) / 2;
};

export class Predict {
  readonly element: HTMLElement;
  private readonly picture = h("div", { class: "picture guess-picture" });
  private readonly answer = h("div", { class: "answer", "aria-live": "polite" });
  private readonly list = h("ul", { class: "guesses" });
  private readonly kg: HTMLInputElement;
  private readonly who: HTMLInputElement;
  private readonly asked: HTMLSelectElement;
  private readonly revealButton: HTMLButtonElement;
  private guesses: Guess[] = [];
  private saved = 0;
  private revealed = false;
  private panel: Panel | null = null;
  private width = 600;

  /// `hidden(true)` asks the page to cover what would give the answer away.
  constructor(private readonly engine: EngineClient, private readonly tables: Tables,
    private readonly columns: Columns, private readonly hide: (hidden: boolean) => void) {
    const kg = newId("guess"), who = newId("guess"), asked = newId("asked");
    this.kg = h("input", { type: "number", id: kg, min: lowest, max: highest, step: 1, required: true });
    this.who = h("input", { type: "text", id: who, autocomplete: "off", maxlength: 40 });
    this.asked = h("select", { id: asked }, ...tables.scenarios
      .filter((scenario) => scenario.name !== "historical")
      .map((scenario) => h("option", { value: scenario.name }, scenario.title)));
    this.asked.value = "honest-reporting";
    this.asked.addEventListener("change", () => this.begin());
    this.kg.addEventListener("input", () => this.drawGuesses());
    this.revealButton = button(text.reveal, () => void this.reveal(), { class: "primary" });
    const form = h("form", { class: "guess-form" },
      h("label", { for: kg }, text.guess), this.kg, h("label", { for: who }, text.who), this.who,
      h("button", { type: "submit" }, text.keep), this.revealButton,
      button(text.clear, () => { this.guesses = []; this.saved = 0; this.begin(); }, { class: "quiet" }),
      button(text.save, () => this.save(), { class: "quiet" }));
    form.addEventListener("submit", (event) => { event.preventDefault(); this.keep(); });
    this.picture.addEventListener("pointerdown", (event) => this.point(event));
    this.picture.addEventListener("pointermove", (event) => { if (event.buttons === 1) this.point(event); });
    this.element = h("section", { class: "predict card", id: "predict", hidden: true, "aria-labelledby": "predict-title" },
      h("h2", { id: "predict-title", tabindex: -1 }, text.title), h("p", {}, text.how),
      h("div", { class: "asked" }, h("label", { for: asked }, text.asked), this.asked),
      this.answer, this.picture, form, h("h3", {}, text.guesses), this.list,
      button(text.close, () => this.close()));
  }

  open(): void {
    this.element.hidden = false;
    this.begin();
    this.element.querySelector("h2")!.focus();
  }

  close(): void {
    this.element.hidden = true;
    this.hide(false);
  }

  get isOpen(): boolean { return !this.element.hidden; }

  /// Whether there are guesses that nobody saved.
  get hasUnsaved(): boolean { return this.guesses.length > this.saved; }

  /// A new question; guesses at the same question stay.
  private begin(): void {
    this.revealed = false;
    this.revealButton.disabled = false;
    this.hide(true);
    const scenario = this.tables.scenarios.find(({ name }) => name === this.asked.value)!;
    this.answer.replaceChildren(h("p", {}, fill(text.question,
      { year: askedYear, title: scenario.title, summary: scenario.summary })));
    void this.draw();
  }

  private worlds() {
    const fragment = this.revealed ? `a=historical&b=${this.asked.value}` : "a=historical";
    const { state }: { state: State } = stateOf(fragment, this.tables);
    return worldsOf(state, this.tables);
  }

  async draw(): Promise<void> {
    this.width = Math.max(280, this.picture.clientWidth);
    const height = Math.round(Math.min(430, Math.max(280, 0.55 * this.width)));
    this.picture.style.minHeight = `${height}px`;
    const [panel] = await this.engine.call("draw", this.worlds(), {
      kind: "guess", width: this.width, height, text: Math.min(18, Math.max(13, Math.round(this.width / 46))),
    });
    this.panel = panel!;
    this.picture.innerHTML = panel!.svg;
    this.picture.firstElementChild!.setAttribute("aria-label", text.picture);
    this.picture.querySelectorAll("title, desc").forEach((each) => each.remove());
    this.drawGuesses();
  }

  private drawGuesses(): void {
    this.picture.querySelectorAll(".guess").forEach((old) => old.remove());
    this.guesses.forEach((guess) => this.dot(guess.kg, "guess kept"));
    if (this.kg.value !== "" && this.kg.validity.valid) this.dot(Number(this.kg.value), "guess now");
  }

  private dot(kg: number, name: string): void {
    const panel = this.panel, svg = this.picture.firstElementChild;
    if (panel === null || svg === null) return;
    const circle = document.createElementNS(svgName, "circle");
    const along = (askedYear + 0.5 - panel.x[0]) / (panel.x[1] - panel.x[0]);
    const up = (kg - panel.y[0]) / (panel.y[1] - panel.y[0]);
    circle.setAttribute("cx", String(panel.left + along * (panel.right - panel.left)));
    circle.setAttribute("cy", String(panel.bottom + up * (panel.top - panel.bottom)));
    circle.setAttribute("r", "7");
    circle.setAttribute("class", name);
    svg.append(circle);
  }

  /// Pointing at a height is drawing the guess.
  private point(event: PointerEvent): void {
    if (this.panel === null || this.revealed) return;
    const box = this.picture.getBoundingClientRect();
    const y = (event.clientY - box.top) * this.width / box.width;
    const up = (this.panel.bottom - y) / (this.panel.bottom - this.panel.top);
    const kg = this.panel.y[0] + up * (this.panel.y[1] - this.panel.y[0]);
    this.kg.value = String(Math.round(Math.min(highest, Math.max(lowest, kg))));
    this.drawGuesses();
  }

  private keep(): void {
    const name = this.who.value.trim() || fill(text.nameless, { number: this.guesses.length + 1 });
    this.guesses.push({ name, kg: Number(this.kg.value) });
    this.kg.value = "";
    this.who.value = "";
    this.showGuesses(null);
    this.drawGuesses();
    this.kg.focus();
  }

  private kilos(kg: number): string {
    return this.columns.text(kg, askedFigure);
  }

  private showGuesses(model: number | null): void {
    this.list.replaceChildren(...this.guesses.map(({ name, kg }) => h("li", {}, model === null
      ? fill(text.one, { name, kg }) : fill(text.one_off, { name, kg, off: this.kilos(kg - model) }))));
  }

  private async reveal(): Promise<void> {
    this.revealed = true;
    this.revealButton.disabled = true;
    const { figures } = await this.engine.call("view", this.worlds(), []);
    const ration = (world: number) =>
      Number(figures.worlds[world]!.years.find(({ year }) => year === askedYear)![askedFigure]);
    const [history, asked] = [ration(0), ration(1)];
    const said = [fill(text.answer, {
      year: askedYear, title: figures.worlds[1]!.title, asked: this.kilos(asked), history: this.kilos(history),
    })];
    if (this.guesses.length > 0) said.push(fill(text.class, {
      low: Math.min(...this.guesses.map(({ kg }) => kg)), high: Math.max(...this.guesses.map(({ kg }) => kg)),
      middle: this.kilos(middle(this.guesses.map(({ kg }) => kg))),
    }));
    this.answer.replaceChildren(...said.map((each) => h("p", {}, each)), h("p", {}, figures.comparison ?? ""));
    this.showGuesses(asked);
    await this.draw();
    this.hide(false);
  }

  private save(): void {
    const cell = (name: string) => `"${name.replace(/"/g, '""')}"`;
    const rows = this.guesses.map(({ name, kg }) => `${cell(name)},${kg}`);
    download("granary-guesses.csv", textFile(["name,ration_1961_kg", ...rows, ""].join("\n"), "text/csv"));
    this.saved = this.guesses.length;
  }
}
