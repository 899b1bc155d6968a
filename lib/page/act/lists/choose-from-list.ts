import { getAttribute, getRootNode, matches } from '../../observe/dom';
import {
  actError,
  type ActContext,
  type ActError,
  expectNotStopped,
  type RunnerOutcome,
} from '../actor/act-context';
import { isDisabled, isShown } from '../ready/actionable';
import { clickElement } from '../click';
import { listChoices, matchOption, type Choice } from './match-option';
import { nameElement, quoteShort } from '../actor/name-element';
import { closestRendered, findAllDeep, focusedElementOf, renderedAncestorsOf } from '../actor/native-dom';
import { findEditable, isTextField } from '../text/editable';
import { writeField } from '../text/write-field';
import { waitUntil } from '../effect/wait';

/** How long a list may take to open, or to follow what is typed into it. */
const LIST_TIMEOUT_MS = 2000;

/** Choices only: a `menuitem` is a command, which is clicked and judged as such. */
const OPTIONS = '[role=option],[role=menuitemradio],[role=menuitemcheckbox],[role=treeitem]';

/**
 * Chooses in a custom combobox, listbox or menu button: opens it when it is closed, filters it when it can be typed
 * into, clicks the option. Failure codes: `no-such-option`, `no-list`.
 */
export async function chooseFromList(
  context: ActContext,
  element: Element,
  wanted: string[],
): Promise<RunnerOutcome> {
  const bound = bindApproval(context, element);
  const name = nameElement(context, element);
  for (const one of wanted) {
    const option = await expectOption(bound, element, one, name);
    if (!isChosen(option)) await clickElement(bound, option);
  }
  return {
    message: `chose ${wanted.map((one) => quoteShort(one)).join(', ')} in ${name}`,
    ...readBack(element, wanted),
    target: element,
  };
}

/**
 * The approval is about the control; the options of its list are parts of it. It is checked before the first event:
 * opening and choosing may rename the control.
 */
function bindApproval(context: ActContext, element: Element): ActContext {
  let checked = false;
  return {
    ...context,
    expectApproved() {
      expectNotStopped(context.signal);
      if (!checked) context.expectApproved(element);
      checked = true;
    },
    expectSameDestination(touched) {
      if (touched === element) context.expectSameDestination(element);
    },
  };
}

async function expectOption(
  context: ActContext,
  element: Element,
  wanted: string,
  name: string,
): Promise<Element> {
  const shown = await openList(context, element);
  const found = matchOption(shown, wanted)?.item ?? (await filterList(context, element, wanted));
  if (found) return expectMereOption(context, found, wanted);
  const choices = listOptions(context, element);
  if (choices.length === 0 && shown.length === 0) throw noListError(name);
  throw actError(
    'no-such-option',
    `${quoteShort(wanted)} is not among the options of ${name}. Options: ${listChoices(choices.length ? choices : shown)}.`,
    { target: name, option: wanted },
  );
}

/** A link or submit button dressed as an option would do what nobody judged. */
function expectMereOption(context: ActContext, option: Element, wanted: string): Element {
  const facts = context.deps.targetOf?.(option);
  if (!facts?.href && !facts?.submits) return option;
  throw actError(
    'option-acts',
    `${quoteShort(wanted)} is a link or a button. Observe and click it by its own ref.`,
    {
      option: wanted,
    },
  );
}

function noListError(name: string): ActError {
  return actError(
    'no-list',
    `${name} opened no list of options. Click it, observe, and click the option there.`,
    {
      target: name,
    },
  );
}

async function openList(context: ActContext, element: Element): Promise<Choice<Element>[]> {
  const open = listOptions(context, element);
  if (open.length > 0 && (isOpen(element) || matches(element, '[role=listbox],[role=radiogroup]')))
    return open;
  const before = new Set(open.map(({ item }) => item));
  await clickElement(context, element);
  const opened = await waitUntil(context.window, LIST_TIMEOUT_MS, context.signal, () => {
    const now = listOptions(context, element).filter(({ item }) => isOpen(element) || !before.has(item));
    return now.length > 0 ? now : undefined;
  });
  return opened ?? [];
}

async function filterList(
  context: ActContext,
  element: Element,
  wanted: string,
): Promise<Element | undefined> {
  const focused = focusedElementOf(context.document);
  const field = findEditable(element) ?? (focused && closestRendered(focused, 'input'));
  if (!field || !isTextField(field) || matches(field, ':read-only')) return undefined;
  writeField(context, field, wanted, false);
  return waitUntil(
    context.window,
    LIST_TIMEOUT_MS,
    context.signal,
    () => matchOption(listOptions(context, element), wanted)?.item,
  );
}

function isOpen(element: Element): boolean {
  if (getAttribute(element, 'aria-expanded') === 'true') return true;
  return Element.prototype.querySelector.call(element, '[aria-expanded=true]') !== null;
}

/** Options on show: of the list that the control names, of itself, or else anywhere (lists are drawn at the end of the body). */
function listOptions(context: ActContext, element: Element): Choice<Element>[] {
  const own = findOwnLists(element).flatMap((list) => [
    ...Element.prototype.querySelectorAll.call(list, OPTIONS),
  ]);
  const options = own.length > 0 ? own : findAllDeep(context.document, OPTIONS);
  return options
    .filter((option) => isShown(option) && !isDisabled(option))
    .map((option) => ({ label: labelOf(context, option), value: valueOf(option), item: option }));
}

function findOwnLists(element: Element): Element[] {
  const controls = [
    element,
    ...Element.prototype.querySelectorAll.call(element, '[aria-controls],[aria-owns]'),
  ];
  const ids = controls.flatMap((control) =>
    `${getAttribute(control, 'aria-controls') ?? ''} ${getAttribute(control, 'aria-owns') ?? ''}`.split(
      /\s+/,
    ),
  );
  const root = getRootNode(element) as Document | ShadowRoot;
  const named = ids.filter(Boolean).flatMap((id) => root.getElementById(id) ?? []);
  return matches(element, '[role=listbox],[role=menu],[role=tree]') ? [element, ...named] : named;
}

function labelOf(context: ActContext, option: Element): string {
  const name = context.deps.describe(option).name || (option.textContent ?? '');
  return name.replace(/\s+/gu, ' ').trim();
}

function valueOf(option: Element): string | undefined {
  return getAttribute(option, 'data-value') ?? getAttribute(option, 'value') ?? undefined;
}

function isChosen(option: Element): boolean {
  const multiple = [...renderedAncestorsOf(option)].some(
    (list) => getAttribute(list, 'aria-multiselectable') === 'true',
  );
  return multiple && getAttribute(option, 'aria-selected') === 'true';
}

/** What the control shows afterwards, when that says the choice; no claim otherwise. */
function readBack(element: Element, wanted: string[]): { value?: string } {
  const field = findEditable(element);
  const shown =
    field && isTextField(field) ? field.value : (element.textContent ?? '').replace(/\s+/gu, ' ').trim();
  const says = wanted.every((one) => shown.toLowerCase().includes(one.toLowerCase()));
  return says && !matches(element, '[role=listbox],[role=menu],[role=tree]')
    ? { value: shown.slice(0, 200) }
    : {};
}
