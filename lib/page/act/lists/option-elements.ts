import { getAttribute, getLocalName, getTextContent, hasAttribute, matches } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { renderedAncestorsOf } from '../actor/native-dom';
import { isDisabled, isShown, labelsOf } from '../ready/actionable';
import type { Choice } from './match-option';

/** Choices by role. A `menuitem` is a command, which is clicked and judged as such (`isPicker` tells the exception). */
export const OPTIONS =
  '[role=option],[role=menuitemradio],[role=menuitemcheckbox],[role=treeitem],[role=radio],[role=tab],input[type=radio]';
export const COMMANDS = '[role=menuitem]';

/** Drawn, or with a drawn label: radio buttons of segmented controls are transparent. */
export function isOffered(option: Element): boolean {
  return isShown(option) || labelsOf(option).some(isShown) || isShownRadio(option);
}

function isShownRadio(option: Element): boolean {
  return matches(option, 'input[type=radio]') && labelsOf(option).length > 0;
}

export function makeChoice(context: ActContext, option: Element): Choice<Element> {
  return { label: labelOf(context, option), value: valueOf(option), item: option };
}

/** Not those of a group title or a hint that say they cannot be chosen. */
export function canBeChosen(option: Element): boolean {
  return !isDisabled(option);
}

export function labelOf(context: ActContext, option: Element): string {
  const name = context.deps.describe(option).name || (getTextContent(option) ?? '');
  return name.replace(/\s+/gu, ' ').trim();
}

function valueOf(option: Element): string | undefined {
  const value = getAttribute(option, 'data-value') ?? getAttribute(option, 'value');
  return value ?? undefined;
}

/** Whether the option itself says that it is chosen; undefined when it says nothing of the kind. */
export function readChosen(option: Element): boolean | undefined {
  if (matches(option, 'input[type=radio]')) return (option as HTMLInputElement).checked;
  for (const attribute of ['aria-checked', 'aria-selected', 'aria-pressed']) {
    const value = getAttribute(option, attribute);
    if (value === 'true') return true;
    if (value === 'false') return false;
  }
  return getLocalName(option).includes('-') && hasAttribute(option, 'selected') ? true : undefined;
}

/** Whether several options of its list can be chosen at once. */
export function isOneOfSeveral(option: Element): boolean {
  if (matches(option, '[role=menuitemcheckbox]')) return true;
  return [...renderedAncestorsOf(option)].some(
    (list) => getAttribute(list, 'aria-multiselectable') === 'true',
  );
}
