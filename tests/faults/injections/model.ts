import type { ServerResponse } from 'node:http';
import type { Answer } from '../../support/loopback-endpoint.ts';
import {
  type ChatRequestBody,
  finishEvent,
  replyEvents,
  type ScriptedReply,
  toolCallEvent,
} from '../../support/scripted-reply.ts';
import type { FaultCase } from '../case';
import type { Turn } from '../letter-model';
import { HALF_RECEIVED } from '../oracle';
import { attend } from '../user';
import { startRun } from '../world';

/** What an endpoint can do instead of answering. */
interface ModelFault {
  name: string;
  answer(reply: ScriptedReply, body: ChatRequestBody): Answer;
  /** How many requests in a row meet it; default: one. */
  times?: number;
  turns?: Turn[];
  /** The one turn at which the few tests of `npm test` try it. */
  fast?: Turn;
}

type Calls = NonNullable<ScriptedReply['calls']>;

const HEADERS = { 'content-type': 'text/event-stream; charset=utf-8' };
const DONE = 'data: [DONE]\n\n';

const HALF: Calls[number] = { name: 'ask_user', args: { question: HALF_RECEIVED } };
const STRAY: Calls = [HALF];

function raw(status: number, body: string, headers: Record<string, string> = {}): () => Answer {
  return () => ({ fault: 'raw', status, body, headers });
}

function printEvents(events: unknown[]): string[] {
  return events.map((event) => `data: ${JSON.stringify(event)}\n\n`);
}

/** Writes pieces of a stream, then does with the connection what `end` says. */
function byHand(
  pieces: (reply: ScriptedReply, body: ChatRequestBody) => (string | Uint8Array)[],
  end: 'end' | 'destroy' = 'end',
): ModelFault['answer'] {
  return (reply, body) => ({
    fault: 'by-hand',
    async respond(response) {
      response.writeHead(200, HEADERS);
      for (const piece of pieces(reply, body)) await write(response, piece);
      if (end === 'end') response.end();
      else response.destroy();
    },
  });
}

function write(response: ServerResponse, piece: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => response.write(piece, () => resolve()));
}

/** The events of a reply that would be acted on if it came to its end, without that end. */
function strayEvents(body: ChatRequestBody): string[] {
  const { stream_options: _options, ...withoutUsage } = body;
  return printEvents(replyEvents({ say: 'I will ask.', calls: STRAY }, withoutUsage).slice(0, -1));
}

/** The first so many parts of a hundred of a stray reply. */
function part(percent: number) {
  return (_reply: ScriptedReply, body: ChatRequestBody): string[] => {
    const text = strayEvents(body).join('');
    return [text.slice(0, Math.floor((text.length * percent) / 100))];
  };
}

function calls(make: (reply: ScriptedReply) => Calls): ModelFault['answer'] {
  return (reply) => ({ ...reply, calls: make(reply) });
}

const CUTS: ModelFault[] = [0, 10, 40, 70, 90, 100].flatMap((percent): ModelFault[] => [
  {
    name: `stream cut after ${percent} %`,
    answer: byHand(part(percent), 'destroy'),
    ...(percent === 90 ? { fast: 'finish' } : {}),
  },
  {
    name: `stream ended after ${percent} %`,
    answer: byHand(part(percent), 'end'),
  },
]);

const REFUSALS: ModelFault[] = [
  {
    name: '429 with Retry-After',
    answer: () => ({ fault: 'rate-limited', retryAfter: '1' }),
  },
  { name: '429 with Retry-After of an hour', answer: () => ({ fault: 'rate-limited', retryAfter: '3600' }) },
  { name: '500', answer: () => ({ fault: 'server-error' }) },
  { name: '500 five times', answer: () => ({ fault: 'server-error' }), times: 5, turns: ['write'] },
  {
    name: '502 with HTML',
    answer: raw(502, '<html><body>Bad gateway</body></html>', { 'content-type': 'text/html' }),
  },
  { name: '503 with Retry-After', answer: raw(503, '{"error":"overloaded"}', { 'retry-after': '1' }) },
  { name: '401', answer: () => ({ fault: 'unauthorized' }) },
  { name: '402', answer: raw(402, '{"error":{"message":"Insufficient credits"}}'), turns: ['finish'] },
  { name: '404', answer: () => ({ fault: 'not-found' }), turns: ['write'] },
  { name: '400 without words', answer: raw(400, ''), turns: ['finish'] },
  { name: '413', answer: raw(413, '{"error":{"message":"prompt is too long"}}'), turns: ['write'] },
  { name: 'redirect', answer: () => ({ fault: 'redirect', to: '/v1/elsewhere' }) },
  {
    name: 'connection refused',
    answer: () => ({ fault: 'by-hand', respond: (response) => void response.destroy() }),
  },
];

const NONSENSE: ModelFault[] = [
  { name: 'garbage', answer: () => ({ fault: 'garbage' }) },
  { name: 'empty body', answer: byHand(() => []) },
  { name: 'empty JSON body', answer: raw(200, '') },
  { name: 'empty choices', answer: byHand(() => [...printEvents([{ choices: [] }]), DONE]) },
  { name: '200 with HTML', answer: () => ({ fault: 'html' }) },
  { name: '200 with JSON that is no reply', answer: raw(200, '{"hello":["world"]}') },
  { name: 'comments only', answer: byHand(() => [': keep-alive\n\n'.repeat(200)]) },
  {
    name: 'comments, then a reply',
    answer: byHand((reply, body) => [
      ': keep-alive\n\n'.repeat(200),
      ...printEvents(replyEvents(reply, body)),
      DONE,
    ]),
  },
  { name: 'error in the stream', answer: () => ({ fault: 'stream-error', message: 'overloaded' }) },
  { name: 'length', answer: () => ({ calls: STRAY, finishReason: 'length' }) },
  { name: 'content filter', answer: () => ({ calls: STRAY, finishReason: 'content_filter' }) },
  { name: 'bytes that are no UTF-8', answer: byHand(() => [Uint8Array.of(0xff, 0xfe, 0, 0x80, 10, 10)]) },
  {
    name: 'a reply byte by byte',
    answer: byHand((reply, body) =>
      [...Buffer.from([...printEvents(replyEvents(reply, body)), DONE].join(''))].map((byte) =>
        Uint8Array.of(byte),
      ),
    ),
    turns: ['write'],
  },
  {
    name: '2 MB of text',
    answer: (reply) => ({ ...reply, say: 'word '.repeat(400_000), unstreamed: true }),
    turns: ['write'],
  },
  {
    name: '2 MB of text in a stream',
    answer: byHand((reply, body) => [
      ...printEvents(replyEvents({}, body)).slice(0, 1),
      ...printEvents([{ choices: [{ index: 0, delta: { content: 'word '.repeat(400_000) } }] }]),
      ...printEvents(replyEvents(reply, body)),
      DONE,
    ]),
    turns: ['finish'],
  },
];

const CALLS: ModelFault[] = [
  { name: 'arguments that are no JSON', answer: () => ({ fault: 'garbled-arguments' }) },
  {
    name: 'unknown tool',
    answer: calls(() => [{ name: 'launch_rocket', args: { to: 'moon' } }]),
  },
  { name: 'unknown ref', answer: calls(() => [{ name: 'click', args: { ref: 'e99999' } }]) },
  {
    name: 'ref of no frame',
    answer: calls(() => [{ name: 'click', args: { ref: 'f77e1' } }]),
    turns: ['write'],
  },
  { name: 'wrong types', answer: calls(() => [{ name: 'click', args: { ref: { e: 1 }, times: 'many' } }]) },
  { name: 'arguments missing', answer: calls(() => [{ name: 'type_text', rawArguments: '' }]) },
  { name: 'arguments that are a list', answer: calls(() => [{ name: 'click', rawArguments: '[1,2]' }]) },
  { name: 'no name', answer: calls(() => [{ name: '', args: {} }]) },
  {
    name: 'ids twice',
    answer: calls(({ calls: own = [] }) => own.map((call) => ({ ...call, id: 'call_same' }))),
    turns: ['write'],
  },
  {
    name: '50 calls at once',
    answer: calls(({ calls: own = [] }) => [
      ...own,
      ...Array.from({ length: 50 - own.length }, () => own.at(-1) ?? HALF),
    ]),
    turns: ['ask', 'write', 'finish'],
  },
  {
    name: 'the letter sent and the end told at once',
    answer: calls(({ calls: own = [] }) => [
      ...own,
      { name: 'finish', args: { success: true, answer: 'Sent.' } },
    ]),
    turns: ['write'],
  },
  { name: 'nothing said', answer: () => ({ say: '', calls: [] }) },
  {
    name: 'a word of the endpoint about its end',
    answer: byHand((reply, body) => [
      ...printEvents([
        ...replyEvents(reply, body).slice(0, -2),
        finishEvent('eos'),
        toolCallEvent(0, '', '', ''),
      ]),
      DONE,
    ]),
    turns: ['finish'],
  },
];

const DEFAULT_TURNS: Turn[] = ['write', 'finish'];

export const MODEL_CASES: FaultCase[] = [...CUTS, ...REFUSALS, ...NONSENSE, ...CALLS].flatMap((fault) =>
  (fault.turns ?? DEFAULT_TURNS).map((turn) => caseOf(fault, turn)),
);

function caseOf({ name, answer, times = 1, fast }: ModelFault, turn: Turn): FaultCase {
  return {
    name: `model: ${name}, asked to ${turn}`,
    isFast: fast === turn,
    async play(world) {
      let left = times;
      world.model.intercept = (asked, reply, body) => {
        if (asked !== turn || left === 0) return undefined;
        left -= 1;
        return answer(reply, body);
      };
      await startRun(world);
      await attend(world);
      if (left === times) throw new Error('the fault was never met');
      world.injected.push(`model: ${name} @ asked to ${turn}`);
    },
  };
}
