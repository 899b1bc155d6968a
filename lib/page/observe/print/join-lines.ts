import { LONGEST_TEXT, shortenText } from '../clean-text';
import { formatBarePart, formatLine } from './format-line';
import type { Thing } from '../thing';

/** Characters that a line of several things has at most, about. */
const LONGEST_LINE = 480;
const MOST_PARTS = 40;
/** Things that stand beside others on one line when nothing is in them. */
const JOINED = new Set(
  'text link button img menuitem menuitemcheckbox menuitemradio option tab treeitem checkbox radio switch clickable listitem item'.split(
    ' ',
  ),
);
/** Said once for several of them in a row. */
const SAID_ONCE = new Set('text link option menuitem treeitem listitem item'.split(' '));
/** So much of running text is printed in full; of each further piece only the beginning. */
const PROSE_IN_FULL = 300;
const PROSE_BEGINNING = 80;

/** How much of the running text at one place is still printed in full; all in characters. */
export interface Prose {
  left: number;
  beginning: number;
  longest: number;
}

export function startProse(longest: number): Prose {
  return longest > LONGEST_TEXT
    ? { left: Infinity, beginning: longest, longest }
    : { left: PROSE_IN_FULL, beginning: PROSE_BEGINNING, longest };
}

export function isJoinable(thing: Thing): boolean {
  return (
    thing.children.length === 0 &&
    JOINED.has(thing.role) &&
    thing.note === undefined &&
    thing.value === undefined &&
    thing.states.length < 3 &&
    (thing.name !== '' || thing.acts)
  );
}

/** How many of the children from `start` on fit on one line; 0 when the first must have its own. */
export function countJoined(
  children: readonly Thing[],
  start: number,
  kept: ReadonlySet<Thing> | undefined,
): number {
  let length = 0;
  let count = 0;
  for (let index = start; index < children.length && count < MOST_PARTS; index++) {
    const child = children[index] as Thing;
    if (!isJoinable(child) || (kept && !kept.has(child))) break;
    length += Math.min(child.name.length, PROSE_BEGINNING) + 10;
    if (count > 0 && length > LONGEST_LINE) break;
    count++;
  }
  return count;
}

/** Whether everything in a thing fits behind it on its line. */
export function fitsOnLine(thing: Thing, kept: ReadonlySet<Thing> | undefined): boolean {
  const { children } = thing;
  if (children.length === 0 || thing.frame || thing.name.length > LONGEST_LINE) return false;
  return countJoined(children, 0, kept) === children.length;
}

/** Things beside each other, as one line: a role that is the same as before is left out. */
export function joinParts(
  parts: readonly Thing[],
  refs: readonly (string | undefined)[],
  prose: Prose,
): string {
  const whole = countText(parts);
  let line = '';
  let isNoted = false;
  let actingRole = '';
  let plainRole = '';
  for (const [index, thing] of parts.entries()) {
    const ref = refs[index];
    const isSaid = thing.name !== '' && thing.role === (ref === undefined ? plainRole : actingRole);
    const shown = thing.role === 'text' ? cutProse(thing, prose) : thing;
    // What is cut says the length of all the text on the line, not its own.
    const longest = shown === thing ? prose.longest : Infinity;
    if (line !== '') line += ', ';
    line +=
      isSaid && SAID_ONCE.has(thing.role)
        ? formatBarePart(shown, ref, longest)
        : formatLine(shown, ref, longest);
    if (shown !== thing && !isNoted) {
      line += ` (${whole} characters)`;
      isNoted = true;
    }
    if (ref === undefined) plainRole = thing.role;
    else actingRole = thing.role;
  }
  return line;
}

/** The text as far as it is printed here; itself when nothing is cut. */
function cutProse(thing: Thing, prose: Prose): Thing {
  const longest = Math.max(prose.beginning, Math.min(prose.left, prose.longest));
  prose.left = Math.max(0, prose.left - thing.name.length);
  if (thing.name.length <= longest) return thing;
  return { ...thing, name: shortenText(thing.name, longest).text };
}

/** Characters of all texts on the line. */
function countText(parts: readonly Thing[]): number {
  return parts.reduce((sum, part) => sum + (part.role === 'text' ? part.name.length : 0), 0);
}
