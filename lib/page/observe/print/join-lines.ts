import { LONGEST_TEXT, shortenText } from '../clean-text';
import { formatBarePart, formatLine } from './format-line';
import type { Thing } from '../thing';
import type { Prose } from './prose';

/** Characters that a line of several things has at most, about. */
const LONGEST_LINE = 480;
const MOST_PARTS = 40;
/** Things that stand beside others on one line when nothing is in them. */
const JOINED = new Set(
  'text link button img menuitem menuitemcheckbox menuitemradio option tab treeitem checkbox radio switch clickable listitem item row'.split(
    ' ',
  ),
);
/** Said once for several of them in a row. */
const SAID_ONCE = new Set('text link option menuitem treeitem listitem item row'.split(' '));
/** Longer names of things are cut: a link's first words tell it from others. */
const LONGEST_JOINED_NAME = 100;

/** What stands behind the thing that it is in, but not beside any others: a form would be hard to read. */
const INLINE = new Set('heading textbox searchbox combobox spinbutton slider'.split(' '));
const MOST_INLINE = 8;

function isJoinable(thing: Thing): boolean {
  return (
    thing.children.length === 0 &&
    JOINED.has(thing.role) &&
    thing.note === undefined &&
    thing.value === undefined &&
    thing.states.length < 3 &&
    (thing.name !== '' || thing.acts)
  );
}

/** How many of the children from `start` on fit on one line, of which only the first can be a heading; 0 when it must have its own. */
export function countJoined(
  children: readonly Thing[],
  start: number,
  kept: ReadonlySet<Thing> | undefined,
): number {
  let length = 0;
  let count = 0;
  for (let index = start; index < children.length && count < MOST_PARTS; index++) {
    const child = children[index] as Thing;
    if (!isJoinable(child) && !(count === 0 && isHeading(child))) break;
    if (kept && !kept.has(child)) break;
    length += lengthOf(child);
    if (count > 0 && length > LONGEST_LINE) break;
    count++;
  }
  return count;
}

/** Whether everything in a thing fits behind it on its line. */
export function fitsOnLine(thing: Thing, kept: ReadonlySet<Thing> | undefined): boolean {
  const { children } = thing;
  if (children.length === 0 || thing.frame || thing.name.length > LONGEST_LINE) return false;
  if (children.length > MOST_INLINE) return countJoined(children, 0, kept) === children.length;
  let length = 0;
  for (const child of children) {
    length += lengthOf(child);
    if (length > LONGEST_LINE || !isInline(child) || (kept && !kept.has(child))) return false;
  }
  return true;
}

function isInline(thing: Thing): boolean {
  return isJoinable(thing) || (thing.children.length === 0 && INLINE.has(thing.role));
}

export function isHeading({ role, children }: Thing): boolean {
  return role === 'heading' && children.length === 0;
}

function lengthOf({ name, value }: Thing): number {
  return Math.min(name.length, LONGEST_JOINED_NAME) + (value?.length ?? 0) + 10;
}

/** Things beside each other, as one line: a role that is the same as before is left out. */
export function joinParts(
  parts: readonly Thing[],
  refs: readonly (string | undefined)[],
  prose: Prose,
): string {
  let line = '';
  let note = '';
  let actingRole = '';
  let plainRole = '';
  for (const [index, part] of parts.entries()) {
    const shown = showPart(part, prose);
    if (part.role === 'text' && shown !== part && note === '') note = ` (${countText(parts)} characters)`;
    if (!shown) continue;
    const ref = refs[index];
    const isSaid = part.name !== '' && part.role === (ref === undefined ? plainRole : actingRole);
    const format = isSaid && SAID_ONCE.has(part.role) ? formatBarePart : formatLine;
    line += (line === '' ? '' : ', ') + format(shown, ref, Infinity);
    if (ref === undefined) plainRole = part.role;
    else actingRole = part.role;
    if (part.role === 'text' && shown !== part && note !== NOTED) {
      line += note;
      note = NOTED;
    }
  }
  if (note === '' || note === NOTED) return line;
  return `${line}${line === '' ? '' : ', '}text "…"${note}`;
}

/** The length is said already. */
const NOTED = 'noted';

/** A part as it is printed; undefined when an earlier cut stands for it. */
function showPart(part: Thing, prose: Prose): Thing | undefined {
  if (part.role === 'text') return prose.cut(part);
  prose.pass();
  const longest = prose.longest > LONGEST_TEXT ? prose.longest : LONGEST_JOINED_NAME;
  return part.name.length > longest ? { ...part, name: shortenText(part.name, longest).text } : part;
}

/** Characters of all texts on the line. */
function countText(parts: readonly Thing[]): number {
  return parts.reduce((sum, part) => sum + (part.role === 'text' ? part.name.length : 0), 0);
}
