/// A picture of the library with its sentence, its table and its files.
import type { Columns, Row } from "./columns";
import { button, dataTable, download, h, textFile } from "./dom";
import type { Panel, Place, View, WorldFigures } from "./engine-types";
import { pngOf } from "./png";
import { fill, pictureText, words } from "./words";

export type Kind = keyof typeof words.charts;

export interface PictureInfo {
  kind: Kind;
  /// One picture for all worlds, or one for each.
  shared: boolean;
  /// Height over width where there is room.
  ratio: number;
  /// What its table's rows are told apart by.
  key: keyof typeof words.keys;
  rows: (world: WorldFigures) => Row[];
  /// The names of what its table shows of a row.
  columns: string[];
  /// The chart of the library that says what it shows and is saved: `granary plot --kind`; null:
  /// none.
  chart: string | null;
}

const clamp = (low: number, value: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/// The size of the page's text, which grows with the screen.
const rem = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize);

/// Inserts the picture; what it says is its label, so that it is read as one.
function insert(holder: HTMLElement, panel: Panel): void {
  holder.innerHTML = panel.svg;
  const svg = holder.firstElementChild!;
  const title = svg.querySelector("title"), says = svg.querySelector("desc");
  svg.setAttribute("aria-label", `${title?.textContent ?? ""}. ${says?.textContent ?? ""}`);
  title?.remove();
  says?.remove();
  for (const text of svg.querySelectorAll("text")) {
    const own = text.textContent ?? "", translated = pictureText(own);
    if (translated !== own) text.textContent = translated;
  }
}

export class Picture {
  readonly element: HTMLElement;
  private readonly holders: HTMLElement[] = [h("div", { class: "picture" }), h("div", { class: "picture" })];
  private readonly readouts = [h("p", { class: "readout" }), h("p", { class: "readout" })];
  private readonly sentence = h("p", { class: "sentence" });
  private readonly table = h("details", { class: "table" });
  private panels: Panel[] = [];
  private drawnFor: (Place & { pictures: number }) | null = null;
  private worlds: WorldFigures[] = [];

  constructor(
    readonly info: PictureInfo, private readonly columns: Columns, save: (kind: string) => Promise<string>,
  ) {
    const text = words.charts[info.kind];
    this.table.append(h("summary", {}, fill(words.tools.table, { figure: text.title })));
    this.table.addEventListener("toggle", () => this.fillTable());
    this.element = h("figure", { class: `figure ${info.kind}`, id: `figure-${info.kind}` },
      h("figcaption", {}, h("h3", {}, text.title), this.sentence),
      h("div", { class: "pictures" }, ...this.holders.map((holder, i) =>
        h("div", { class: "side" }, holder, this.readouts[i]!))),
      h("div", { class: "tools" }, this.table, ...this.saveButtons(save)));
    this.holders.forEach((holder, i) => this.listen(holder, i));
  }

  /// Whether any of it is on the screen.
  isSeen(): boolean {
    const { top, bottom } = this.element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  }

  /// The next picture asks anew how much room there is.
  forgetSize(): void {
    this.drawnFor = null;
  }

  /// The room for a picture. Two worlds stand side by side where the page is wide enough.
  place(worlds: number): Place {
    const pictures = this.info.shared ? 1 : worlds;
    if (this.drawnFor !== null && this.drawnFor.pictures === pictures) return this.drawnFor;
    this.element.dataset["pictures"] = String(pictures);
    this.holders.forEach((holder, i) => { holder.parentElement!.hidden = i >= pictures; });
    const width = Math.max(280, Math.floor(this.holders[0]!.clientWidth));
    const text = clamp(13, Math.round(Math.max(width / 46, 0.82 * rem())), 24);
    const height = Math.round(clamp(280, width * this.info.ratio, 760));
    for (const holder of this.holders) holder.style.minHeight = `${height}px`;
    this.drawnFor = { kind: this.info.kind, width, height, text, pictures };
    return this.drawnFor;
  }

  draw(panels: Panel[]): void {
    this.panels = panels;
    panels.forEach((panel, i) => insert(this.holders[i]!, panel));
    this.readouts.forEach((readout) => (readout.textContent = ""));
  }

  /// Sentence and tables.
  show(view: View): void {
    this.worlds = view.figures.worlds;
    this.sentence.textContent = this.headline(view);
    this.fillTable();
  }

  /// A mark at a time (in years) over all pictures that have time on their axis.
  mark(time: number | null): void {
    this.holders.forEach((holder, i) => {
      holder.querySelector(".mark")?.remove();
      const panel = this.panels[i];
      if (time === null || panel === undefined || this.info.kind === "ladder") return;
      const share = (time - panel.x[0]) / (panel.x[1] - panel.x[0]);
      if (share < 0 || share > 1) return;
      const x = String(panel.left + share * (panel.right - panel.left));
      const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
      for (const [name, value] of Object.entries({
        x1: x, x2: x, y1: String(panel.top), y2: String(panel.bottom), class: "mark",
      })) line.setAttribute(name, value);
      holder.firstElementChild?.append(line);
    });
  }

  private headline(view: View): string {
    const known = view.figures.headlines[this.info.chart ?? ""];
    return known === undefined ? "" : `${known}.`;
  }

  private fillTable(): void {
    if (!this.table.open) return;
    this.table.querySelectorAll("table").forEach((old) => old.remove());
    for (const world of this.worlds)
      this.table.append(dataTable(world.title, [words.keys[this.info.key], ...this.headings()],
        this.info.rows(world).map((row) => [this.keyOf(row), ...this.cells(row)])));
  }

  private headings(): string[] {
    return this.info.columns.map((name) => this.columns.heading(name));
  }

  private cells(row: Row): string[] {
    return this.info.columns.map((name) => this.columns.cell(row, name));
  }

  private keyOf(row: Row): string {
    return pictureText(String(row[this.info.key]));
  }

  /// What a year's figures are, while the pointer is over it; the table says the same.
  private listen(holder: HTMLElement, index: number): void {
    holder.addEventListener("pointermove", (event) => {
      const panel = this.panels[index];
      if (panel === undefined || this.drawnFor === null) return;
      const box = holder.getBoundingClientRect();
      const x = (event.clientX - box.left) * this.drawnFor.width / box.width;
      const share = (x - panel.left) / (panel.right - panel.left);
      const at = panel.x[0] + share * (panel.x[1] - panel.x[0]);
      this.readouts[index]!.textContent = share < 0 || share > 1 ? "" : this.reading(at, index);
    });
    holder.addEventListener("pointerleave", () => (this.readouts[index]!.textContent = ""));
  }

  private reading(at: number, index: number): string {
    const headings = this.headings();
    const worlds = this.info.shared ? this.worlds : this.worlds.slice(index, index + 1);
    return worlds.map((world) => {
      const rows = this.info.rows(world);
      const row = this.info.kind === "ladder" ? rows[Math.round(at)]
        : rows.find((each) => this.keyOf(each) === monthOrYear(at, this.info.key === "month"));
      if (row === undefined) return "";
      const said = this.cells(row).map((cell, i) => `${headings[i]} ${cell}`).join("; ");
      return `${worlds.length > 1 ? `${world.title}, ` : ""}${this.keyOf(row)}: ${said}`;
    }).join(" · ");
  }

  private saveButtons(save: (kind: string) => Promise<string>): HTMLElement[] {
    const kind = this.info.chart;
    if (kind === null) return [];
    const title = words.charts[this.info.kind].title;
    const name = (suffix: string) => fill(words.tools.save, { suffix, figure: title });
    return [
      button("SVG", async () => download(`granary-${kind}.svg`, textFile(await save(kind), "image/svg+xml")),
        { "aria-label": name("SVG") }),
      button("PNG", async () => download(`granary-${kind}.png`, await pngOf(await save(kind))),
        { "aria-label": name("PNG") }),
    ];
  }
}

/// "1959", or "1959-08".
function monthOrYear(at: number, monthly: boolean): string {
  const year = Math.floor(at);
  if (!monthly) return String(year);
  return `${year}-${String(Math.floor((at - year) * 12) + 1).padStart(2, "0")}`;
}
