import type { HandOverWay } from '../../trajectories/hand-over';
import { getRect, isConnected, matches } from '../observe/dom';
import { rendersWithin } from '../act/actor/native-dom';
import { findEditable } from '../act/text/editable';

/** What the user did with the element, in words of the past tense; `begun` comes before the page hears of it. */
export interface UserWatch {
  /** Resolves with the verb as soon as the user begins: `clicked`. Never rejects. */
  begun: Promise<string>;
  /** Resolves when they are through with it: at once for a click, after leaving the field for typing. */
  through: Promise<void>;
}

interface Listening {
  window: Window & typeof globalThis;
  element: Element;
  begin(verb: string): void;
  finish(): void;
  signal: AbortSignal;
}

/** Waits for real input on the element. Only events that the browser vouches for (`isTrusted`) count. */
export function watchUser(
  window: Window & typeof globalThis,
  element: Element,
  way: HandOverWay,
  signal: AbortSignal,
): UserWatch {
  let begin: (verb: string) => void = () => undefined;
  let finish: () => void = () => undefined;
  const begun = new Promise<string>((resolve) => (begin = resolve));
  const through = new Promise<void>((resolve) => (finish = resolve));
  const listening: Listening = {
    window,
    element,
    signal,
    begin: (verb) => begin(verb),
    finish: () => finish(),
  };
  LISTENERS[way === 'any' ? wayOf(element) : way](listening);
  return { begun, through };
}

function wayOf(element: Element): Exclude<HandOverWay, 'any'> {
  if (matches(element, 'input[type=file]')) return 'choose-file';
  return findEditable(element) ? 'type' : 'click';
}

const LISTENERS: Record<Exclude<HandOverWay, 'any'>, (listening: Listening) => void> = {
  click: (listening) => listenOnce(listening, 'click', 'clicked'),
  hover: (listening) => listenOnce(listening, 'pointerover', 'pointed at'),
  'choose-file': (listening) => {
    listenOnce(listening, 'change', 'chose a file for');
    listenOnce(listening, 'drop', 'chose a file for');
  },
  type: listenTyping,
};

function listenOnce({ window, element, begin, finish, signal }: Listening, type: string, verb: string): void {
  const hear = (event: Event): void => {
    if (!event.isTrusted || !isMeant(event, element)) return;
    begin(verb);
    finish();
  };
  window.addEventListener(type, hear, { capture: true, signal });
}

function listenTyping({ window, element, begin, finish, signal }: Listening): void {
  let hasTyped = false;
  const type = (event: Event): void => {
    if (!event.isTrusted || !isMeant(event, element)) return;
    hasTyped = true;
    begin('typed into');
  };
  const end = (event: Event): void => {
    const isEnter = event.type === 'keydown' && (event as KeyboardEvent).key === 'Enter';
    if (hasTyped && event.isTrusted && (event.type !== 'keydown' || isEnter)) finish();
  };
  window.addEventListener('input', type, { capture: true, signal });
  for (const name of ['change', 'focusout', 'keydown'])
    window.addEventListener(name, end, { capture: true, signal });
}

/** On the element or in it; on its place, when a closed tree hides what was met; on anything once it was replaced. */
export function isMeant(event: Event, element: Element): boolean {
  if (!isConnected(element)) return true;
  const path = event.composedPath();
  const [met] = path;
  if (path.includes(element) || (met instanceof Element && rendersWithin(met, element))) return true;
  if (!(event instanceof MouseEvent) || (event.clientX === 0 && event.clientY === 0)) return false;
  const { left, right, top, bottom } = getRect(element);
  const { clientX: x, clientY: y } = event;
  return x >= left && x <= right && y >= top && y <= bottom;
}
