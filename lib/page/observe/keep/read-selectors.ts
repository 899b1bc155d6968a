/** What the selectors of a page's style sheets may make depend on something besides an element's ancestors and attributes. */
export interface StyleDependence {
  /**
   * States that change without a trace in the document (`:hover`, `:checked` …), each with the selectors of what it may change,
   * states left out.
   */
  states: Map<string, Set<string>>;
  /** Compounds with `:has()`, which an element anywhere inside or behind may change. */
  holding: Set<string>;
  /** What may look different when an element comes or goes beside it, states left out. */
  structural: Set<string>;
  /** Attributes and states by which an element changes those behind it (`+`, `~`). */
  leading: Set<string>;
}

export function createDependence(): StyleDependence {
  return { states: new Map(), holding: new Set(), structural: new Set(), leading: new Set() };
}

/** Change only with attributes, with what is around, or not at all. */
const STEADY = new Set(
  (
    'link any-link visited root scope host host-context lang dir enabled disabled read-only read-write required optional ' +
    'before after first-line first-letter'
  ).split(' '),
);
const SAME_ELEMENT = new Set('is where not matches -webkit-any -moz-any'.split(' '));
const STRUCTURAL = /^(?:nth-|first-|last-|only-)/;

interface Compound {
  text: string;
  /** What stands behind it: ' ', '>', '+', '~', '' at the end. */
  combinator: string;
}

/** Adds what a list of selectors depends on. */
export function addSelectors(dependence: StyleDependence, list: string): void {
  addList(dependence, list, '');
}

/** `outer`: the element that the last compound of each selector stands for, in `:is()` and its like. */
function addList(dependence: StyleDependence, list: string, outer: string): void {
  for (const compounds of splitList(list)) {
    for (const [index, compound] of compounds.entries())
      addCompound(dependence, compound, index === compounds.length - 1 ? outer : '');
  }
}

function addCompound(dependence: StyleDependence, { text, combinator }: Compound, outer: string): void {
  const { plain, pseudos } = takeApart(text);
  const subject = outer === '' || plain !== '*' ? plain : outer;
  const leads = combinator === '+' || combinator === '~';
  if (leads) {
    dependence.structural.add(subject);
    for (const name of findAttributes(text)) dependence.leading.add(name);
  }
  for (const { name, argument } of pseudos) {
    if (name === 'has') dependence.holding.add(text.replace(/::?(?:before|after).*$|&/g, '') || '*');
    else if (STRUCTURAL.test(name)) dependence.structural.add(subject);
    else if (argument !== undefined && SAME_ELEMENT.has(name)) addList(dependence, argument, subject);
    else if (!STEADY.has(name)) addState(dependence, name, argument, subject);
    if (leads) dependence.leading.add(name);
    if (leads && argument !== undefined)
      for (const each of findAttributes(argument)) dependence.leading.add(each);
  }
}

function addState(
  { states }: StyleDependence,
  name: string,
  argument: string | undefined,
  subject: string,
): void {
  // Nearly all elements are defined; those that are not are few.
  const state =
    name === 'defined' ? ':not(:defined)' : argument === undefined ? `:${name}` : `:${name}(${argument})`;
  const subjects = states.get(state);
  if (subjects) subjects.add(subject);
  else states.set(state, new Set([subject]));
}

/** Names of the attributes that a compound asks for; states in it by their names. */
function findAttributes(text: string): Set<string> {
  const found = new Set<string>();
  const simple = text.replace(/\\./g, 'x');
  const outside = simple.replace(/\[[^\]]*\]/g, '');
  if (outside.includes('.')) found.add('class');
  if (outside.includes('#')) found.add('id');
  for (const [, name = ''] of simple.matchAll(/\[\s*(?:[\w*]*\|)?([\w-]+)/g)) found.add(name.toLowerCase());
  for (const [, name = ''] of outside.matchAll(/:([\w-]+)/g)) found.add(name.toLowerCase());
  if (outside.includes('&')) found.add(ANY_ATTRIBUTE);
  return found;
}

/** In `leading`: a nested rule's parent leads, whatever it asks for. */
export const ANY_ATTRIBUTE = '*';

interface Pseudo {
  name: string;
  argument: string | undefined;
}

/** A compound without its pseudo-classes, and those. */
function takeApart(text: string): { plain: string; pseudos: Pseudo[] } {
  const pseudos: Pseudo[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const char = text[at] as string;
    if (char === ':') {
      const start = text[at + 1] === ':' ? at + 2 : at + 1;
      const name = /^[\w-]*/.exec(text.slice(start))?.[0] ?? '';
      const open = start + name.length;
      const end = text[open] === '(' ? findEnd(text, open) : open;
      // A pseudo-element is where its element is.
      if (start === at + 1)
        pseudos.push({
          name: name.toLowerCase(),
          argument: end > open ? text.slice(open + 1, end - 1) : undefined,
        });
      at = end;
    } else {
      const end = char === '[' ? findEnd(text, at) : char === '\\' ? at + 2 : at + 1;
      if (char !== '&') plain += text.slice(at, end);
      at = end;
    }
  }
  return { plain: plain === '' ? '*' : plain, pseudos };
}

/** Behind the bracket that closes the one at `start`. */
function findEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '\\') at++;
    else if (char === '"' || char === "'") at = findQuoteEnd(text, at);
    else if (char === '(' || char === '[') depth++;
    else if ((char === ')' || char === ']') && --depth === 0) return at + 1;
  }
  return text.length;
}

function findQuoteEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[start]) return at;
  }
  return text.length;
}

/** The selectors of a list, each as its compounds. */
function splitList(list: string): Compound[][] {
  const selectors: Compound[][] = [];
  let compounds: Compound[] = [];
  let start = 0;
  const end = (at: number, combinator: string): void => {
    const text = list.slice(start, at).trim();
    const last = compounds[compounds.length - 1];
    if (text !== '') compounds.push({ text, combinator });
    // White space around a combinator says nothing.
    else if (last && combinator !== ' ') last.combinator = combinator;
    start = at + 1;
  };
  for (let at = 0; at < list.length; at++) {
    const char = list[at] as string;
    if (char === '\\') at++;
    else if (char === '"' || char === "'") at = findQuoteEnd(list, at);
    else if (char === '(' || char === '[') at = findEnd(list, at) - 1;
    else if (/[\s>+~]/.test(char)) end(at, char.trim() === '' ? ' ' : char);
    else if (char === ',') {
      end(at, '');
      selectors.push(compounds);
      compounds = [];
    }
  }
  end(list.length, '');
  selectors.push(compounds);
  return selectors;
}
