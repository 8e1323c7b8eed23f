/// A lever to move: a labelled range with its value in words, and a way back to the scenario's own.
import { button, h, newId } from "./dom";
import { words } from "./words";

export interface SliderInfo {
  label: string;
  help: string;
  min: number;
  max: number;
  step: number;
  /// The part of it in which the equations were tried; missing: all of it.
  tested?: [low: number, high: number];
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

/// A band below the track, as far as the equations were tried; a thumb is 16 px wide.
function testedPart({ min, max, tested }: SliderInfo): HTMLElement[] {
  if (!tested || (tested[0] <= min && tested[1] >= max)) return [];
  const band = h("span", { class: "tested" });
  const place = (value: number) => `calc(8px + (100% - 16px) * ${(value - min) / (max - min)})`;
  band.style.left = place(Math.max(tested[0], min));
  band.style.right = `calc(100% - ${place(Math.min(tested[1], max))})`;
  return [band];
}

type Steps = Pick<SliderInfo, "min" | "max" | "step">;

/// How many steps above the least; near a whole number where the value is on one.
const stepsTo = (value: number, { min, step }: Steps): number => Math.round((value - min) / step * 1e6) / 1e6;

const isOnAStep = (value: number, steps: Steps): boolean => Number.isInteger(stepsTo(value, steps));

/// The step that is meant where the thumb comes to `to`: at least one away from where it stood.
function stepFrom(from: number, to: number, steps: Steps): number {
  if (isOnAStep(to, steps)) return to;
  const stood = stepsTo(from, steps), nearest = Math.round(stepsTo(to, steps));
  const number = to > from ? Math.max(nearest, Math.floor(stood) + 1) : Math.min(nearest, Math.ceil(stood) - 1);
  const value = steps.min + number * steps.step;
  return Number(Math.min(Math.max(value, steps.min), steps.max).toFixed(9));
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
  let own = info.own, stood = info.own;
  const show = (value: number | null, newOwn = own, other = ""): void => {
    own = newOwn;
    stood = value ?? own;
    // A range rounds to its steps: where the value is between two, it has none.
    input.step = isOnAStep(stood, info) ? String(info.step) : "any";
    if (document.activeElement !== input || Number(input.value) !== value)
      input.value = String(stood);
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
  input.addEventListener("input", () => move(stepFrom(stood, Number(input.value), info)));
  show(null);
  const element = h("div", { class: "slider" },
    h("div", { class: "slider-head" }, h("label", { for: id }, info.label), output),
    h("div", { class: "slider-row" }, h("div", { class: "track" }, input, ...testedPart(info)), reset),
    h("p", { id: help, class: "help" }, info.help));
  return { element, show };
}
