import { getLocalName, matches } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { writeValueNatively } from '../actor/native-dom';
import { scrollBy } from '../ready/scroll-area';
import { isRichText, isTextField } from '../text/editable';
import { announceChange } from '../text/announce-change';
import { moveCaret, moveSelection } from './move-caret';
import type { KeyPress } from './parse-keys';

/** What keys of movement do by themselves: in radio groups, selects, steppers, text, or else they scroll. */
export function moveWithKey(context: ActContext, target: Element, press: KeyPress): void {
  const { key } = press;
  if (matches(target, 'input[type=radio]') && key.startsWith('Arrow'))
    return walkRadios(target as HTMLInputElement, key);
  if (getLocalName(target) === 'select') return walkOptions(context, target as HTMLSelectElement, key);
  if (matches(target, 'input:is([type=number],[type=range])'))
    return step(context, target as HTMLInputElement, key);
  if (isTextField(target)) return moveCaret(target, press);
  if (isRichText(target) || extendsSelection(context, press)) return moveSelection(context, press);
  scrollWithKey(context, target, key);
}

/** Text of a page that is selected grows and shrinks with Shift and the keys that move, as it does in an editor. */
export function extendsSelection({ window }: ActContext, { modifiers }: KeyPress): boolean {
  return modifiers.includes('Shift') && window.getSelection()?.type === 'Range';
}

function isForward(key: string): boolean {
  return key === 'ArrowDown' || key === 'ArrowRight';
}

function walkRadios(radio: HTMLInputElement, key: string): void {
  const root = radio.getRootNode() as Document | ShadowRoot;
  const group = [
    ...root.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(radio.name)}"]`),
  ].filter((twin) => twin.form === radio.form && !matches(twin, ':disabled'));
  const next = group[(group.indexOf(radio) + (isForward(key) ? 1 : -1) + group.length) % group.length];
  next?.focus();
  next?.click();
}

function walkOptions(context: ActContext, select: HTMLSelectElement, key: string): void {
  const last = select.options.length - 1;
  const before = select.selectedIndex;
  const towards = key === 'Home' ? 0 : key === 'End' ? last : before + (isForward(key) ? 1 : -1);
  const stride = key === 'End' || (key !== 'Home' && !isForward(key)) ? -1 : 1;
  let at = Math.max(0, Math.min(last, towards));
  while (select.options[at]?.disabled) at += stride;
  if (at === before || !select.options[at]) return;
  select.selectedIndex = at;
  announceChange(context, select);
}

function step(context: ActContext, input: HTMLInputElement, key: string): void {
  const before = input.value;
  if (key === 'ArrowUp' || (key === 'ArrowRight' && input.type === 'range')) input.stepUp();
  if (key === 'ArrowDown' || (key === 'ArrowLeft' && input.type === 'range')) input.stepDown();
  if (input.type === 'range') jump(context, input, key);
  if (input.value !== before) announceChange(context, input);
}

/** A tenth of the scale, or all of it. */
function jump(context: ActContext, input: HTMLInputElement, key: string): void {
  const [min, max] = [Number(input.min || 0), Number(input.max || 100)];
  const tenth = (max - min) / 10;
  const places: Record<string, number> = {
    Home: min,
    End: max,
    PageUp: Math.min(max, input.valueAsNumber + tenth),
    PageDown: Math.max(min, input.valueAsNumber - tenth),
  };
  const place = places[key];
  if (place !== undefined) writeValueNatively(context.window, input, String(place));
}

function scrollWithKey(context: ActContext, target: Element, key: string): void {
  const pages: Record<string, [across: number, down: number]> = {
    ArrowUp: [0, -0.1],
    ArrowDown: [0, 0.1],
    ArrowLeft: [-0.1, 0],
    ArrowRight: [0.1, 0],
    PageUp: [0, -0.9],
    PageDown: [0, 0.9],
    Home: [0, -Infinity],
    End: [0, Infinity],
  };
  const [across, down] = pages[key] ?? [0, 0];
  scrollBy(context, target, across, down);
}
