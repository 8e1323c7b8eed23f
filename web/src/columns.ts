/// What the engine calls its numbers, and how it prints them: everything goes by a number's name.
import type { Column } from "./engine-types";
import { figure, labels } from "./words";

export type Row = Record<string, number | string | null | undefined>;

export class Columns {
  private readonly byName: Map<string, Column>;

  constructor(columns: Column[]) {
    this.byName = new Map(columns.map((column) => [column.name, column]));
  }

  /// "Harvest, Mt"; a translation's own label where it has one.
  heading(name: string): string {
    const { label, unit_heading } = this.of(name);
    const said = labels[name] ?? label;
    const capital = said.charAt(0).toUpperCase() + said.slice(1);
    return unit_heading === "" ? capital : `${capital}, ${unit_heading}`;
  }

  /// The number of that name in a row, in its decimals.
  cell(row: Row, name: string): string {
    return this.text(row[name] as number | null | undefined, name);
  }

  /// A number of that kind.
  text(value: number | null | undefined, name: string): string {
    return figure(value, this.of(name).decimals);
  }

  private of(name: string): Column {
    const found = this.byName.get(name);
    if (found === undefined) throw new Error(`no column ${name}`);
    return found;
  }
}
