import { contains, getParentNode } from '../dom';
import { LANDMARK_ROLES } from '../role-tables';
import type { Thing } from '../thing';
import { countKinds, listKinds, quoteName } from './count-kinds';
import { estimateTokens } from '../../../trajectories/estimate-tokens';
import type { RefOf } from './printed-thing';

export interface Summarising {
  refOf: RefOf;
  viewportHeight: number;
  /** Tokens that a line about so many things may have, about; at least the counts are given. */
  allowanceFor(things: number): number;
  /** Landmarks, forms and tables have lines of their own. */
  apart: boolean;
}

const APART = new Set([...LANDMARK_ROLES, ...'dialog alertdialog table grid treegrid'.split(' ')]);
/** Things in something that has a line of its own. */
const LEAST_APART = 3;
/** What is many of one kind. */
const RUNS = new Set('row listitem item option article treeitem'.split(' '));

/** Lines for neighbours that are not printed: how many of what, called what, where, and the ref that `expand` takes. */
export function summariseLeftOut(leftOut: Thing[], parent: Thing, summarising: Summarising): string[] {
  return groupLeftOut(leftOut, summarising.apart).map((group) => summariseGroup(group, parent, summarising));
}

/** Neighbours that share a line. */
export function groupLeftOut(leftOut: Thing[], apart: boolean): Thing[][] {
  if (!apart) return leftOut.length === 0 ? [] : [leftOut];
  const groups: Thing[][] = [];
  let open: Thing[] | undefined;
  for (const thing of leftOut) {
    if (APART.has(thing.role) && thing.size >= LEAST_APART) {
      groups.push([thing]);
      open = undefined;
    } else if (open) open.push(thing);
    else groups.push((open = [thing]));
  }
  return groups;
}

function summariseGroup(group: Thing[], parent: Thing, summarising: Summarising): string {
  const [first] = group;
  if (!first) return '';
  const place = placeOf(group, summarising.viewportHeight);
  const isRun = isRunOf(group, first.role);
  const head = `+${describeGroup(group, first)}${isRun ? '' : place}`;
  const holder = findHolder(group, parent);
  const tail = holder ? `; expand ${summarising.refOf(holder)}` : '; find_text reaches them';
  const kinds = countKinds(isApart(group, first) ? first.children : group, isRun ? first.role : undefined);
  const allowance = summarising.allowanceFor(group.reduce((sum, thing) => sum + 1 + thing.size, 0));
  const left = allowance - estimateTokens(head) - estimateTokens(tail);
  const inside = listKinds(kinds, isRun ? 0 : left);
  if (isRun) return `${head}${inside === '' ? '' : ` with ${inside}`}${place}${tail}`;
  if (inside === '') return head + tail;
  return head === '+' ? `+ ${inside}${tail}` : `${head}: ${inside}${tail}`;
}

function isApart(group: Thing[], first: Thing): boolean {
  return group.length === 1 && (APART.has(first.role) || (first.children.length > 0 && first.name !== ''));
}

function isRunOf(group: Thing[], role: string): boolean {
  return RUNS.has(role) && group.length > 1 && group.every((thing) => thing.role === role);
}

function describeGroup(group: Thing[], first: Thing): string {
  if (isRunOf(group, first.role))
    return ` ${group.length} more ${first.role === 'listitem' ? 'list items' : `${first.role}s`}`;
  if (!isApart(group, first)) return '';
  return first.name === '' ? ` ${first.role}` : ` ${first.role} ${quoteName(first.name)}`;
}

/** What was never measured stands where the things beside it stand. */
function placeOf(group: Thing[], viewportHeight: number): string {
  const measured = group.filter((thing) => thing.bottom >= thing.top);
  if (measured.length === 0) return '';
  if (measured.every((thing) => thing.top >= viewportHeight)) return ' below';
  return measured.every((thing) => thing.bottom <= 0) ? ' above' : '';
}

/** The least element that holds all of a group. */
export function findHolder(
  group: readonly Thing[],
  parent: Pick<Thing, 'element' | 'children'>,
): Element | null {
  const first = group[0]?.element ?? null;
  const last = group[group.length - 1]?.element ?? null;
  if (group.length === 1 || !first || !last) return first ?? parent.element;
  if (group.length === parent.children.length && parent.element) return parent.element;
  for (let at: Node | null = first; at; at = getParentNode(at)) {
    if (at instanceof Element && contains(at, last)) return at;
  }
  return parent.element ?? first;
}
