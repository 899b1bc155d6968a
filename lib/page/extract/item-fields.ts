/** One piece of an item: words that a person reads as one thing. */
export interface Field {
  /** Where it stands in the item: tags with their classes, from the item down. The same in every item of a listing. */
  path: string;
  text: string;
  kind: 'text' | 'image';
  /** Of the link that it is in, or that is in it. */
  href: string | undefined;
  /** The innermost element that holds it. */
  element: Element;
  /** A label that stands before it: the term of a definition. */
  label: string | undefined;
  /** The pieces it falls into when it has no words outside of them. */
  parts: Field[] | undefined;
}

const INLINE = new Set(
  'span a strong b em i del s code kbd samp sup sub q time img br label button'.split(' '),
);
const BLOCK_SELECTOR = `:not(${[...INLINE].join(',')})`;
/** Between two pieces of a line; no piece of its own. */
const SEPARATOR = /^[\s·•|/,;:–—()-]*$/u;

interface Walk {
  fields: Field[];
  run: Node[];
}

interface Place {
  path: string;
  element: Element;
  href: string | undefined;
  label: string | undefined;
}

/**
 * The fields of an item in reading order, buttons left out. Empty leaves are fields without text: they keep the places of
 * those after them. Works on a visible copy (`read/copy-visible`), whose tags say what is inline.
 */
export function listFields(item: Element): Field[] {
  const walk: Walk = { fields: [], run: [] };
  const href = readHref(item);
  addChildren(walk, item, { path: '', element: item, href, label: undefined });
  return walk.fields;
}

function addChildren(walk: Walk, parent: Element, place: Place): void {
  const outer = walk.run;
  walk.run = [];
  let term: string | undefined;
  for (const child of parent.childNodes) {
    if (!(child instanceof Element)) {
      walk.run.push(child);
    } else if (child.localName === 'dt') {
      term = tidy(child.textContent ?? '');
    } else if (INLINE.has(child.localName) && !child.querySelector(BLOCK_SELECTOR)) {
      if (child.localName !== 'button') walk.run.push(child);
    } else if (child.localName !== 'hr') {
      flush(walk, place);
      addBlock(walk, child, place, term);
    }
  }
  flush(walk, place);
  walk.run = outer;
}

function addBlock(walk: Walk, element: Element, place: Place, term: string | undefined): void {
  const label = element.localName === 'dd' ? term : undefined;
  const step = label === undefined ? describeStep(element) : `dd=${label}`;
  const inner: Place = {
    path: `${place.path}>${step}`,
    element,
    href: readHref(element) ?? place.href,
    label: label ?? place.label,
  };
  if (element.childNodes.length === 0) walk.fields.push(makeField(inner, ''));
  else addChildren(walk, element, inner);
}

function flush(walk: Walk, place: Place): void {
  const field = makeRun(walk.run, place);
  if (field) walk.fields.push(field);
  walk.run = [];
}

/** A run of words and inline elements; undefined when there is nothing to read in it. */
function makeRun(run: readonly Node[], place: Place): Field | undefined {
  const text = tidy(run.map((node) => node.textContent ?? '').join(''));
  const elements = run.filter((node) => node instanceof Element && node.localName !== 'br') as Element[];
  const hasWords = run.some((node) => !(node instanceof Element) && !SEPARATOR.test(node.textContent ?? ''));
  if (elements.length === 0 && text === '') return undefined;
  const field = makeField(place, text);
  if (hasWords || elements.length === 0) {
    field.href ??= elements.map((element) => findHref(element)).find((href) => href !== undefined);
    return field;
  }
  field.parts = elements.flatMap((element) => makePart(element, place) ?? []);
  return field;
}

function makePart(element: Element, place: Place): Field | undefined {
  const inner: Place = {
    path: `${place.path}>${describeStep(element)}`,
    element,
    href: readHref(element) ?? place.href,
    label: place.label,
  };
  if (element.localName === 'img')
    return { ...makeField(inner, element.getAttribute('alt') ?? ''), kind: 'image' };
  return makeRun([...element.childNodes].filter(isNoButton), inner) ?? makeField(inner, '');
}

function isNoButton(node: Node): boolean {
  return !(node instanceof Element && node.localName === 'button');
}

function makeField({ path, element, href, label }: Place, text: string): Field {
  return { path, text, kind: 'text', href, element, label, parts: undefined };
}

function readHref(element: Element): string | undefined {
  return (element.localName === 'a' && element.getAttribute('href')) || undefined;
}

/** Where the element leads, or the first link in it. */
export function findHref(element: Element): string | undefined {
  return readHref(element) ?? element.querySelector('a[href]')?.getAttribute('href') ?? undefined;
}

/** `div.card.price`: what an element is called in a path. */
export function describeStep(element: Element): string {
  const property = element.getAttribute('itemprop');
  const names = property === null ? listClasses(element).sort() : [`@${property}`];
  return [element.localName, ...names].join('.');
}

/** Classes that say of a single item how it is at the moment. */
const MOMENTARY = /^(is-|has-)|^(active|selected|current|odd|even|first|last|hover|focus|new|unread|read)$/i;

export function listClasses(element: Element): string[] {
  return Array.from(element.classList).filter((name) => !MOMENTARY.test(name));
}

/** Words of an element without those of its buttons. */
export function readWords(element: Element): string {
  if (!element.querySelector('button')) return tidy(element.textContent ?? '');
  const pieces: string[] = [];
  const visit = (node: Node): void => {
    if (!(node instanceof Element)) pieces.push(node.nodeValue ?? '');
    else if (node.localName !== 'button') node.childNodes.forEach(visit);
  };
  visit(element);
  return tidy(pieces.join(''));
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
