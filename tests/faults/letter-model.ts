import {
  type Answer,
  type ChatRequestBody,
  type LoopbackEndpoint,
  startEndpoint,
} from '../support/loopback-endpoint.ts';
import type { ScriptedReply } from '../support/scripted-reply.ts';
import { viewOf, type View } from '../e2e/support/scripted-model';

/** What the run is about: one question to the user, a form, and a letter that must leave at most once. */
export const LETTER_TASK = 'Write to Ada that lunch is at noon';

/** The request that commits: the oracle counts it. */
export const COMMITTING_REQUEST = 'POST /inbox/compose';

/** What the model is about to say, by which a test picks the request that meets trouble. */
export type Turn = 'ask' | 'write' | 'go' | 'again' | 'finish';

/** Answers one request in the model's place; undefined: the model answers as always. */
export type Intercept = (
  turn: Turn,
  reply: ScriptedReply,
  body: ChatRequestBody,
) => Answer | undefined | Promise<Answer | undefined>;

export interface LetterModel extends LoopbackEndpoint {
  /** Looks at every request before it is answered. */
  intercept: Intercept;
  /** Turns that were asked for, oldest first. */
  turns: Turn[];
}

/** A model that decides anew from what each request shows, as a real one does, and that can be made to fail. */
export async function startLetterModel(): Promise<LetterModel> {
  const turns: Turn[] = [];
  const endpoint = await startEndpoint({
    async answer(body) {
      const { turn, reply } = decide(body);
      turns.push(turn);
      return (await model.intercept(turn, reply, body)) ?? reply;
    },
  });
  const model: LetterModel = { ...endpoint, turns, intercept: () => undefined };
  return model;
}

export const AGAIN = 'Yes, send it';
export const NOT_AGAIN = 'No, it was sent';

function decide(body: ChatRequestBody): { turn: Turn; reply: ScriptedReply } {
  const view = viewOf(body);
  const turn = chooseTurn(view, body);
  return {
    turn,
    reply: { say: 'I see to it.', calls: callsOf(turn, view), usage: { prompt: 900, completion: 30 } },
  };
}

function chooseTurn(view: View, body: ChatRequestBody): Turn {
  const last = lastExchange(body);
  if (view.shows('Message sent.') || last.results.includes(NOT_AGAIN) || last.results.includes('refused'))
    return 'finish';
  if (!view.shows('The user answered')) return 'ask';
  if (last.calls.includes('"click"') && /may or may not have happened|page was left/i.test(last.results))
    return 'again';
  return isWriting(view) ? 'write' : 'go';
}

/** The newest page that was told is the one for a new letter. */
function isWriting(view: View): boolean {
  return [...view.text.matchAll(/^page ".*"\s+(\S+)/gm)].at(-1)?.[1]?.includes('/inbox/compose') === true;
}

/** The newest calls of the model, and what came of them. */
function lastExchange({ messages }: ChatRequestBody): { calls: string; results: string } {
  const at = messages.findLastIndex((message) => (message.tool_calls?.length ?? 0) > 0);
  if (at < 0) return { calls: '', results: '' };
  const results = messages.slice(at + 1).filter((message) => message.role === 'tool');
  return {
    calls: JSON.stringify(messages[at]?.tool_calls),
    results: results.map((message) => JSON.stringify(message.content)).join('\n'),
  };
}

function callsOf(turn: Turn, view: View): NonNullable<ScriptedReply['calls']> {
  switch (turn) {
    case 'ask':
      return [{ name: 'ask_user', args: { question: 'Which subject?', choices: ['Lunch', 'Noon'] } }];
    case 'again':
      return [
        {
          name: 'ask_user',
          args: { question: 'Was it sent? Shall I send it?', choices: [AGAIN, NOT_AGAIN] },
        },
      ];
    case 'go':
      return [{ name: 'navigate', args: { url: `${originIn(view)}/inbox/compose` } }];
    case 'finish':
      return [{ name: 'finish', args: { success: true, answer: 'The letter is on its way.' } }];
    case 'write':
      return [
        {
          name: 'fill_form',
          args: {
            fields: [
              { ref: view.ref('textbox', 'To'), value: 'ada@example.org' },
              { ref: view.ref('textbox', 'Subject'), value: 'Lunch' },
              { ref: view.ref('textbox', 'Message'), value: 'Lunch is at noon.' },
            ],
          },
        },
        { name: 'click', args: { ref: view.ref('button', 'Send message') } },
      ];
  }
}

function originIn(view: View): string {
  return /https?:\/\/127\.0\.0\.1:\d+/.exec(view.text.slice(view.text.indexOf('page "')))?.[0] ?? '';
}
