import type { UserAct } from '../../trajectories/user-act';
import type { ActDeps } from '../act/actor/act-context';
import { nameElement } from '../act/actor/name-element';
import { renderedAncestorsOf } from '../act/actor/native-dom';
import { isTextField } from '../act/text/editable';
import { computeTarget } from '../locate/target';
import { getLocalName, isConnected, matches } from '../observe/dom';
import { Reading } from '../observe/reading';
import { computeValue } from '../observe/values';
import { findActs } from '../observe/walk/actionable';
import { isMeant } from './watch-user';

/** What comes later than this after a press was not set off by it. */
const ECHO_MS = 1_000;
const MAX_VALUE_LENGTH = 500;

/** The newest press of a button or key that the browser vouches for. */
interface Press {
  at: number;
  path: readonly EventTarget[];
  /** The run asked for it. */
  isAsked: boolean;
}

/**
 * Tells, until the signal aborts, what the user does in this document that may change it: clicks on what acts, typing,
 * choosing, dropping; not reading, scrolling, selecting or pointing. Events of ours are not trusted; those that the browser
 * sends on account of them (`input` of an editing command, the click of a label's control) are, so only what belongs to a
 * press counts. What is done with one of the elements in `asked` was handed to the user and is told elsewhere.
 */
export function watchActs(
  deps: ActDeps,
  asked: ReadonlySet<Element>,
  tell: (act: UserAct) => void,
  signal: AbortSignal,
): void {
  const { window } = deps;
  let press: Press | undefined;
  /** The field that they are typing in. */
  let field: Element | undefined;

  const isAsked = (event: Event): boolean => [...asked].some((element) => isMeant(event, element));
  const report = (did: UserAct['did'], element: Element, value?: string): void =>
    tell({
      did,
      on: nameElement({ deps }, element),
      ...(value === undefined ? {} : { value }),
      target: computeTarget(window, element, ''),
    });
  const note = (event: Event): void => {
    press = { at: event.timeStamp, path: event.composedPath(), isAsked: isAsked(event) };
  };
  const leaveField = (): void => {
    if (field && isConnected(field)) report('type', field, readValue(window, field));
    field = undefined;
  };
  /** Whether the event comes of the newest press, on the same thing. */
  const isOwn = (event: Event): boolean => {
    if (!press || press.isAsked || event.timeStamp - press.at > ECHO_MS) return false;
    const [met] = event.composedPath();
    const [pressed] = press.path;
    return (
      met !== undefined && (press.path.includes(met) || event.composedPath().includes(pressed ?? window))
    );
  };

  const hear: Record<string, (event: Event) => void> = {
    pointerdown: note,
    pointerup: (event) => {
      if (press) press.at = event.timeStamp;
    },
    paste: note,
    click: (event) => {
      const acted = isOwn(event) ? findActed(window, event) : undefined;
      if (acted) report('click', acted);
    },
    drop: (event) => {
      note(event);
      const [met] = event.composedPath();
      if (!press?.isAsked && met instanceof Element) report('drop', findActed(window, event) ?? met);
    },
    keydown: (event) => {
      note(event);
      const [met] = event.composedPath();
      if (!press?.isAsked && met instanceof Element && mayChange(event as KeyboardEvent, met))
        report('press', met);
    },
    beforeinput: (event) => {
      const [met] = event.composedPath();
      if (!isOwn(event) || !(met instanceof Element) || met === field) return;
      leaveField();
      field = met;
      report('type', met);
    },
    change: (event) => {
      const [met] = event.composedPath();
      if (met === field) leaveField();
      else if (met instanceof Element && isChosen(met) && !isAsked(event))
        report('set', met, readValue(window, met));
    },
    focusout: (event) => {
      if (event.composedPath()[0] === field) leaveField();
    },
  };
  for (const [type, listener] of Object.entries(hear)) {
    const hearTrusted = (event: Event): void => {
      if (event.isTrusted) listener(event);
    };
    window.addEventListener(type, hearTrusted, { capture: true, signal });
  }
}

/** The control that was met, or what shows the hand; nothing for words and blank space, where people click to read. */
function findActed(window: Window, event: Event): Element | undefined {
  const [met] = event.composedPath();
  if (!(met instanceof Element)) return undefined;
  const reading = new Reading(window);
  for (const at of renderedAncestorsOf(met))
    if (findActs(at, reading.role(at)) || matches(at, 'label,canvas')) return at;
  return window.getComputedStyle(met).cursor === 'pointer' ? met : undefined;
}

/** Enter sends; letters are commands of the page where they are not written anywhere. */
function mayChange({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, met: Element): boolean {
  if (key === 'Enter') return true;
  const isLetter = Array.from(key).length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
  return (
    isLetter &&
    !(met as HTMLElement).isContentEditable &&
    !/^(input|textarea|select)$/.test(getLocalName(met))
  );
}

/** Changed by choosing: nothing of ours makes the browser say so. Boxes are clicked, text is typed. */
function isChosen(element: Element): boolean {
  return matches(element, 'select,input:not([type=checkbox],[type=radio])') && !isTextField(element);
}

function readValue(window: Window, element: Element): string | undefined {
  const reading = new Reading(window);
  return computeValue(reading, element, reading.role(element))?.slice(0, MAX_VALUE_LENGTH);
}
