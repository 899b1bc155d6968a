import { cleanText } from './clean-text';
import {
  ELEMENT_NODE,
  getAttribute,
  getLocalName,
  getNodeType,
  getTextContent,
  hasAttribute,
  hasAttributes,
} from './dom';
import { getFlatChildren } from './flat-tree';
import { nameEmbeddedControl } from './name-embedded';
import { nameFromMarkup } from './name-from-markup';
import type { Reading } from './reading';
import { NAMED_BY_CONTENT } from './role-tables';
import { isEditingHost } from './roles';

/** Where one computation stands (accname 1.2, 4.3.2). */
interface Walk {
  reading: Reading;
  /** Nodes already used: each counts once, and loops end. */
  visited: Set<Node>;
  /** Following an aria-labelledby: the next one is not followed (2B). */
  inLabelledBy: boolean;
  /** Inside a label or content of something else: controls give their value (2C). */
  inTraversal: boolean;
  /** The reference led to a hidden node on purpose: what it holds counts although hidden. */
  inHidden: boolean;
}

/** Accessible name by accname 1.2 and HTML-AAM, cleaned but not shortened. */
export function computeName(reading: Reading, element: Element): string {
  let name = reading.names.get(element);
  if (name === undefined) {
    name = cleanText(alternativeOf(element, startWalk(reading)));
    reading.names.set(element, name);
  }
  return name;
}

function startWalk(reading: Reading): Walk {
  return { reading, visited: new Set(), inLabelledBy: false, inTraversal: false, inHidden: false };
}

/** The words inside an element as a name would have them, whatever its role: for `clickable`. */
export function computeContentName(reading: Reading, element: Element): string {
  return cleanText(textOfContent(element, { ...startWalk(reading), inTraversal: true }));
}

/** Accessible description: aria-describedby, aria-description, or a title that is not the name already. */
export function computeDescription(reading: Reading, element: Element): string {
  const described = reading.resolveIds(element, getAttribute(element, 'aria-describedby'));
  const text =
    described.length > 0
      ? joinReferences(reading, described, new Set())
      : (getAttribute(element, 'aria-description') ?? '');
  const description = cleanText(text) || cleanText(getAttribute(element, 'title') ?? '');
  return description === computeName(reading, element) ? '' : description;
}

/** Text of the nodes that an attribute names, joined by spaces; hidden ones count. */
function joinReferences(reading: Reading, targets: Element[], visited: Set<Node>): string {
  return targets
    .map((target) =>
      alternativeOf(target, {
        reading,
        visited: new Set(visited),
        inLabelledBy: true,
        inTraversal: true,
        inHidden: reading.isHidden(target),
      }),
    )
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join(' ');
}

function alternativeOf(element: Element, walk: Walk): string {
  const { reading } = walk;
  if (walk.visited.has(element)) return '';
  // The element that was asked for may itself be hidden: a check box behind its label still has a name.
  const isAskedFor = walk.visited.size === 0 && !walk.inLabelledBy;
  if (!isAskedFor && !walk.inHidden && reading.isHidden(element)) return '';
  const role = reading.role(element);
  if (!walk.inLabelledBy) {
    const labels = reading.resolveIds(element, getAttribute(element, 'aria-labelledby'));
    const labelled = joinReferences(reading, labels, walk.visited);
    if (labelled) return labelled;
  }
  const label = getAttribute(element, 'aria-label')?.trim();
  const value = walk.inTraversal ? nameEmbeddedControl(element, role, reading) : undefined;
  if (value !== undefined) return label && role !== 'textbox' && role !== 'searchbox' ? label : value;
  if (label) return label;
  walk.visited.add(element);
  const native = nameFromMarkup(element, role, reading, (other) => enterContent(other, walk));
  if (native) return native;
  if (takesContent(element, role, walk)) {
    const content = textOfContent(element, walk);
    if (content.trim()) return content;
  }
  return tooltipOf(element, walk);
}

/** Name of a label, legend or caption, found from its owner. */
function enterContent(other: Element, walk: Walk): string {
  if (walk.visited.has(other)) return '';
  return alternativeOf(other, { ...walk, inLabelledBy: true, inTraversal: true });
}

function takesContent(element: Element, role: string, walk: Walk): boolean {
  if (NAMED_BY_CONTENT.has(role)) return true;
  if (!walk.inTraversal) return false;
  return !(isEditingHost(element) && !walk.inLabelledBy);
}

function tooltipOf(element: Element, walk: Walk): string {
  const title = getAttribute(element, 'title')?.trim();
  if (title) return title;
  if (walk.inTraversal && walk.visited.size > 1) return '';
  const placeholder = hasAttribute(element, 'aria-placeholder') ? 'aria-placeholder' : 'placeholder';
  return getAttribute(element, placeholder)?.trim() ?? '';
}

function textOfContent(element: Element, walk: Walk): string {
  const inner: Walk = walk.inTraversal ? walk : { ...walk, inTraversal: true };
  // Without attributes there is nothing but its tag to hang a pseudo-element on, and asking costs more than all the rest.
  const isStyled = hasAttributes(element);
  const parts = isStyled ? [pseudoText(element, '::before', walk.reading)] : [];
  for (const child of getFlatChildren(element)) parts.push(textOfChild(child, inner));
  const owned = walk.reading.resolveIds(element, getAttribute(element, 'aria-owns'));
  for (const other of owned) parts.push(spaced(other, alternativeOf(other, inner), inner));
  if (isStyled) parts.push(pseudoText(element, '::after', walk.reading));
  return parts.join('');
}

function textOfChild(child: Node, walk: Walk): string {
  if (getNodeType(child) !== ELEMENT_NODE) {
    if (getNodeType(child) !== 3 || walk.visited.has(child)) return '';
    return getTextContent(child) ?? '';
  }
  const element = child as Element;
  if (getLocalName(element) === 'br') return ' ';
  return spaced(element, alternativeOf(element, walk), walk);
}

/** Blocks are words apart; inline elements join what is around them (2F, "block-level"). */
function spaced(element: Element, text: string, walk: Walk): string {
  if (text === '') return '';
  const display = walk.reading.style(element).display;
  return display === 'inline' || display === 'contents' ? text : ` ${text} `;
}

/** `content` of a pseudo-element as text (2F.ii), its alternative text after `/` when it has one. */
function pseudoText(element: Element, pseudo: '::before' | '::after', reading: Reading): string {
  const style = reading.window.getComputedStyle(element, pseudo);
  const content = style.content;
  if (content === 'none' || content === 'normal' || content === '' || style.visibility === 'hidden')
    return '';
  const text = readContent(content, element);
  return style.display === 'inline' ? text : ` ${text} `;
}

const CONTENT_PART = /"((?:[^"\\]|\\.)*)"|attr\(([\w-]+)\)/g;

function readContent(content: string, element: Element): string {
  const slash = content.lastIndexOf(' / ');
  const shown = slash < 0 ? content : content.slice(slash + 3);
  const parts: string[] = [];
  for (const [, quoted, attribute] of shown.matchAll(CONTENT_PART)) {
    if (attribute !== undefined) parts.push(getAttribute(element, attribute) ?? '');
    else parts.push((quoted ?? '').replace(/\\(.)/g, '$1'));
  }
  return parts.join('');
}
