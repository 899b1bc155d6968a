import { findActs } from '../observe/walk/actionable';
import { isHoldCursor } from '../observe/walk/hold';
import { getLocalName } from '../observe/dom';
import { getFlatParent } from '../observe/flat-tree';
import type { Reading } from '../observe/reading';
import { isEditingHost, isListeningAnchor } from '../observe/roles';

/** The role that the observation prints for one element: `clickable` and `editable` where there is no better one, else `generic`. */
export function findPrintedRole(reading: Reading, element: Element): string {
  const role = reading.role(element);
  const tag = getLocalName(element);
  if (role !== '' && role !== 'paragraph') return role;
  if (/^(form|iframe|canvas|video|audio)$/.test(tag)) return tag === 'iframe' ? 'frame' : tag;
  if (isEditingHost(element)) return 'editable';
  if (findActs(element, role) !== undefined || isPointerBoundary(reading, element))
    return isListeningAnchor(tag, role) ? 'link' : 'clickable';
  return role || 'generic';
}

function isPointerBoundary(reading: Reading, element: Element): boolean {
  const { cursor } = reading.style(element);
  if (cursor !== 'pointer' && !isHoldCursor(cursor)) return false;
  const parent = getFlatParent(element);
  return parent === null || reading.style(parent).cursor !== cursor;
}
