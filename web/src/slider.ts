/// A lever to move: a labelled range with its value in words, and a way back to the scenario's own.
import { button, h, newId } from "./dom";
import { words } from "./words";

export interface SliderInfo {
  label: string;
  help: string;
  min: number;
  max: number;
  step: number;
  /// Where the thumb stands while the scenario's own value holds.
  own: number;
  /// The value in words; null: the scenario's own.
  say: (value: number | null) => string;
  change: (value: number | null) => void;
}

export interface Slider {
  element: HTMLElement;
  /// `other`: in words, a setting of another kind than the slider's; the thumb then stands for nothing.
  show(value: number | null, own?: number, other?: string): void;
}

export function slider(info: SliderInfo): Slider {
  const id = newId("lever"), help = newId("help");
  const input = h("input", {
    type: "range", id, min: info.min, max: info.max, step: info.step, "aria-describedby": help,
  });
  const output = h("output", { for: id });
  const reset = button(words.levers.reset, () => { move(null); input.focus(); }, {
    class: "quiet", "aria-label": `${words.levers.reset}: ${info.label}`,
  });
  let own = info.own;
  const show = (value: number | null, newOwn = own, other = ""): void => {
    own = newOwn;
    if (document.activeElement !== input || Number(input.value) !== value)
      input.value = String(value ?? own);
    const said = other || info.say(value);
    output.value = said;
    input.setAttribute("aria-valuetext", said);
    // Where the thumb cannot stand at what ran, it is not shown as if it did.
    input.disabled = other !== "" || (value !== null && (value < info.min || value > info.max));
    reset.disabled = value === null && other === "";
  };
  const move = (value: number | null): void => {
    show(value);
    info.change(value);
  };
  input.addEventListener("input", () => move(Number(input.value)));
  show(null);
  const element = h("div", { class: "slider" },
    h("div", { class: "slider-head" }, h("label", { for: id }, info.label), output),
    h("div", { class: "slider-row" }, input, reset),
    h("p", { id: help, class: "help" }, info.help));
  return { element, show };
}
