/// Links, scenario files and tables to take away.
import { button, download, h, newId, textFile } from "./dom";
import type { EngineClient } from "./engine";
import type { Tables } from "./engine-types";
import { fileName, fragmentOf, worldsOf, type State } from "./state";
import { fill, words } from "./words";

const text = words.share;

function copyable(label: string, help: string, rows: number) {
  const id = newId("copy"), said = h("span", { role: "status" }), hint = newId("hint");
  const area = h("textarea", { id, rows, readonly: true, spellcheck: "false", "aria-describedby": hint });
  const copy = async () => {
    area.select();
    try {
      await navigator.clipboard.writeText(area.value);
      said.textContent = text.copied;
    } catch {
      said.textContent = text.not_copied;
    }
  };
  const tools = h("div", { class: "buttons" }, button(text.copy, () => void copy(), { "aria-label": `${text.copy}: ${label}` }), said);
  return { area, tools, element: h("div", { class: "copyable" }, h("label", { for: id }, label), area,
    h("p", { class: "help", id: hint }, help), tools) };
}

function worldFiles(index: number, tables: Tables, engine: EngineClient, state: () => State) {
  const world = words.worlds.picker[index]!, name = fileName(index);
  const file = copyable(fill(text.file, { world }), fill(text.file_help, { name }), 9);
  const content = () => worldsOf(state(), tables).texts[index]!;
  const csv = (monthly: boolean) => async () => download(
    name.replace(".toml", monthly ? "-months.csv" : "-years.csv"),
    textFile(await engine.call("csv", content(), name, monthly), "text/csv"));
  file.tools.prepend(
    button(text.save, () => download(name, textFile(content(), "application/toml")), { "aria-label": `${text.save}: ${name}` }),
    button(fill(text.years, { world }), () => void csv(false)()),
    button(fill(text.months, { world }), () => void csv(true)()));
  const show = (now: State) => {
    file.element.hidden = now.worlds.length <= index;
    if (!file.element.hidden) file.area.value = content();
  };
  return { element: file.element, show };
}

export function shareSection(tables: Tables, engine: EngineClient, state: () => State) {
  const link = copyable(text.link, text.link_help, 3);
  const files = [0, 1].map((index) => worldFiles(index, tables, engine, state));
  const summary = h("summary", {}, text.title);
  const element = h("details", { class: "share card", id: "share" }, summary, link.element,
    ...files.map((each) => each.element));
  return {
    element,
    open: () => { element.open = true; summary.focus(); element.scrollIntoView({ block: "start" }); },
    show: (now: State) => {
      link.area.value = `${location.href.replace(/#.*$/, "")}#${fragmentOf(now)}`;
      files.forEach((each) => each.show(now));
    },
  };
}
