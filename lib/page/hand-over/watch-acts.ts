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
  const watch = new ActWatch(deps, asked, tell);
  for (const type of TYPES)
    deps.window.addEventListener(
      type,
      (event) => {
        if (event.isTrusted) watch[type](event);
      },
      { capture: true, signal },
    );
}

const TYPES = [
  'pointerdown',
  'pointerup',
  'keydown',
  'paste',
  'drop',
  'click',
  'beforeinput',
  'change',
  'focusout',
] as const;

/** One method for each event. */
class ActWatch implements Record<(typeof TYPES)[number], (event: Event) => void> {
  private press: Press | undefined;
  /** The field that they are typing in. */
  private field: Element | undefined;

  constructor(
    private readonly deps: ActDeps,
    private readonly asked: ReadonlySet<Element>,
    private readonly tell: (act: UserAct) => void,
  ) {}

  pointerdown(event: Event): void {
    this.press = { at: event.timeStamp, path: event.composedPath(), isAsked: this.isAsked(event) };
  }

  pointerup(event: Event): void {
    if (this.press) this.press.at = event.timeStamp;
  }

  paste(event: Event): void {
    this.pointerdown(event);
  }

  drop(event: Event): void {
    this.pointerdown(event);
    const met = findMet(event);
    if (met && !this.press?.isAsked) this.report('drop', findActed(this.deps.window, event) ?? met);
  }

  keydown(event: Event): void {
    this.pointerdown(event);
    const met = findMet(event);
    if (met && !this.press?.isAsked && mayChange(event as KeyboardEvent, met)) this.report('press', met);
  }

  click(event: Event): void {
    const acted = this.isOwn(event) ? findActed(this.deps.window, event) : undefined;
    if (acted) this.report('click', acted);
  }

  beforeinput(event: Event): void {
    const met = findMet(event);
    if (!met || met === this.field || !this.isOwn(event)) return;
    this.leaveField();
    this.field = met;
    this.report('type', met);
  }

  change(event: Event): void {
    const met = findMet(event);
    if (!met) return;
    if (met === this.field) this.leaveField();
    else if (isChosen(met) && !this.isAsked(event)) this.report('set', met, this.valueOf(met));
  }

  focusout(event: Event): void {
    if (findMet(event) === this.field) this.leaveField();
  }

  private leaveField(): void {
    const { field } = this;
    this.field = undefined;
    if (field && isConnected(field)) this.report('type', field, this.valueOf(field));
  }

  private isAsked(event: Event): boolean {
    return [...this.asked].some((element) => isMeant(event, element));
  }

  /** Whether the event comes of the newest press, on the same thing. */
  private isOwn(event: Event): boolean {
    const { press } = this;
    if (!press || press.isAsked || event.timeStamp - press.at > ECHO_MS) return false;
    const path = event.composedPath();
    const [met] = path;
    const [pressed] = press.path;
    return (
      (met !== undefined && press.path.includes(met)) || (pressed !== undefined && path.includes(pressed))
    );
  }

  private report(did: UserAct['did'], element: Element, value?: string): void {
    this.tell({
      did,
      on: nameElement({ deps: this.deps }, element),
      ...(value === undefined ? {} : { value }),
      target: computeTarget(this.deps.window, element, ''),
    });
  }

  private valueOf(field: Element): string | undefined {
    const reading = new Reading(this.deps.window);
    return computeValue(reading, field, reading.role(field))?.slice(0, MAX_VALUE_LENGTH);
  }
}

function findMet(event: Event): Element | undefined {
  const [met] = event.composedPath();
  return met instanceof Element ? met : undefined;
}

/** The control that was met, or what shows the hand; nothing for words and blank space, where people click to read. */
function findActed(window: Window, event: Event): Element | undefined {
  const met = findMet(event);
  if (!met) return undefined;
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
