/// Starts the page, or says why it cannot.
import { h } from "./dom";
import { EngineClient } from "./engine";
import { Page } from "./page";
import "./style.css";
import { fill, words } from "./words";

const root = document.getElementById("page")!;

const instead = (role: string, text: string): void =>
  root.replaceChildren(h("main", {}, h("h1", {}, words.title), h("p", { role }, text)));

async function start(): Promise<void> {
  instead("status", words.loading);
  try {
    const engine = new EngineClient();
    new Page(root, engine, await engine.call("tables"));
  } catch (error) {
    instead("alert", fill(words.failed, { message: (error as Error).message }));
  }
}

void start();
