import type { ObservationLine } from './observation-lines';
import { subtreeOf } from './observation-lines';
import type { ListPlace } from './recipe-target';

/** Elements of one role, one in each of several like items (cards, rows, list items), in page order. */
export interface LikeItems {
  place: ListPlace;
  members: { element: ObservationLine; item: ObservationLine }[];
  /** Items that the observation only counts ("+ 940 more rows"). */
  folded: boolean;
}

/** Roles of lines that stand for one of several like things, see `docs/observation.md`. */
const ITEM_ROLES = new Set(['listitem', 'row', 'article', 'item']);

/** The list that an element of the observation stands in; undefined when it has no like. */
export function findItemsAround(
  lines: readonly ObservationLine[],
  element: ObservationLine,
): LikeItems | undefined {
  const levels: ObservationLine[] = [];
  for (let at: ObservationLine | undefined = element; at !== undefined; at = at.parent) levels.push(at);
  const candidates = levels.filter((level) => hasLikes(lines, level, element));
  const item = candidates.find((level) => ITEM_ROLES.has(level.role)) ?? candidates[0];
  if (item === undefined) return undefined;
  const inItem = sameRoleIn(item, element.role).indexOf(element);
  const container = item.parent === undefined ? undefined : nearestNamed(item.parent);
  const place: ListPlace = {
    path: pathOf(item).slice(-30),
    inItem: Math.max(0, inItem),
    ...(container === undefined ? {} : { container: container.slice(0, 120) }),
  };
  return collect(lines, item, place, element.role);
}

/** Lists of the page that stand where `place` says, with an element of the role in each item. */
export function findItemsAt(lines: readonly ObservationLine[], place: ListPlace, role: string): LikeItems[] {
  const itemRole = place.path.at(-1);
  const seen = new Set<ObservationLine | undefined>();
  const found: LikeItems[] = [];
  for (const line of lines) {
    if (line.role !== itemRole || seen.has(line.parent)) continue;
    if (pathOf(line).slice(-30).join('>') !== place.path.join('>')) continue;
    seen.add(line.parent);
    const items = collect(lines, line, place, role);
    if (items.members.length > 0) found.push(items);
  }
  const named = found.filter((items) => containerOf(items) === place.container);
  return named.length > 0 ? named : found;
}

function containerOf(items: LikeItems): string | undefined {
  const parent = items.members[0]?.item.parent;
  return parent === undefined ? undefined : nearestNamed(parent);
}

function hasLikes(
  lines: readonly ObservationLine[],
  level: ObservationLine,
  element: ObservationLine,
): boolean {
  const likes = siblingsOf(lines, level).filter((sibling) => sameRoleIn(sibling, element.role).length > 0);
  return likes.length >= 2;
}

function collect(
  lines: readonly ObservationLine[],
  item: ObservationLine,
  place: ListPlace,
  role: string,
): LikeItems {
  const members = siblingsOf(lines, item).flatMap((sibling) => {
    const element = sameRoleIn(sibling, role)[place.inItem];
    return element === undefined ? [] : [{ element, item: sibling }];
  });
  const beside = item.parent?.children ?? lines.filter((line) => line.parent === undefined);
  return { place, members, folded: beside.some((line) => line.role === 'fold') };
}

function siblingsOf(lines: readonly ObservationLine[], line: ObservationLine): ObservationLine[] {
  const all = line.parent?.children ?? lines.filter((each) => each.parent === undefined);
  return all.filter((each) => each.role === line.role);
}

function sameRoleIn(item: ObservationLine, role: string): ObservationLine[] {
  return subtreeOf(item).filter((line) => line.role === role && line.ref !== undefined);
}

function pathOf(line: ObservationLine): string[] {
  return line.parent === undefined ? [line.role] : [...pathOf(line.parent), line.role];
}

function nearestNamed(line: ObservationLine): string | undefined {
  if (line.name !== '') return line.name;
  return line.parent === undefined ? undefined : nearestNamed(line.parent);
}
