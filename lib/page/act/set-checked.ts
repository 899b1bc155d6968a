import type { Fingerprint } from '../../trajectories/fingerprint';
import { getAttribute, getLocalName, isConnected, matches } from '../observe/dom';
import {
  actError,
  type ActContext,
  type ActError,
  expectElement,
  type PageActionRunner,
} from './actor/act-context';
import { clickElement } from './click';
import { nameElement } from './actor/name-element';
import { expectFlag } from './actor/read-arguments';
import { waitUntil } from './effect/wait';

/** How long a custom control may take to show its new state. */
const STATE_TIMEOUT_MS = 1000;

type State = 'checked' | 'not checked' | 'partly checked';

export const setChecked: PageActionRunner = {
  name: 'set_checked',
  element: 'required',
  reads: false,
  async run(context, action, given) {
    const element = expectElement(given);
    const wanted: State = expectFlag(action, 'checked') ? 'checked' : 'not checked';
    const control = findControl(element);
    const name = nameElement(context, control);
    const before = readState(control);
    if (before === undefined) throw notCheckableError(name);
    if (before === wanted)
      return { message: `${name} was ${wanted} already`, value: wanted, nothingDone: true };
    if (wanted === 'not checked' && isRadio(control)) throw radioError(name);
    const pressed = await pressUntil(context, element, control, wanted);
    if (!pressed)
      return {
        message: `clicked ${name}, which went away: whether it is ${wanted} is not known`,
        target: control,
      };
    if (pressed.state !== wanted) throw notSetError(context, pressed.control, wanted);
    return { message: `${name} is ${wanted} now`, value: wanted, target: pressed.control };
  },
};

interface Pressed {
  control: Element;
  state: State | undefined;
}

/** A box with a third state goes round: from partly checked it may take two presses. */
const MAX_PRESSES = 2;

/** Presses until the state is reached or a press changes nothing; undefined when the control has gone. */
async function pressUntil(
  context: ActContext,
  element: Element,
  control: Element,
  wanted: State,
): Promise<Pressed | undefined> {
  const fingerprint = context.deps.targetOf?.(control).fingerprint;
  let live = control;
  for (let presses = 1; ; presses++) {
    const before = readState(live);
    await clickControl(context, element, live);
    const pressed = await awaitState(context, live, fingerprint, wanted);
    if (!pressed || pressed.state === wanted || pressed.state === before) return pressed;
    if (presses === MAX_PRESSES) return pressed;
    live = pressed.control;
  }
}

const CHECKABLE = 'input:is([type=checkbox],[type=radio]),[aria-checked],[aria-pressed]';

/** The control itself, the one of a label, or the only one inside a wrapper. */
function findControl(element: Element): Element {
  if (matches(element, CHECKABLE)) return element;
  if (getLocalName(element) === 'label') return (element as HTMLLabelElement).control ?? element;
  const inside = Element.prototype.querySelectorAll.call(element, CHECKABLE);
  return (inside.length === 1 && inside[0]) || element;
}

async function clickControl(context: ActContext, element: Element, control: Element): Promise<void> {
  // The approval is about the element that was named; its control is a part of it.
  const bound: ActContext =
    control === element
      ? context
      : {
          ...context,
          expectApproved: () => context.expectApproved(element),
          expectSameDestination: () => context.expectSameDestination(element),
        };
  await clickElement(bound, control);
}

/** The state of the control, or of the one that was drawn in its place, once it is the wanted one or time is up. */
async function awaitState(
  context: ActContext,
  control: Element,
  fingerprint: Fingerprint | undefined,
  wanted: State,
): Promise<Pressed | undefined> {
  const find = (): Element | undefined => {
    if (isConnected(control)) return control;
    const found = fingerprint && context.deps.locate?.(fingerprint);
    return found?.ok ? findControl(found.value) : undefined;
  };
  const isReached = (): true | undefined => {
    const live = find();
    return (live && readState(live) === wanted) || undefined;
  };
  await waitUntil(context.window, STATE_TIMEOUT_MS, context.signal, isReached);
  const live = find();
  return live && { control: live, state: readState(live) };
}

function readState(control: Element): State | undefined {
  if (matches(control, 'input:is([type=checkbox],[type=radio])')) {
    const { checked, indeterminate } = control as HTMLInputElement;
    return indeterminate ? 'partly checked' : checked ? 'checked' : 'not checked';
  }
  const state = getAttribute(control, 'aria-checked') ?? getAttribute(control, 'aria-pressed');
  if (state === 'true') return 'checked';
  if (state === 'mixed') return 'partly checked';
  return state === 'false' ? 'not checked' : undefined;
}

function isRadio(control: Element): boolean {
  return matches(control, 'input[type=radio],[role=radio],[role=menuitemradio]');
}

function notCheckableError(name: string): ActError {
  return actError(
    'not-checkable',
    `${name} has no checked state. Click it instead, or use the ref of the checkbox.`,
    {
      target: name,
    },
  );
}

function radioError(name: string): ActError {
  return actError(
    'not-checkable',
    `${name} is one of a group: it is unchecked by checking another one. Set that one.`,
    {
      target: name,
    },
  );
}

function notSetError(context: ActContext, control: Element, wanted: State): ActError {
  const name = nameElement(context, control);
  return actError(
    'not-set',
    `${name} was clicked and is ${readState(control) ?? 'gone'}, not ${wanted}. Observe again.`,
    {
      target: name,
    },
  );
}
