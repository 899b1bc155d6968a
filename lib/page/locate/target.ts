import type { Target } from '../../trajectories/target';
import { getAttribute, getLocalName, queryDocument } from '../observe/dom';
import { walkFlatAncestors } from '../observe/flat-tree';
import { Reading } from '../observe/reading';
import { isDisabled } from '../observe/states';
import { computeFingerprint } from './fingerprint';
import { describeSubmission } from './form-facts';
import { readHref, readOwnerForm, readType } from './native-form';

/** What the guard judges of one element, as the page's own objects have it at this moment. `ref` is passed on. */
export function computeTarget(window: Window, element: Element, ref: string): Target {
  const reading = new Reading(window);
  const activated = findActivated(element);
  const link = findLink(reading, activated);
  const submits = describeSubmission(reading, activated);
  const type = readType(activated);
  const autocomplete = getAttribute(activated, 'autocomplete');
  return {
    ref,
    fingerprint: computeFingerprint(reading, element),
    origin: window.origin,
    ...(type === '' ? {} : { inputType: type }),
    ...(autocomplete ? { autocomplete } : {}),
    ...(link === undefined ? {} : { href: link.href }),
    ...(link?.opensTab || (submits && submitsElsewhere(activated, window.document))
      ? { opensTab: true }
      : {}),
    ...(submits === undefined ? {} : { submits }),
    ...(isDisabled(activated) ? { disabled: true } : {}),
  };
}

/**
 * The element whose behaviour a click sets off: of words inside a button or link, that button or link; of a label, its
 * control (HTML, "activation behavior").
 */
function findActivated(element: Element): Element {
  for (const at of [element, ...walkFlatAncestors(element)]) {
    const tag = getLocalName(at);
    if (/^(button|input|select|textarea|summary)$/.test(tag)) return at;
    if ((tag === 'a' || tag === 'area') && readHref(at, at.ownerDocument) !== undefined) return at;
    if (at instanceof HTMLLabelElement) return at.control ?? element;
  }
  return element;
}

function findLink(reading: Reading, activated: Element): { href: string; opensTab: boolean } | undefined {
  const { document } = reading;
  for (const at of [activated, ...walkFlatAncestors(activated)]) {
    const href = readHref(at, document);
    if (href === undefined) continue;
    const target = (getAttribute(at, 'target') ?? baseTarget(document)).toLowerCase();
    return { href, opensTab: isOtherWindow(target) };
  }
  return undefined;
}

/** Whether a button hands its form in to another window. */
function submitsElsewhere(button: Element, document: Document): boolean {
  if (!/^(submit|image)$/.test(readType(button))) return false;
  const form = readOwnerForm(button);
  const target = getAttribute(button, 'formtarget') ?? (form && getAttribute(form, 'target'));
  return isOtherWindow((target ?? baseTarget(document)).toLowerCase());
}

function isOtherWindow(target: string): boolean {
  return target !== '' && !['_self', '_parent', '_top'].includes(target);
}

function baseTarget(document: Document): string {
  const [base] = queryDocument(document, 'base[target]');
  return base ? (getAttribute(base, 'target') ?? '') : '';
}
