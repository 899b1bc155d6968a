import type { ActionCall, ActionResult, Effect } from '../trajectories/action';
import { shortenToTokens } from './chat-digest';
import type { Fence } from './fence';
import type { HistoryEntry, NotDone } from './planner';

/** Their results hold the user's words and ours, never the page's. */
const RUN_ACTIONS: ReadonlySet<string> = new Set(['ask_user', 'update_plan', 'finish']);

type ResultEntry = Extract<HistoryEntry, { type: 'result' }>;

/**
 * What a chat model is told of one of its calls. Messages and effects of actions that ran on a page can hold names
 * from it, so they are fenced. `nextUrl`: address of the page that it is shown next; `most`: tokens of what is told at most.
 */
export function describeResult(
  { call, result }: ResultEntry,
  fence: Fence,
  nextUrl?: string,
  most = Infinity,
): string {
  switch (result.status) {
    case 'not-done':
      return `Not done: ${result.message}`;
    case 'unknown':
      return `Unknown: ${result.message}`;
    case 'failed':
      return `Failed (${result.failure.code}):\n${fence.wrap(shortenToTokens(result.failure.message, most))}`;
    case 'done': {
      const lines = [tellNews(call, result, nextUrl), ...describeEffect(call, result)];
      if (result.data !== undefined) lines.push(result.data);
      const told = shortenToTokens(lines.filter((line) => line !== '').join('\n'), most);
      if (RUN_ACTIONS.has(call.name)) return told;
      if (told === '') return 'Done.';
      return OUR_WORDS.test(told) ? `Done: ${told}` : `Done:\n${fence.wrap(told)}`;
    }
  }
}

/** What is said of an action in our words alone: nothing of it comes from the page. */
const OUR_WORDS =
  /^(?:(?:the element went away|the element is disabled now|\d+ elements? (?:appeared|went away)|the page changed in place|nothing changed|another page|the page is being loaded anew)(?:[,;] |\.?$))+$/i;

/** "clicked link "Cart"; " before what came of it, or alone: the model knows what it called. */
const DONE_AS_CALLED = /^(?:clicked|typed into) [a-z]+(?: "(?:[^"\\]|\\.)*")?(?:; |$)/;

/** Each word is paid for at every later step: what the call or the next page says itself is left out. */
function tellNews(call: ActionCall, { message }: Done, nextUrl: string | undefined): string {
  const news = message.replace(DONE_AS_CALLED, '');
  if (call.name === 'update_plan') return 'ok';
  if (nextUrl === undefined) return news;
  return news.replace(`the page is now ${nextUrl}`, 'another page');
}

type Done = Extract<ActionResult | NotDone, { status: 'done' }>;

/** What was read back, as far as neither the message nor the call says it already. */
function describeEffect({ args }: ActionCall, { effect, message }: Done): string[] {
  const lines: string[] = [];
  if (effect.url !== undefined && !message.includes(effect.url)) lines.push(`now at ${effect.url}`);
  if (effect.value !== undefined && !isAsCalled(effect.value, args, message))
    lines.push(`value now: ${JSON.stringify(effect.value)}`);
  if (effect.dialog !== undefined && !message.includes(effect.dialog))
    lines.push(`dialog opened: ${JSON.stringify(effect.dialog)}`);
  return [...lines, ...describeTabs(effect)];
}

function describeTabs({ openedTab, closedTab }: Effect): string[] {
  return [
    ...(openedTab === undefined ? [] : [`opened tab ${openedTab}`]),
    ...(closedTab === undefined ? [] : [`closed tab ${closedTab}`]),
  ];
}

function isAsCalled(value: string, args: Record<string, unknown>, message: string): boolean {
  return Object.values(args).includes(value) || message.includes(value);
}
