import { getBody, matches, queryWithin } from '../observe/dom';
import { type ActContext, type PageActionRunner } from './act-context';
import { isShown } from './actionable';
import { nameElement } from './name-element';
import { closestRendered, renderedAncestorsOf } from './native-dom';
import { expectText } from './read-arguments';
import { visitTextBlocks, type TextBlock } from './visible-text';

const MAX_MATCHES = 20;
/** Characters of surrounding text on each side of a match. */
const CONTEXT_LENGTH = 80;
/** Refs named per match: enough for the buttons of a table row. */
const MAX_REFS = 4;

export const findText: PageActionRunner = {
  name: 'find_text',
  element: 'none',
  reads: true,
  async run(context, action) {
    const wanted = expectText(action, 'text');
    const { found, total } = findBlocks(context, wanted);
    if (total === 0) {
      return { message: `no visible text of this page holds ${JSON.stringify(wanted)}`, data: '' };
    }
    const lines = found.map((block) => describeMatch(context, block, wanted));
    const more = total > found.length ? `, the first ${found.length} are shown` : '';
    return { message: `${total} ${total === 1 ? 'match' : 'matches'}${more}`, data: lines.join('\n') };
  },
};

/** Blocks whose visible text holds the words, white space and case aside; at most 20 of them, and how many there are. */
function findBlocks(context: ActContext, wanted: string): { found: TextBlock[]; total: number } {
  const found: TextBlock[] = [];
  let total = 0;
  const body = getBody(context.document);
  if (!body || foldText(wanted) === '') return { found, total };
  const count = (block: TextBlock): boolean => {
    total++;
    if (found.length < MAX_MATCHES) found.push(block);
    return true;
  };
  visitTextBlocks(context.deps, body, count, makeTextTest(wanted));
  return { found, total };
}

/** Whether a text with folded white space holds the words, in any case. */
export function makeTextTest(wanted: string): (text: string) => boolean {
  const needle = foldText(wanted).toLowerCase();
  return (text) => text.toLowerCase().includes(needle);
}

/** Case folded character by character where that keeps the length, so that places in both texts agree. */
export function foldText(text: string): string {
  const plain = text.replace(/[\s\u200b\ufeff]+/gu, ' ').trim();
  return Array.from(plain, (character) => {
    const lower = character.toLowerCase();
    return lower.length === character.length ? lower : character;
  }).join('');
}

function describeMatch(context: ActContext, block: TextBlock, wanted: string): string {
  const at = Math.max(0, foldText(block.text).indexOf(foldText(wanted)));
  const start = Math.max(0, at - CONTEXT_LENGTH);
  const end = Math.min(block.text.length, at + wanted.length + CONTEXT_LENGTH);
  const quote = `${start > 0 ? '…' : ''}${block.text.slice(start, end)}${end < block.text.length ? '…' : ''}`;
  const refs = findNearestControls(findHolder(block, wanted)).map(
    (control) => `${context.deps.refOf(control)} ${nameElement(context, control)}`,
  );
  return refs.length > 0 ? `${JSON.stringify(quote)} near ${refs.join(', ')}` : JSON.stringify(quote);
}

/** The innermost element that holds the words; the block when several hold them together. */
function findHolder(block: TextBlock, wanted: string): Element {
  const holds = makeTextTest(wanted);
  const part = block.parts.find(({ text }) => holds(text.replace(/\s+/gu, ' ')));
  return part?.element ?? block.element;
}

const CONTROLS =
  'a[href],button,input:not([type=hidden]),select,textarea,summary,[role=button],[role=link],[role=checkbox],[role=switch],[role=tab],[role=option],[role=menuitem],[contenteditable]:not([contenteditable=false])';
const ITEMS =
  'tr,li,article,section,fieldset,form,dialog,[role=row],[role=listitem],[role=article],[role=dialog],[role=group]';

/** The control that the text is in; else those inside it; else those of the row, card or section around it. */
function findNearestControls(element: Element): Element[] {
  const around = closestRendered(element, CONTROLS);
  if (around) return [around];
  for (const ancestor of renderedAncestorsOf(element)) {
    const inside = [...queryWithin(ancestor, CONTROLS)].filter(isShown).slice(0, MAX_REFS);
    if (inside.length > 0) return inside;
    if (matches(ancestor, ITEMS)) return [];
  }
  return [];
}
