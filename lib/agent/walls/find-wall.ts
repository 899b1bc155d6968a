import { normalise } from '../../guard/page-text';
import { findSensitiveKind } from '../../guard/sensitive-field';
import { originOf } from '../../guard/url-policy';
import type { Wall } from '../../trajectories/wall';
import { readFacts, type PageFacts, type PageLine } from './page-facts';
import * as terms from './wall-terms';

/** A page as it was observed. */
export interface WalledPage {
  url: string;
  title: string;
  text: string;
}

/**
 * What stands between the run and the page that it wanted, and is the user's to do: signing in, a code, proving to be a
 * person. Pages that merely have a link to sign in, a small form for it or a test among their fields are no walls. Pure and
 * total; `task`: the user's words, for a task that is about signing in is the planner's.
 */
export function findWall(page: WalledPage, task: string): Wall | undefined {
  const origin = originOf(page.url);
  if (origin === undefined) return undefined;
  const facts = readFacts(page.text);
  const kind = findKind(page, facts);
  if (kind === undefined) return undefined;
  return kind !== 'captcha' && terms.TASK_SIGNS_IN.test(normalise(task)) ? undefined : { kind, origin };
}

function findKind({ url, title }: WalledPage, facts: PageFacts): Wall['kind'] | undefined {
  const names = { address: addressOf(url), title: normalise(title) };
  if (isTest(names, facts)) return 'captcha';
  if (isSignIn(names, facts)) return 'login';
  return asksForCode(names, facts) ? 'code' : undefined;
}

interface Names {
  address: string;
  title: string;
}

/** Host and path, and what a single-page application keeps behind the number sign; a query may hold anything. */
function addressOf(url: string): string {
  const { host, pathname, hash } = new URL(url);
  return `${host}${pathname}${hash}`;
}

const headings = ({ lines }: PageFacts): PageLine[] =>
  lines.filter(({ role, isAside }) => role === 'heading' && !isAside);

/** What the page calls itself: its first heading, dialogs and forms. */
function isCalled(facts: PageFacts, words: RegExp): boolean {
  const groups = facts.lines.filter(
    ({ role, isAside }) =>
      !isAside && (role === 'form' || role === 'dialog' || role === 'region' || role === 'main'),
  );
  return [...headings(facts).slice(0, 2), ...groups].some(({ name }) => words.test(name));
}

const hasButton = ({ lines }: PageFacts, words: RegExp): boolean =>
  lines.some(({ role, acts, isAside, name }) => acts && !isAside && role === 'button' && words.test(name));

/** No more on it than what a page has that wants one thing only. */
function isSmall({ acts, length, leftOut }: PageFacts, most: { acts: number; length: number }): boolean {
  return acts <= most.acts && length <= most.length && leftOut <= most.acts;
}

function isTest({ title }: Names, facts: PageFacts): boolean {
  if (!isSmall(facts, { acts: 12, length: 1_500 }) || facts.fields.some(({ isPassword }) => isPassword))
    return false;
  const own = facts.fields.filter(({ inFrame }) => !inFrame);
  const said = facts.lines.some(({ isAside, words }) => !isAside && terms.PROVE_HUMAN.test(words));
  if ((said || terms.PROVE_HUMAN.test(title)) && own.length <= 1) return true;
  if (own.length > 0 || facts.acts > 6) return false;
  return terms.TEST_TITLE.test(title) || facts.lines.some(isTestFrame);
}

function isTestFrame({ role, name, address }: PageLine): boolean {
  if (role !== 'frame') return false;
  const host = URL.parse(address)?.hostname ?? '';
  return terms.TEST_FRAME_NAME.test(name) || terms.TEST_FRAME_HOST.test(host);
}

function isSignIn({ address, title }: Names, facts: PageFacts): boolean {
  if (!isSmall(facts, { acts: 25, length: 2_000 })) return false;
  const passwords = facts.fields.filter(({ isPassword }) => isPassword).length;
  const isTitled = terms.SIGN_IN.test(title) || isCalled(facts, terms.SIGN_IN);
  const isPlaced = terms.SIGN_IN_ADDRESS.test(address);
  const signsUp = isCalled(facts, terms.SIGN_UP) && !hasButton(facts, terms.SIGN_IN);
  if (signsUp || passwords > 1) return false;
  const asks = isTitled || isPlaced;
  if (passwords === 1)
    return asks || (hasButton(facts, terms.SIGN_IN) && isSmall(facts, { acts: 8, length: 300 }));
  const hasIdentity = facts.fields.some(
    ({ role, words }) => role === 'textbox' && terms.IDENTITY.test(words),
  );
  // The first of two steps; or a choice of other sites to sign in with.
  const choosesSite = facts.fields.length === 0 && facts.lines.some(isWayIn);
  return isTitled && isPlaced && isSmall(facts, { acts: 15, length: 1_000 }) && (hasIdentity || choosesSite);
}

function isWayIn({ acts, isAside, name }: PageLine): boolean {
  return acts && !isAside && (terms.SIGN_IN.test(name) || terms.CONTINUE_WITH.test(name));
}

function asksForCode({ address, title }: Names, facts: PageFacts): boolean {
  if (!isSmall(facts, { acts: 15, length: 1_500 })) return false;
  const codes = facts.fields.filter(isCodeField);
  if (codes.length === 0 || facts.fields.length - codes.length > 2) return false;
  const isPlaced = terms.CODE_ADDRESS.test(address) || terms.SIGN_IN_ADDRESS.test(address);
  return isPlaced || terms.SIGN_IN.test(title) || headings(facts).some(({ name }) => isCode(name));
}

function isCodeField({ role, words }: PageLine): boolean {
  return (role === 'textbox' || role === 'spinbutton') && isCode(words);
}

function isCode(name: string): boolean {
  const fingerprint = { role: 'textbox', name, tag: 'input', attributes: {}, within: [], nth: 0, of: 1 };
  return findSensitiveKind({ ref: '', origin: '', fingerprint }) === 'one-time-code';
}
