/// Puts the page together: one state, one way from a change to the pictures.
import "./style.css";
import { costText, strip } from "./cost";
import { button, h } from "./dom";
import { EngineClient } from "./engine";
import type { Tables, View } from "./engine-types";
import { eventBar } from "./events";
import { Figure, type FigureInfo } from "./figure";
import * as infos from "./figures";
import { lieLevers, otherLevers, resetButton } from "./levers";
import { Predict } from "./predict";
import { shareSection } from "./share";
import { firstState, fragmentOf, stateOf, worldsOf, type State } from "./state";
import { Tour } from "./tour";
import { fill, words } from "./words";
import { worldPicker } from "./worlds";

const root = document.getElementById("page")!;
const engine = new EngineClient();

class Page {
  private state: State = firstState();
  private busy = false;
  private stale = false;
  private marked: number | null = null;
  private saving = 0;
  private telling = 0;
  private readonly status = h("p", { class: "status", role: "status" });
  private readonly fault = h("p", { class: "fault", role: "alert", hidden: true });
  private readonly figures: Figure[];
  private readonly parts: { show(state: State): void }[];
  private readonly views: ((view: View) => void)[];
  private readonly predict: Predict;
  private readonly results: HTMLElement;
  private readonly toCover: HTMLElement[];

  constructor(private readonly tables: Tables) {
    const active = () => this.state.worlds[this.state.active]!;
    const changed = () => this.changed();
    const save = (kind: string) => engine.call("wholePicture", kind, worldsOf(this.state, tables));
    const figureOf = (info: FigureInfo) => new Figure(info, save);
    const [lie, ladder] = [figureOf(infos.harvest), figureOf(infos.ladder)];
    const village = infos.village.map(figureOf), cost = infos.cost.map(figureOf);
    this.figures = [lie, ladder, ...village, ...cost];
    const levers = lieLevers(tables, active, changed), others = otherLevers(tables, active, changed);
    const picker = worldPicker(tables, () => this.state, changed);
    const year = yearPicker(() => this.state, changed);
    const share = shareSection(tables, engine, () => this.state);
    const numbers = strip(tables), costs = costText(tables);
    this.predict = new Predict(engine, tables, (hidden) => this.cover(hidden));
    const tour = new Tour((fragment) => this.goTo(fragment));
    const leverPanel = h("section", { class: "levers card", "aria-label": words.levers.title },
      picker.element, h("h2", {}, words.levers.title), picker.activeChoice, levers.element,
      resetButton(active, changed), others.element);
    const section = (id: keyof typeof words.sections, ...content: HTMLElement[]) =>
      h("section", { class: `part ${id}`, id, "aria-labelledby": `${id}-title` },
        h("h2", { id: `${id}-title` }, words.sections[id]), ...content);
    const events = eventBar(tables, (time) => { this.marked = time; this.mark(); });
    const lieSection = section("lie", lie.element, events);
    this.results = h("div", { class: "results" },
      section("ladder", year.element, ladder.element),
      section("village", h("div", { class: "grid" }, ...village.map((each) => each.element))),
      section("cost", costs.element, h("div", { class: "grid" }, ...cost.map((each) => each.element))));
    this.parts = [
      { show: (state) => { levers.show(state.worlds[state.active]!); others.show(state.worlds[state.active]!); } },
      picker, year, share,
    ];
    this.views = [(view) => this.figures.forEach((each) => each.show(view)), numbers.show, costs.show, picker.view];
    const covered = h("p", { class: "covered" }, words.predict.covered);
    root.replaceChildren(
      h("a", { class: "skip", href: "#lie", onclick: (event: Event) => { event.preventDefault(); lieSection.focus(); } }, words.skip),
      h("header", {}, h("div", {}, h("h1", {}, words.title), h("p", { class: "subtitle" }, words.subtitle)),
        h("div", { class: "buttons" },
          button(words.actions.tour, () => tour.start()),
          button(words.actions.predict, () => this.predict.open()),
          button(words.actions.share, () => share.open()))),
      h("main", {}, this.fault, this.predict.element,
        h("div", { class: "stage" },
          h("div", { class: "first" }, picker.difference, covered, numbers.element, lieSection, leverPanel),
          this.results),
        share.element, this.status),
      tour.element,
      h("footer", {}, h("p", {}, words.intro), h("p", {}, fill(words.foot, { version: tables.version }))));
    lieSection.tabIndex = -1;
    this.toCover = [lieSection, this.results];
    new ResizeObserver(() => this.resized()).observe(this.results);
    addEventListener("hashchange", () => this.goTo(location.hash));
    addEventListener("beforeprint", () => document.documentElement.classList.add("printing"));
    addEventListener("afterprint", () => document.documentElement.classList.remove("printing"));
    this.goTo(location.hash);
  }

  /// Sets the page as a link does.
  private goTo(fragment: string): void {
    const { state, unknown } = stateOf(fragment, this.tables);
    this.state = state;
    this.say(unknown.length === 0 ? null : fill(words.unknown, { names: unknown.join(", ") }));
    this.changed(unknown.length > 0);
  }

  private changed(keepFault = false): void {
    if (!keepFault) this.say(null);
    this.parts.forEach((part) => part.show(this.state));
    this.refresh();
    clearTimeout(this.saving); // browsers refuse a history entry for every step of a slider
    this.saving = window.setTimeout(() =>
      history.replaceState(null, "", `#${fragmentOf(this.state)}`), 250);
  }

  private resized(): void {
    this.figures.forEach((each) => each.forgetRoom());
    void this.refresh();
  }

  /// One run at a time; what changed meanwhile is run afterwards, and only the newest.
  private async refresh(): Promise<void> {
    if (this.busy) { this.stale = true; return; }
    this.busy = true;
    this.stale = false;
    try {
      await this.run();
    } catch (error) {
      this.say(fill(words.running_failed, { message: (error as Error).message }));
    }
    this.busy = false;
    if (this.stale) void this.refresh();
  }

  /// What can be seen is drawn first, so that a lever answers at once; the rest follows.
  private async run(): Promise<void> {
    const begun = performance.now(), fragment = fragmentOf(this.state);
    this.results.parentElement!.dataset["worlds"] = String(this.state.worlds.length);
    const worlds = worldsOf(this.state, this.tables);
    const seen = this.figures.filter((each) => each.isSeen());
    const draw = async (figures: Figure[]): Promise<View> => {
      const places = figures.map((each) => each.place(worlds.texts.length));
      const view = await engine.call("view", worlds, places);
      figures.forEach((each) => each.draw(view.panels[each.info.kind] ?? []));
      figures.forEach((each) => each.mark(this.marked));
      return view;
    };
    const view = await draw(seen);
    this.views.forEach((show) => show(view));
    this.told(view, begun);
    if (this.stale) return;
    await draw(this.figures.filter((each) => !seen.includes(each)));
    if (this.predict.isOpen) await this.predict.draw();
    root.dataset["ready"] = "true";
    root.dataset["fragment"] = fragment;
  }

  /// How long it took, for who measures; and what came of it, for who listens.
  private told(view: View, begun: number): void {
    performance.measure("slider-to-picture", { start: begun, end: performance.now(),
      detail: { run_ms: view.run_ms, draw_ms: view.draw_ms } });
    const finding = view.figures.comparison ?? view.figures.worlds[0]!.finding;
    clearTimeout(this.telling); // a reader would otherwise speak at every step of a slider
    this.telling = window.setTimeout(() => { this.status.textContent = finding; }, 700);
  }

  private mark(): void {
    this.figures.forEach((each) => each.mark(this.marked));
  }

  private say(message: string | null): void {
    this.fault.hidden = message === null;
    this.fault.textContent = message ?? "";
  }

  private cover(hidden: boolean): void {
    document.documentElement.classList.toggle("is-covered", hidden);
    this.toCover.forEach((part) => { part.inert = hidden; });
  }
}

function yearPicker(state: () => State, changed: () => void) {
  const select = h("select", { id: "ladder-year" }, h("option", { value: 0 }, words.ladder.peak),
    ...[1957, 1958, 1959, 1960, 1961, 1962].map((year) => h("option", { value: year }, String(year))));
  select.addEventListener("change", () => { state().year = Number(select.value); changed(); });
  return {
    element: h("p", { class: "field" }, h("label", { for: "ladder-year" }, words.ladder.year), select),
    show: (now: State) => { select.value = String(now.year); },
  };
}

async function start(): Promise<void> {
  root.replaceChildren(h("main", {}, h("h1", {}, words.title), h("p", { role: "status" }, words.loading)));
  try {
    new Page(await engine.call("tables"));
  } catch (error) {
    root.replaceChildren(h("main", {}, h("h1", {}, words.title),
      h("p", { role: "alert" }, fill(words.failed, { message: (error as Error).message }))));
  }
}

void start();
