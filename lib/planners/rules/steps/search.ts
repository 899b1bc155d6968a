import { compareWords, coverage } from '../compare-words';
import { nearness } from '../ground';
import type { InstructionOf } from '../instruction';
import { say } from '../messages';
import { giveUp, waitOnce } from '../moves';
import { ancestors, descendants, shorten, type PageNode, type PageTree } from '../read-observation';
import { searchByCriteria } from './search-criteria';
import { turnToFind } from './turn-pages';
import { act, DONE, failedRefs, mainDone, type Move, type Step, type StepContext } from '../step';

const SEARCH_WORDS = 'search find filter';
const LONGEST_ANSWER = 1500;
/** Refs mean nothing to the user. */
const REFS = /\b(?:f\d+)?e\d+ (?=[a-z]+ ")/g;

/** "search for kettle": in the page's search field; without one, in the text of the page. */
export const search: Step<InstructionOf<'search'>> = (instruction, context) => {
  const done = mainDone(context).at(-1);
  if (mainDone(context).length > 1) return DONE;
  if (done?.name === 'find_text') return answerFound(instruction, context, done.data);
  if (done !== undefined) return pressButtonOnce(context, done.args['ref']) ?? DONE;
  const given = giveUp(instruction, context);
  if (given !== undefined) return given;
  const place = instruction.where;
  const placed = place === undefined ? undefined : findSearchField(context, place.place);
  const field = placed ?? findSearchField(context);
  const query = placed !== undefined && place !== undefined ? place.query : instruction.query;
  if (field?.ref !== undefined) return act('type_text', { ref: field.ref, text: query, submit: true });
  return (
    searchByCriteria(instruction.query, context) ??
    lookThroughPages(instruction, context) ??
    openSearch(context) ??
    waitForField(context) ??
    act('find_text', { text: query })
  );
};

/** "find Ada in the address book" without a search field: pages are turned until one shows her. */
function lookThroughPages({ where }: InstructionOf<'search'>, context: StepContext): Move | undefined {
  if (where === undefined || where.query === where.place) return undefined;
  const shows = context.page.nodes.some(({ name }) => coverage(where.query, name) > 0.99);
  return shows ? DONE : turnToFind(context);
}

/** The field to search in; with a place, only one that is there or is called so. */
function findSearchField({ page, tried }: StepContext, place?: string): PageNode | undefined {
  const exclude = failedRefs({ tried } as StepContext);
  const scored = page.nodes
    .filter(
      (node) =>
        node.ref !== undefined &&
        !exclude.has(node.ref) &&
        !node.states.has('disabled') &&
        !node.states.has('readonly'),
    )
    .map((node) => ({ node, score: scoreSearchField(node) }))
    .filter(({ node, score }) => score > 0 && (place === undefined || isAt(node, place)));
  return scored.sort((one, other) => other.score - one.score)[0]?.node;
}

function scoreSearchField(node: PageNode): number {
  const holders = ancestors(node).map(({ role }) => role);
  if (node.role === 'searchbox')
    return 2 + (holders.includes('search') ? 1 : 0) + (holders.includes('banner') ? 0.2 : 0);
  if (node.role !== 'textbox' && node.role !== 'combobox') return 0;
  if (node.role === 'combobox' && (node.states.has('options') || /\d+ options/.test(node.note))) return 0;
  const named =
    compareWords(SEARCH_WORDS, node.name) > 0.4 ||
    coverage('search', `${node.name} ${node.states.get('placeholder') ?? ''}`) > 0.5;
  return (holders.includes('search') ? 1.5 : 0) + (named ? 1 : 0);
}

function isAt(node: PageNode, place: string): boolean {
  return coverage(place, node.name) > 0.6 || nearness(node, place) > 0.6;
}

/** A search field often hides behind a button with a magnifying glass. */
function openSearch({ page, tried }: StepContext): Move | undefined {
  const opened = new Set(tried.filter(({ purpose }) => purpose === 'open').map(({ args }) => args['ref']));
  if (opened.size > 0) return undefined;
  const button = page.nodes.find(
    (node) =>
      node.ref !== undefined &&
      ['button', 'link', 'clickable'].includes(node.role) &&
      compareWords('search', node.name) > 0.9,
  );
  return button === undefined ? undefined : act('click', { ref: button.ref }, 'open');
}

function waitForField(context: StepContext): Move | undefined {
  return waitOnce(context, '');
}

/** Some fields do not listen to Enter: when nothing came of it, the button beside the field is pressed, once. */
function pressButtonOnce(context: StepContext, ref: unknown): Move | undefined {
  const done = mainDone(context);
  if (done.length !== 1 || done[0]?.changedPage !== false) return undefined;
  const field = context.page.nodes.find((node) => node.ref === ref);
  const holder = field === undefined ? undefined : holderOf(field, context.page);
  const button = (holder === undefined ? [] : descendants(holder)).find(
    (node) =>
      node.ref !== undefined && node.role === 'button' && compareWords('search go find', node.name) > 0.3,
  );
  return button === undefined ? undefined : act('click', { ref: button.ref });
}

function holderOf(field: PageNode, page: PageTree): PageNode {
  return (
    ancestors(field).find(({ role }) => role === 'search' || role === 'form') ?? field.parent ?? page.root
  );
}

function answerFound(instruction: InstructionOf<'search'>, { language }: StepContext, hits: string): Move {
  if (hits.trim() === '') {
    return {
      kind: 'fail',
      message: say(language, 'not-on-page', { text: instruction.text, query: instruction.query }),
    };
  }
  const shown = shorten(hits.trim().replace(REFS, ''), LONGEST_ANSWER);
  return { kind: 'done', answer: say(language, 'found', { hits: shown }), evidence: shown };
}
