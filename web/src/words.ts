/// All words of the page come from words.json; to translate the page, translate that file.
import words from "./words.json";

export { words };

/// Puts values into the places of a text: fill("{a} Mt", { a: 3 }).
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/// A figure with so many decimals, a true minus, and a dash where there is none.
export function figure(value: number | null | undefined, decimals: number): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  return value.toFixed(decimals).replace(/^-(?=.*[1-9])/, "−").replace(/^-/, "");
}

/// A translation's own labels for the engine's numbers, by name; in English the engine's stand.
export const labels: Record<string, string> = words.labels;

const pictureWords = words.pictures as Record<string, string>;

/// Words that the library wrote into a picture, in the page's language: figures count as #.
export function pictureText(text: string): string {
  const figures: string[] = [];
  const pattern = text.replace(/\d+(?:[.,]\d+)*/g, (found) => (figures.push(found), "#"));
  const translated = pictureWords[pattern];
  if (translated === undefined || translated === pattern) return text;
  return translated.replace(/#/g, () => figures.shift() ?? "");
}
