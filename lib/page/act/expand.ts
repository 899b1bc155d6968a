import { cleanText } from '../observe/clean-text';
import { actError, expectElement, type ActContext, type PageActionRunner } from './actor/act-context';
import { cutPart } from './reading/cut-part';
import { nameElement } from './actor/name-element';
import { readNumber } from './actor/read-arguments';

export const expand: PageActionRunner = {
  name: 'expand',
  element: 'required',
  reads: true,
  async run(context, action, given) {
    const element = expectElement(given);
    const text =
      element instanceof HTMLSelectElement ? listOptions(element) : await printPart(context, element);
    const name = nameElement(context, element);
    if (text === '') return { message: `there is nothing to see in ${name}`, data: '' };
    const part = cutPart(text, readNumber(action, 'offset') ?? 0);
    return { message: `all of ${name}, ${part.place}`, data: part.text };
  },
};

async function printPart({ deps }: ActContext, element: Element): Promise<string> {
  if (!deps.expand)
    throw actError('not-expandable', 'Only a select can be expanded here. Use read_page with the ref.');
  return deps.expand(element);
}

/** The options of a select as an observation prints those of a list box. */
function listOptions(select: HTMLSelectElement): string {
  const lines: string[] = [];
  let group: Element | null = null;
  for (const option of select.options) {
    const around = option.closest('optgroup');
    if (around !== group && around) lines.push(`group ${quote(around.label)}`);
    group = around;
    const states = [option.selected ? ' selected' : '', isOff(option, around) ? ' disabled' : ''].join('');
    lines.push(`${around ? '  ' : ''}option ${quote(option.label)}${states}`);
  }
  return lines.join('\n');
}

function isOff(option: HTMLOptionElement, group: HTMLOptGroupElement | null): boolean {
  return option.disabled || (group?.disabled ?? false);
}

function quote(text: string): string {
  return JSON.stringify(cleanText(text));
}
