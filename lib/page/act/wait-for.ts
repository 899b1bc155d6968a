import { getBody } from '../observe/dom';
import { makeTextTest } from '../read/match-text';
import type { PageAction } from '../types';
import { actError, type ActContext, expectNotStopped, type PageActionRunner } from './actor/act-context';
import { quoteShort } from './actor/name-element';
import { readNumber, readText } from './actor/read-arguments';
import { visitTextBlocks } from './reading/visible-text';
import { nextChange, sleep } from './effect/wait';

/** How long a text is waited for when the planner does not say. */
const DEFAULT_WAIT_SECONDS = 10;
const MAX_WAIT_SECONDS = 30;
/** The page is read at most this often; it is also how soon a change by style alone is seen. */
const READ_EVERY_MS = 250;

export const waitFor: PageActionRunner = {
  name: 'wait_for',
  element: 'none',
  reads: true,
  async run(context, action) {
    const { text, gone, seconds } = readWait(action);
    const limitMs = Math.min(seconds ?? DEFAULT_WAIT_SECONDS, MAX_WAIT_SECONDS) * 1000;
    if (text === undefined && gone === undefined) {
      await sleep(context.window, limitMs, context.signal);
      expectNotStopped(context.signal);
      return { message: `waited ${limitMs / 1000} s` };
    }
    const waited = await waitUntilText(context, { text, gone }, limitMs);
    if (waited === undefined) throw timeoutError({ text, gone }, limitMs);
    return { message: `${describeWish({ text, gone })} after ${(waited / 1000).toFixed(1)} s` };
  },
};

interface Wish {
  text: string | undefined;
  gone: string | undefined;
}

function readWait(action: PageAction): Wish & { seconds: number | undefined } {
  const text = readText(action, 'text');
  const gone = readText(action, 'gone');
  const seconds = readNumber(action, 'seconds');
  if (text !== undefined || gone !== undefined || (seconds !== undefined && seconds > 0))
    return { text, gone, seconds };
  throw actError('bad-arguments', 'wait_for was not run: give text, gone or seconds.', {
    action: 'wait_for',
  });
}

/** Milliseconds that it took; undefined when the limit came first. */
async function waitUntilText(context: ActContext, wish: Wish, limitMs: number): Promise<number | undefined> {
  const { window, signal } = context;
  const begunAt = window.performance.now();
  for (;;) {
    expectNotStopped(signal);
    const readAt = window.performance.now();
    if (isFulfilled(context, wish)) return readAt - begunAt;
    const left = begunAt + limitMs - window.performance.now();
    if (left <= 0) return undefined;
    await nextChange(window, Math.min(READ_EVERY_MS, left), signal);
    // A large page that changes all the time is not to be read all the time: as long again as the reading took.
    await sleep(window, Math.min(window.performance.now() - readAt, READ_EVERY_MS, left), signal);
  }
}

function isFulfilled(context: ActContext, { text, gone }: Wish): boolean {
  return (text === undefined || isOnShow(context, text)) && (gone === undefined || !isOnShow(context, gone));
}

function isOnShow(context: ActContext, wanted: string): boolean {
  const body = getBody(context.document);
  let shown = false;
  const stopAtFirst = (): boolean => {
    shown = true;
    return false;
  };
  if (body) visitTextBlocks(context.deps, body, stopAtFirst, { holding: makeTextTest(wanted) });
  return shown;
}

function describeWish({ text, gone }: Wish): string {
  const parts = [
    text === undefined ? '' : `${quoteShort(text)} is shown`,
    gone === undefined ? '' : `${quoteShort(gone)} is gone`,
  ];
  return parts.filter(Boolean).join(' and ');
}

function timeoutError({ text, gone }: Wish, limitMs: number) {
  const wish = describeWish({ text, gone });
  return actError(
    'wait-timeout',
    `Waited ${limitMs / 1000} s and it is still not so that ${wish}. Observe the page as it is.`,
    {
      seconds: String(limitMs / 1000),
    },
  );
}
