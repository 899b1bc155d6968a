import { getLocalName, getTextContent, matches, queryFirstWithin, queryWithin } from '../../observe/dom';
import { getFlatChildren } from '../../observe/flat-tree';
import { isShown } from '../ready/actionable';
import { isTextField } from '../text/editable';
import { boxOf } from './list-control';
import { foldLabel } from './match-option';

/** What a control shows and holds at one moment. */
export interface ShownChoice {
  /** Text of its field, when it has one. */
  field: string | undefined;
  /** Pieces of text drawn in its box: the single value, chips. */
  pieces: string[];
  /** Chosen labels of a native select that stands behind it. */
  behind: string[];
  /** Values of hidden inputs in the box. */
  hidden: string[];
}

/** `except`: what is drawn in the control and is none of its choice. */
export function readShown(control: Element, except: readonly Element[] = []): ShownChoice {
  const box = boxOf(control);
  const field = isTextField(control)
    ? control
    : [...queryWithin(control, 'input')].find((input) => isTextField(input));
  const selects = matches(control, 'select')
    ? [control]
    : [...queryWithin(box, 'select'), ...selectsBeside(box)];
  return {
    field: field ? (field as HTMLInputElement).value : undefined,
    pieces: piecesIn(box, except),
    behind: selects.flatMap((select) =>
      Array.from((select as HTMLSelectElement).selectedOptions, (option) => option.label.trim()),
    ),
    hidden: [...queryWithin(box, 'input[type=hidden]')].map((input) => (input as HTMLInputElement).value),
  };
}

/** A select that was replaced by what is drawn stands right before it, hidden. */
function selectsBeside(box: Element): Element[] {
  const beside = [box.previousElementSibling, box.nextElementSibling];
  return beside.filter(
    (element): element is Element =>
      element !== null && getLocalName(element) === 'select' && isTiny(element),
  );
}

function isTiny(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return !isShown(element) || width <= 1 || height <= 1;
}

function piecesIn(box: Element, except: readonly Element[]): string[] {
  const pieces: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) pieces.push(getTextContent(node) ?? '');
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const element = node as Element;
    if (except.includes(element)) return;
    if (matches(element, 'select,script,style,legend,[role=listbox],[role=menu]')) return;
    // Some draw the whole control, with what it shows, inside of a label.
    if (matches(element, 'label') && !queryFirstWithin(element, 'button,[role=button],[role=combobox]'))
      return;
    if (!isRendered(element)) return;
    for (const child of getFlatChildren(element)) visit(child);
  };
  visit(box);
  return pieces.map((piece) => piece.replace(/[\s\u200b]+/gu, ' ').trim()).filter((piece) => piece !== '');
}

/** Transparent counts: values fade in. Slots have no box of their own. */
function isRendered(element: Element): boolean {
  return (
    element.checkVisibility({ visibilityProperty: true }) || getComputedStyle(element).display === 'contents'
  );
}

/** Whether the control shows this label: as a whole piece, or together with signs and icons. */
export function saysChoice({ field, pieces, behind }: ShownChoice, label: string): boolean {
  const wanted = foldLabel(label);
  if (wanted === '') return false;
  const texts = [field ?? '', ...pieces, ...behind].map(foldLabel);
  return texts.includes(wanted) || holdsInOrder(foldLabel(pieces.join(' ')), wanted);
}

function holdsInOrder(text: string, wanted: string): boolean {
  const core = (value: string): string => value.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return ` ${core(text)} `.includes(` ${core(wanted)} `) && core(wanted) !== '';
}

/** The shown text for a report: what was drawn, or the field. */
export function phraseShown({ field, pieces, behind }: ShownChoice): string {
  const drawn = pieces.join(', ');
  return (field || drawn || behind.join(', ')).slice(0, 200);
}

export function differs(one: ShownChoice, other: ShownChoice): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
