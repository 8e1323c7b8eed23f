/// Making elements.

type Attributes = Record<string, string | number | boolean | EventListener>;
type Child = Node | string | null;

/// An element with attributes (`on...` are listeners, `true` stands alone, `false` is left out).
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, attributes: Attributes = {}, ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.replace(/^on/, ""), value);
    else if (value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null));
  return element;
}

let count = 0;
export const newId = (stem: string): string => `${stem}-${++count}`;

/// A button that does something.
export function button(text: string, onclick: () => void, attributes: Attributes = {}) {
  return h("button", { type: "button", onclick, ...attributes }, text);
}

/// A table with a heading for each column and for each row.
export function dataTable(caption: string, head: string[], rows: string[][]): HTMLTableElement {
  const cells = (row: string[]) =>
    row.map((cell, i) => (i === 0 ? h("th", { scope: "row" }, cell) : h("td", {}, cell)));
  return h("table", {},
    h("caption", {}, caption),
    h("thead", {}, h("tr", {}, ...head.map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, ...rows.map((row) => h("tr", {}, ...cells(row)))));
}

/// Hands a file to the browser's downloads; nothing leaves the machine.
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

export const textFile = (text: string, type: string): Blob =>
  new Blob([text], { type: `${type};charset=utf-8` });
