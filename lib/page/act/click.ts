import { readHref } from '../locate/native-form';
import { matches } from '../observe/dom';
import type { PageAction } from '../types';
import { actError, type ActContext, expectElement, type PageActionRunner } from './actor/act-context';
import { expectActionable } from './ready/actionable';
import { nameElement } from './actor/name-element';
import { closestRendered } from './actor/native-dom';
import type { Modifier, MouseButton } from './pointer/pointer-device';
import { movePointerTo, pressPointer, type PressOptions } from './pointer/pointer-sequence';
import { readFlag, readText, readTexts } from './actor/read-arguments';

export const click: PageActionRunner = {
  name: 'click',
  element: 'required',
  reads: false,
  async run(context, action, given) {
    const element = expectElement(given);
    const { button, modifiers } = readPress(action);
    const times = readFlag(action, 'double') ? 2 : 1;
    const name = nameElement(context, element);
    const byDefault = await clickElement(context, element, { button, modifiers, times });
    const opensWindow = byDefault ? findWindow(context, element, { button, modifiers }) : undefined;
    const how = times === 2 ? 'double-clicked' : button === 'left' ? 'clicked' : `${button}-clicked`;
    return {
      message: `${how} ${name}${opensTab(element) ? ', a link that opens in another tab' : ''}`,
      target: element,
      ...(opensWindow === undefined ? {} : { opensWindow }),
    };
  },
};

export interface ClickOptions extends Partial<Pick<PressOptions, 'button' | 'modifiers'>> {
  times?: number;
}

/**
 * Waits until the element can be clicked, checks that it is what was approved, and clicks it; whether the page has left
 * the click to the browser.
 */
export async function clickElement(
  context: ActContext,
  element: Element,
  options: ClickOptions = {},
): Promise<boolean> {
  const place = await expectActionable(context, element);
  context.expectApproved(element);
  const { button = 'left', modifiers = [], times = 1 } = options;
  movePointerTo(context, place, modifiers);
  const beforeClick = (): void => context.expectSameDestination(element);
  return pressPointer(context, place, { button, modifiers, beforeClick }, times);
}

const BUTTONS: readonly string[] = ['left', 'middle', 'right'] satisfies MouseButton[];
const MODIFIERS: readonly string[] = ['Alt', 'Control', 'Meta', 'Shift'] satisfies Modifier[];

export function readPress(action: PageAction): { button: MouseButton; modifiers: Modifier[] } {
  const button = readText(action, 'button') ?? 'left';
  const modifiers = readTexts(action, 'modifiers') ?? [];
  if (!BUTTONS.includes(button) || !modifiers.every((modifier) => MODIFIERS.includes(modifier))) {
    throw actError(
      'bad-arguments',
      'click was not run: button is left, middle or right; modifiers are Alt, Control, Meta, Shift.',
      { action: 'click' },
    );
  }
  return { button: button as MouseButton, modifiers: modifiers as Modifier[] };
}

/** Where a link leads that is clicked so that it opens in another tab: with the middle button, or with a key held. */
function findWindow(
  { document }: ActContext,
  element: Element,
  { button, modifiers }: Pick<PressOptions, 'button' | 'modifiers'>,
): string | undefined {
  const isAside =
    button === 'middle' || (button === 'left' && modifiers.some((modifier) => modifier !== 'Alt'));
  const link = isAside ? closestRendered(element, 'a[href],area[href]') : undefined;
  const href = link && readHref(link, document);
  return href !== undefined && /^https?:/i.test(href) ? href : undefined;
}

function opensTab(element: Element): boolean {
  const link = closestRendered(element, 'a[href]');
  return link !== undefined && matches(link, '[target=_blank i],[target=_new i]');
}
