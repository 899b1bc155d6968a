import { listClasses, type Field } from './item-fields';

/** One column on its way: which field of each item stands in it. */
export interface AlignedColumn {
  path: string;
  kind: Field['kind'];
  /** By the index of the item. */
  fields: (Field[] | undefined)[];
}

/** More columns than anyone reads; the rest of each item shares the last one. */
const MOST_COLUMNS = 60;

/**
 * Puts the fields of the items under each other: those with the same path are a column. Where a path comes several times
 * in an item it is several columns if it always comes as often, else one column of lists.
 */
export function alignFields(items: readonly (readonly Field[])[]): AlignedColumn[] {
  const whole = findWholePaths(items);
  const columns = new Map<string, AlignedColumn>();
  const flat = items.map((fields) => fields.flatMap((field) => splitField(field, whole)));
  const often = countRepeats(flat);
  flat.forEach((fields, index) => {
    const seen = new Map<string, number>();
    for (const field of fields) {
      const nth = seen.get(field.path) ?? 0;
      seen.set(field.path, nth + 1);
      const key = (often.get(field.path) ?? 0) > 1 ? `${field.path}#${nth}` : field.path;
      const column = columns.get(key) ?? makeColumn(field, items.length);
      columns.set(key, column);
      (column.fields[index] ??= []).push(field);
    }
  });
  const ordered = orderColumns([...columns.values()].filter(hasWords), flat);
  return limitColumns(mergeVariants(ordered));
}

/** A line is taken apart only when that can be done in every item, or an item's words would stand in two columns' places. */
function findWholePaths(items: readonly (readonly Field[])[]): Set<string> {
  const whole = new Set<string>();
  const visit = (field: Field): void => {
    if (!field.parts) {
      if (field.text !== '') whole.add(field.path);
    } else field.parts.forEach(visit);
  };
  items.forEach((fields) => fields.forEach(visit));
  return whole;
}

function splitField(field: Field, whole: ReadonlySet<string>): Field[] {
  if (!field.parts || whole.has(field.path)) return [field];
  return field.parts.flatMap((part) => splitField(part, whole));
}

/** How often a path comes in each item that has it; 1 when that differs. */
function countRepeats(items: readonly (readonly Field[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const fields of items) {
    const own = new Map<string, number>();
    for (const { path } of fields) own.set(path, (own.get(path) ?? 0) + 1);
    for (const [path, count] of own) {
      const before = counts.get(path);
      counts.set(path, before === undefined || before === count ? count : 1);
    }
  }
  return counts;
}

function makeColumn({ path, kind }: Field, length: number): AlignedColumn {
  return { path, kind, fields: Array.from({ length }) };
}

function hasWords({ fields }: AlignedColumn): boolean {
  return fields.some((cell) => cell?.some(({ text, href }) => text !== '' || href !== undefined));
}

/** As they come in the items, on the average. */
function orderColumns(columns: AlignedColumn[], items: readonly (readonly Field[])[]): AlignedColumn[] {
  const places = items.map((fields) => new Map(fields.map((field, place) => [field, place / fields.length])));
  const average = (column: AlignedColumn): number => {
    const found = column.fields.flatMap((cell, index) =>
      cell?.[0] ? [places[index]?.get(cell[0]) ?? 0] : [],
    );
    return found.reduce((sum, place) => sum + place, 0) / Math.max(1, found.length);
  };
  const keyed = columns.map((column) => ({ column, at: average(column) }));
  return keyed.sort((a, b) => a.at - b.at).map(({ column }) => column);
}

/** Columns that no item has both of and that are much the same (`price` and `price sale`) are one. */
function mergeVariants(columns: AlignedColumn[]): AlignedColumn[] {
  const merged: AlignedColumn[] = [];
  for (const column of columns) {
    const twin = merged.find((other) => areVariants(other, column));
    if (twin) column.fields.forEach((cell, index) => (twin.fields[index] ??= cell));
    else merged.push(column);
  }
  return merged;
}

function areVariants(one: AlignedColumn, other: AlignedColumn): boolean {
  if (one.kind !== other.kind || dropClasses(one.path) !== dropClasses(other.path)) return false;
  if (one.fields.some((cell, index) => cell && other.fields[index])) return false;
  const [first, second] = [firstElement(one), firstElement(other)];
  if (!first || !second) return false;
  const classes = new Set(listClasses(first));
  return (
    listClasses(second).some((name) => classes.has(name)) ||
    classes.size === 0 ||
    listClasses(second).length === 0
  );
}

function firstElement(column: AlignedColumn): Element | undefined {
  return column.fields.find((cell) => cell?.[0])?.[0]?.element;
}

function dropClasses(path: string): string {
  return path.replace(/[.#][^>]*/g, '');
}

function limitColumns(columns: AlignedColumn[]): AlignedColumn[] {
  const kept = columns.slice(0, MOST_COLUMNS);
  const last = kept[MOST_COLUMNS - 1];
  for (const { fields } of columns.slice(MOST_COLUMNS))
    fields.forEach((cell, index) => {
      if (last && cell) last.fields[index] = [...(last.fields[index] ?? []), ...cell];
    });
  return kept;
}
