import type { ErrandPage, ObservedNode } from '../../../../lib/page/types';

const CHECKED = new Set(['checkbox', 'switch', 'radio']);
const TYPED = new Set(['textbox', 'searchbox']);

/** `kind` 0 toggles a box, 1 types a value, 2 adds a sentence; what the page has none of becomes the next one. */
export function makeOneChange(errand: ErrandPage, kind: number): string {
  const makers = [toggleOne, typeOne, addOne];
  for (let tried = 0; tried < makers.length; tried += 1) {
    const said = makers[(kind + tried) % makers.length]?.(errand);
    if (said !== undefined) return said;
  }
  throw new Error('nothing on this page can be changed');
}

function listOnScreen(): Element[] {
  return [...document.querySelectorAll('body *')].filter((element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    return (
      inside &&
      width > 1 &&
      height > 1 &&
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    );
  });
}

function describeRole(errand: ErrandPage, element: Element): ObservedNode['role'] {
  return errand.describe(element).role;
}

function toggleOne(errand: ErrandPage): string | undefined {
  const box = listOnScreen().find(
    (element): element is HTMLInputElement =>
      element instanceof HTMLInputElement &&
      CHECKED.has(describeRole(errand, element)) &&
      !element.disabled &&
      !element.checked,
  );
  if (!box) return undefined;
  box.checked = true;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  box.dispatchEvent(new Event('change', { bubbles: true }));
  return `toggled ${describeRole(errand, box)}`;
}

function typeOne(errand: ErrandPage): string | undefined {
  const field = listOnScreen().find(
    (element): element is HTMLInputElement =>
      element instanceof HTMLInputElement &&
      TYPED.has(describeRole(errand, element)) &&
      !element.disabled &&
      !element.readOnly,
  );
  if (!field) return undefined;
  field.value = 'Ada Byron';
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return `typed into ${describeRole(errand, field)}`;
}

function addOne(): string | undefined {
  const near = listOnScreen().find(
    (element) =>
      element.childElementCount === 0 &&
      (element.textContent ?? '').trim() !== '' &&
      !element.closest('a, button, label, select, textarea, nav, svg'),
  );
  if (!near) return undefined;
  const sentence = document.createElement('p');
  sentence.textContent = 'The order was saved.';
  near.after(sentence);
  return `added a sentence after ${near.localName}`;
}
