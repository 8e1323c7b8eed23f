/// The page: one state, one way from a change to the pictures.
import { Columns } from "./columns";
import { costText, strip } from "./cost";
import { button, h } from "./dom";
import type { EngineClient } from "./engine";
import type { Tables, View } from "./engine-types";
import { eventBar } from "./events";
import { Picture, type PictureInfo } from "./picture";
import * as infos from "./pictures";
import { lieLevers, otherLevers, resetButton } from "./levers";
import { Predict } from "./predict";
import { shareSection } from "./share";
import { firstState, fragmentOf, isChanged, stateOf, withoutChanges, worldsOf, type State } from "./state";
import { Tour } from "./tour";
import { fill, words } from "./words";
import { worldPicker } from "./worlds";
import { yearPicker } from "./year";

/// A part of the page, called with an id for its heading.
const section = (id: keyof typeof words.sections, ...content: HTMLElement[]): HTMLElement =>
  h("section", { class: `part ${id}`, id, tabindex: -1, "aria-labelledby": `${id}-title` },
    h("h2", { id: `${id}-title` }, words.sections[id]), ...content);

export class Page {
  private state: State = firstState();
  private busy = false;
  private stale = false;
  private marked: number | null = null;
  private saving = 0;
  /// The fragment of the state before the last change.
  private before = "";
  /// The fragment of a link whose settings have not been run yet.
  private linked: string | null = null;
  private telling = 0;
  private readonly status = h("p", { class: "status", role: "status" });
  private readonly fault = h("p", { class: "fault", role: "alert", hidden: true });
  private readonly pictures: Picture[] = [];
  /// What shows the state, and what shows a run.
  private readonly controls: { show(state: State): void }[] = [];
  private readonly views: { show(view: View): void }[] = [];
  private readonly predict: Predict;
  private readonly tour: Tour;
  private readonly lie: HTMLElement;
  private readonly results: HTMLElement;
  private readonly stage: HTMLElement;
  private readonly columns: Columns;

  constructor(private readonly root: HTMLElement, private readonly engine: EngineClient,
    private readonly tables: Tables) {
    this.columns = new Columns(tables.columns);
    this.predict = new Predict(engine, tables, this.columns, (hidden) => this.cover(hidden));
    this.tour = new Tour((fragment) => this.goTo(fragment, true), (fragment) => this.faultsOf(fragment));
    this.lie = section("lie", this.picture(infos.harvest),
      eventBar(tables, (time) => { this.marked = time; this.mark(); }));
    this.results = this.makeResults();
    this.stage = this.makeStage();
    const share = this.control(shareSection(tables, engine, () => this.state));
    root.replaceChildren(this.skipLink(), this.header(() => share.open()),
      h("main", {}, this.fault, this.predict.element, this.stage, share.element, this.status),
      this.tour.element,
      h("footer", {}, h("p", {}, words.intro), h("p", {}, fill(words.foot, { version: tables.version }))));
    this.listen();
    this.goTo(location.hash);
  }

  private readonly change = (): void => this.changed();
  /// A change that lets go of what was set: Back undoes it.
  private readonly exchange = (): void => this.changed(null, true);

  private control<Part extends { show(state: State): void }>(part: Part): Part {
    this.controls.push(part);
    return part;
  }

  private view<Part extends { show(view: View): void }>(part: Part): Part {
    this.views.push(part);
    return part;
  }

  private picture(info: PictureInfo): HTMLElement {
    const save = (kind: string) =>
      this.engine.call("wholePicture", kind, worldsOf(this.state, this.tables));
    const made = this.view(new Picture(info, this.columns, save));
    this.pictures.push(made);
    return made.element;
  }

  private makeResults(): HTMLElement {
    const year = this.control(yearPicker(() => this.state, this.change));
    const grid = (all: PictureInfo[]) => h("div", { class: "grid" }, ...all.map((info) => this.picture(info)));
    return h("div", { class: "results" },
      section("ladder", year.element, this.picture(infos.ladder)),
      section("village", grid(infos.village)),
      section("cost", this.view(costText(this.tables, this.columns)).element, grid(infos.cost)));
  }

  private makeStage(): HTMLElement {
    const picker = this.control(worldPicker(this.tables, () => this.state, this.exchange));
    this.view({ show: picker.view });
    return h("div", { class: "stage" },
      h("div", { class: "first" }, picker.difference,
        h("p", { class: "covered" }, words.predict.covered),
        this.view(strip(this.columns)).element, this.lie, this.makeLevers(picker.element, picker.activeChoice)),
      this.results);
  }

  private makeLevers(picker: HTMLElement, activeChoice: HTMLElement): HTMLElement {
    const active = () => this.state.worlds[this.state.active]!;
    const levers = lieLevers(this.tables, active, this.change);
    const others = otherLevers(this.tables, active, this.change);
    for (const each of [levers, others]) this.control({ show: () => each.show(active()) });
    return h("section", { class: "levers card", "aria-label": words.levers.title }, picker,
      h("h2", {}, words.levers.title), activeChoice, levers.element,
      resetButton(active, this.exchange), others.element);
  }

  private skipLink(): HTMLElement {
    const skip = (event: Event) => { event.preventDefault(); this.lie.focus(); };
    return h("a", { class: "skip", href: "#lie", onclick: skip }, words.skip);
  }

  private header(share: () => void): HTMLElement {
    return h("header", {},
      h("div", {}, h("h1", {}, words.title), h("p", { class: "subtitle" }, words.subtitle)),
      h("div", { class: "buttons" }, button(words.actions.tour, () => this.tour.start()),
        button(words.actions.predict, () => this.predict.open()), button(words.actions.share, share)));
  }

  private listen(): void {
    new ResizeObserver(() => this.resized()).observe(this.results);
    // The event's own address: by the time it comes, a save that was due may have put the old one back.
    window.addEventListener("hashchange", (event) => this.goTo(new URL(event.newURL).hash));
    addEventListener("pagehide", () => this.save());
    addEventListener("beforeunload", (event) => { // guesses and an opened tour are kept nowhere else
      if (this.predict.hasUnsaved || this.tour.hasOwn) event.preventDefault();
    });
    const printing = (now: boolean) => () => document.documentElement.classList.toggle("printing", now);
    addEventListener("beforeprint", printing(true));
    addEventListener("afterprint", printing(false));
  }

  /// Sets the page as a link does; `kept`: what stood there before is a step back.
  private goTo(fragment: string, kept = false): void {
    const { state, unknown } = stateOf(fragment, this.tables);
    this.state = state;
    this.linked = fragmentOf(state);
    this.changed(unknown.length === 0 ? null : fill(words.unknown, { names: unknown.join(", ") }), kept);
    this.save(); // at once: a link to what the address still says would be told to nobody
  }

  /// What a link names that is not known here, or why its settings cannot be run.
  private async faultsOf(fragment: string): Promise<string[]> {
    const { state, unknown } = stateOf(fragment, this.tables), text = words.tour;
    const faults = unknown.map((word) => fill(text.unknown_setting, { word }));
    try {
      await this.engine.call("view", worldsOf(state, this.tables), []);
    } catch (error) {
      faults.push(fill(text.not_run, { word: fragment, message: (error as Error).message }));
    }
    return faults;
  }

  private changed(fault: string | null = null, kept = false): void {
    this.say(fault);
    this.controls.forEach((each) => each.show(this.state));
    void this.refresh();
    const fragment = fragmentOf(this.state);
    if (kept && this.before !== "" && this.before !== fragment) {
      this.save(this.before);
      history.pushState(null, "", `#${fragment}`);
    }
    this.before = fragment;
    clearTimeout(this.saving); // browsers refuse a history entry for every step of a slider
    this.saving = window.setTimeout(() => this.save(), 250);
  }

  private save(fragment = fragmentOf(this.state)): void {
    clearTimeout(this.saving);
    history.replaceState(null, "", `#${fragment}`);
  }

  private resized(): void {
    this.pictures.forEach((each) => each.forgetSize());
    void this.refresh();
  }

  /// One run at a time; what changed meanwhile is run afterwards, and only the newest.
  private async refresh(): Promise<void> {
    if (this.busy) { this.stale = true; return; }
    this.busy = true;
    this.stale = false;
    const fragment = fragmentOf(this.state);
    try {
      await this.run();
      if (this.linked === fragment) this.linked = null;
    } catch (error) {
      this.failed(fragment, (error as Error).message);
    }
    this.busy = false;
    if (this.stale) void this.refresh();
  }

  /// A link that cannot be run shows its scenarios as they are; a lever that cannot, the last run.
  private failed(fragment: string, message: string): void {
    const ofLink = this.linked === fragment && this.state.worlds.some(isChanged);
    if (fragment !== fragmentOf(this.state)) return; // changed meanwhile, and run next
    this.linked = null;
    if (!ofLink) return this.say(fill(words.running_failed, { message }));
    this.state = withoutChanges(this.state);
    const titles = this.state.worlds.map(({ base }) =>
      `“${this.tables.scenarios.find(({ name }) => name === base)!.title}”`);
    const several = titles.length > 1 ? words.link_failed_of_both : words.link_failed;
    this.changed(fill(several, { scenarios: titles.join(words.and), message }));
  }

  /// What can be seen is drawn first, so that a lever answers at once; the rest follows.
  private async run(): Promise<void> {
    const begun = performance.now(), fragment = fragmentOf(this.state);
    this.stage.dataset["worlds"] = String(this.state.worlds.length);
    const seen = this.pictures.filter((each) => each.isSeen());
    const view = await this.draw(seen);
    this.views.forEach((each) => each.show(view));
    this.told(view, begun);
    if (this.stale) return;
    await this.draw(this.pictures.filter((each) => !seen.includes(each)));
    if (this.predict.isOpen) await this.predict.draw();
    this.root.dataset["ready"] = "true";
    this.root.dataset["fragment"] = fragment;
  }

  private async draw(pictures: Picture[]): Promise<View> {
    const worlds = worldsOf(this.state, this.tables);
    const places = pictures.map((each) => each.place(worlds.texts.length));
    const view = await this.engine.call("view", worlds, places);
    for (const each of pictures) {
      each.draw(view.panels[each.info.kind] ?? []);
      each.mark(this.marked);
    }
    return view;
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
    this.pictures.forEach((each) => each.mark(this.marked));
  }

  private say(message: string | null): void {
    this.fault.hidden = message === null;
    this.fault.textContent = message ?? "";
  }

  private cover(hidden: boolean): void {
    document.documentElement.classList.toggle("is-covered", hidden);
    for (const part of [this.lie, this.results]) part.inert = hidden;
  }
}
