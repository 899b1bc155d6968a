import { estimateTokens } from '../../trajectories/estimate-tokens';
import type { Failure } from '../../trajectories/failure';
import { smallerWindow } from '../chat-window';
import { createSayFilter } from '../replies/say-filter';
import type { AssembledReply } from './assemble-reply';
import type { Asking } from './asking';
import { buildRequest, type Addition } from './build-request';
import { learntFrom, type Feature } from './dialect';
import type { FailedTry } from './explain-error';
import { findRefusal } from './find-refusal';
import { requestReply, type ReplyTry } from './request-reply';
import { planRetry } from './retry';
import { createThinkFilter } from './think-filter';
import { retryStatus } from './waiting-words';

export type Answered = { ok: true; reply: AssembledReply } | { ok: false; failure: Failure };

/** Asks until a reply comes: pauses where that may help, and leaves out what the endpoint refuses. */
export async function askWithRetries(asking: Asking, addition: Addition | undefined): Promise<Answered> {
  const past: FailedTry[] = [];
  for (;;) {
    if (asking.signal.aborted) return { ok: false, failure: asking.makeFailure('aborted') };
    const tried = await askOnce(asking, addition);
    if (tried.ok) return { ok: true, reply: tried.reply };
    const { failed } = tried;
    const refused = findRefusal(failed, asking.dialect);
    if (refused !== undefined) {
      leaveOut(asking, refused, failed);
      continue;
    }
    if (tellsLess(asking, failed)) continue;
    const retry = planRetry(failed, past, asking.ports.random);
    past.push(failed);
    asking.tries.push({ code: failed.failure.code, waitedMs: retry?.waitMs ?? 0 });
    if (retry === undefined) return { ok: false, failure: failed.failure };
    asking.onStatus(retryStatus(failed.failure, retry.waitMs));
    // Whether it resolves or rejects when the run is stopped: the loop's head looks at the signal.
    if (retry.waitMs > 0) await asking.ports.wait(retry.waitMs, asking.signal).catch(() => undefined);
  }
}

/**
 * Whether the chat is to be told in fewer words, because the model did not read it all. The window that the endpoint named is kept;
 * one that it did not name is taken to be half of what was sent. Comes to an end: the window only shrinks, and no further than of use.
 */
function tellsLess(asking: Asking, { failure }: FailedTry): boolean {
  if (failure.code !== 'prompt-too-long') return false;
  const { context, tools, dialect, window } = asking;
  const sent = JSON.stringify(buildRequest(context, tools, dialect, undefined, window.tokens));
  const tokens = smallerWindow(window.tokens, estimateTokens(sent), failure.message);
  if (tokens === undefined) return false;
  if (JSON.stringify(buildRequest(context, tools, dialect, undefined, tokens)) === sent) return false;
  window.tokens = tokens;
  asking.learn({ contextTokens: tokens });
  asking.tries.push({ code: failure.code, waitedMs: 0 });
  return true;
}

/** Cannot go on for ever: a feature is left out once. */
function leaveOut(asking: Asking, refused: Feature, { failure }: FailedTry): void {
  asking.dialect[refused] = false;
  asking.learn(learntFrom(refused));
  asking.tries.push({ code: failure.code, waitedMs: 0 });
}

async function askOnce(asking: Asking, addition: Addition | undefined): Promise<ReplyTry> {
  const { context, tools, dialect, endpoint, timeouts, signal, ports, makeFailure } = asking;
  const shown = createShownWords(asking);
  const asked = buildRequest(context, tools, dialect, addition, asking.window.tokens);
  const request = { ...asked, endpoint, timeouts, signal, onContent: shown.push };
  const tried = await requestReply(request, ports, makeFailure);
  if (tried.ok) shown.end();
  return tried;
}

/** What of a streamed reply the panel shows: no thinking, and of JSON only the words for the user. */
function createShownWords({ dialect, onToken }: Asking): { push(piece: string): void; end(): void } {
  const thinking = createThinkFilter();
  const say = dialect.tools ? undefined : createSayFilter();
  const emit = (text: string): void => {
    const words = say === undefined ? text : say.push(text);
    if (words !== '') onToken(words);
  };
  return { push: (piece) => emit(thinking.push(piece)), end: () => emit(thinking.end()) };
}
