import { labelOf } from '../ground';
import { itemAround } from '../find-items';
import type { PageNode, PageTree } from '../read-observation';
import { mainDone, type Move, type StepCall, type StepContext } from '../step';
import { findSubmitControl } from './submit';

/** Fields by which a page is searched: each has a label, and the words of the search say which value goes where. */
const FIELDS = new Set(['textbox', 'searchbox', 'combobox', 'spinbutton']);
const LEAST_FIELDS = 2;
/** "director" and "directed", "genre" and "genres" begin alike. */
const SHARED_LETTERS = 4;
/** Begins what is said of one field. */
const CLAUSE =
  /^(?:by|in|from|at|with|for|on|and|named|called|titled|whose|directed|written|made|produced|released|published|starring|sold|born|located)$/i;
/** Names the field within its clause. */
const KEY =
  /^(?:year|date|director|author|genre|title|name|city|country|brand|maker|price|colou?r|size|type|category)$/i;
const ARTICLE = /^(?:the|a|an|is|all|any|some)$/i;

interface Criterion {
  node: PageNode;
  value: string;
}

/** "search for action movies directed by Bowen from year 1998" where the page asks for Director, Genre and Year. */
export function searchByCriteria(query: string, context: StepContext): Move | undefined {
  if (mainDone(context).length > 0) return undefined;
  const fields = findLabelled(context.page);
  if (fields.length < LEAST_FIELDS) return undefined;
  const criteria = readCriteria(query.split(/\s+/), fields);
  if (criteria.length !== fields.length) return undefined;
  const calls: StepCall[] = criteria.map(({ node, value }) => ({
    name: 'type_text',
    args: { ref: node.ref, text: value },
    purpose: 'main',
  }));
  const button = findSubmitControl(context);
  if (button !== undefined) calls.push({ name: 'click', args: { ref: button.ref }, purpose: 'main' });
  return { kind: 'act', calls };
}

function findLabelled({ nodes }: PageTree): PageNode[] {
  return nodes.filter(
    (node) =>
      node.ref !== undefined && FIELDS.has(node.role) && !node.states.has('disabled') && nameOf(node) !== '',
  );
}

function nameOf(node: PageNode): string {
  return labelOf(node) || (itemAround(node)?.name ?? '');
}

/** "directed by Bowen": what it says of the value, and the value. */
interface Clause {
  about: string[];
  value: string;
}

/** A field for each clause; what is said before the thing itself goes to the one field that is left over. */
function readCriteria(words: string[], fields: PageNode[]): Criterion[] {
  const start = words.findIndex((word) => CLAUSE.test(word));
  const head = words.slice(0, start === -1 ? undefined : start).filter((word) => !ARTICLE.test(word));
  const criteria: Criterion[] = [];
  const rest = [...fields];
  for (const { about, value } of readClauses(start === -1 ? [] : words.slice(start))) {
    const node = rest.find((field) => fits(about, value, nameOf(field)));
    if (node === undefined || value === '') return [];
    rest.splice(rest.indexOf(node), 1);
    criteria.push({ node, value });
  }
  const [only] = rest;
  if (rest.length === 1 && only !== undefined && head.length > 1)
    criteria.push({ node: only, value: head.slice(0, -1).join(' ') });
  return criteria;
}

/** "directed by Bowen from year 1998" is two: words of a clause up to its value, then the value up to the next clause. */
function readClauses(words: string[]): Clause[] {
  const clauses: Clause[] = [];
  let clause: Clause | undefined;
  for (const word of words) {
    const opens = CLAUSE.test(word) || (clause?.value === '' && KEY.test(word));
    if (opens && (clause === undefined || clause.value !== '')) {
      clause = { about: [word], value: '' };
      clauses.push(clause);
    } else if (opens) clause?.about.push(word);
    else if (clause !== undefined && !(clause.value === '' && ARTICLE.test(word)))
      clause.value = `${clause.value} ${word}`.trim();
  }
  return clauses;
}

function fits(about: string[], value: string, label: string): boolean {
  if (about.some((word) => isAbout(word, label))) return true;
  return /^(?:1[5-9]|20)\d\d$/.test(value) && /\b(?:year|date|released?|when)\b/i.test(label);
}

function isAbout(word: string, label: string): boolean {
  const plain = word.toLowerCase();
  return label
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((part) => part === plain || sharedStart(part, plain) >= Math.max(SHARED_LETTERS, part.length - 3));
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
