import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deltaEvent, finishEvent, replyEvents, toolCallEvent, wholeReply } from './scripted-reply.ts';
import type { ChatRequestBody, ScriptedReply } from './scripted-reply.ts';

export type { ChatRequestBody, ScriptedReply };

export type Fault =
  | { fault: 'unauthorized' }
  | { fault: 'unknown-model' }
  | { fault: 'not-found' }
  /** 400 "does not support tools" when the request has tools; otherwise no fault. */
  | { fault: 'no-tools' }
  | { fault: 'rate-limited'; retryAfter?: string }
  | { fault: 'server-error' }
  /** The connection is destroyed in mid-stream. */
  | { fault: 'cut' }
  /** The stream ends in good order, without finish_reason and [DONE]. */
  | { fault: 'no-finish' }
  /** An SSE event that is not JSON. */
  | { fault: 'garbage' }
  /** A whole stream whose tool call has arguments that are not JSON. */
  | { fault: 'garbled-arguments' }
  /** An error object in mid-stream, with status 200. */
  | { fault: 'stream-error'; message: string }
  | { fault: 'html' }
  /** Accepts the request and never answers. */
  | { fault: 'hang' }
  /** Sends headers, then nothing. */
  | { fault: 'hang-after-headers' }
  /** Sends headers and one piece, then nothing. */
  | { fault: 'hang-in-stream' }
  | { fault: 'redirect'; to: string }
  /** The test writes the answer itself, piece by piece, and ends it or not. */
  | { fault: 'by-hand'; respond(response: ServerResponse): Promise<void> | void }
  /** Any other answer. */
  | { fault: 'raw'; status: number; body: string; headers?: Record<string, string> };

export interface RecordedRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** Only of requests for chat completions. */
  body?: ChatRequestBody;
}

export type Answer = ScriptedReply | Fault;

export interface EndpointOptions {
  /** One answer per chat request, in order; when it runs out, the answer is text: "The script is over." */
  script?: Answer[];
  /** Instead of a script: decides from the request. `index` counts chat requests that met no fault, from 0. */
  answer?(body: ChatRequestBody, index: number): Answer | Promise<Answer>;
  /** Met by the first chat requests, one each, before the script goes on. */
  faults?: Fault[];
  /** Listed by /models; `null`: the endpoint has no such list (404). */
  models?: (string | Record<string, unknown>)[] | null;
  /** When given, any other key is answered with 401. */
  apiKey?: string;
  /** Adds CORS headers and answers preflights; off, as hosted endpoints do not have them. */
  cors?: boolean;
  /** As Ollama: a request of any other origin gets a bare 403, its preflight too; requests without an origin are served. */
  allowedOrigins?: string[];
  /** Answers of a server's own addresses outside of the OpenAI API, by `GET /api/ps`. */
  own?: Record<string, unknown>;
  port?: number;
}

export interface LoopbackEndpoint {
  /** Ends in /v1. */
  baseUrl: string;
  /** Every request, /models included, oldest first. */
  requests: RecordedRequest[];
  /** Bodies of the chat requests, oldest first. */
  chats(): ChatRequestBody[];
  close(): Promise<void>;
}

/** An OpenAI-compatible endpoint over real HTTP and SSE on 127.0.0.1, which answers what a test tells it to. */
export async function startEndpoint(options: EndpointOptions = {}): Promise<LoopbackEndpoint> {
  const requests: RecordedRequest[] = [];
  const pending = { faults: [...(options.faults ?? [])], answered: 0 };
  const server = createServer((request, response) => {
    handle(request, response, options, requests, pending).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    chats: () => requests.flatMap((request) => (request.body === undefined ? [] : [request.body])),
    close: () => closeServer(server),
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

interface Pending {
  faults: Fault[];
  answered: number;
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  options: EndpointOptions,
  requests: RecordedRequest[],
  pending: Pending,
): Promise<void> {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const recorded: RecordedRequest = { method: request.method ?? '', path, headers: request.headers };
  requests.push(recorded);
  if (options.cors) {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
  }
  const text = await readBody(request);
  const { origin } = request.headers;
  if (options.allowedOrigins && origin !== undefined) {
    if (!options.allowedOrigins.includes(origin)) return void response.writeHead(403).end();
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-allow-headers', 'authorization,content-type');
    if (request.method === 'OPTIONS') return sendText(response, 204, '');
  }
  const own = options.own?.[`${recorded.method} ${path}`];
  if (own !== undefined) return sendJson(response, 200, own);
  if (request.method === 'OPTIONS') return sendText(response, options.cors ? 204 : 405, '');
  if (options.apiKey !== undefined && request.headers.authorization !== `Bearer ${options.apiKey}`) {
    return sendFault(response, { fault: 'unauthorized' }, '');
  }
  if (request.method === 'GET' && path === '/v1/models') return sendModels(response, options.models);
  if (request.method !== 'POST' || path !== '/v1/chat/completions')
    return sendFault(response, { fault: 'not-found' }, '');
  recorded.body = JSON.parse(text) as ChatRequestBody;
  const answer = await chooseAnswer(recorded.body, options, pending);
  if ('fault' in answer) return sendFault(response, answer, recorded.body.model);
  if (answer.unstreamed) return sendJson(response, 200, wholeReply(answer, recorded.body.model));
  await sendStream(response, replyEvents(answer, recorded.body));
  response.end('data: [DONE]\n\n');
}

async function chooseAnswer(
  body: ChatRequestBody,
  options: EndpointOptions,
  pending: Pending,
): Promise<Answer> {
  const fault = pending.faults.shift();
  if (fault !== undefined && !(fault.fault === 'no-tools' && body.tools === undefined)) return fault;
  const index = pending.answered;
  pending.answered += 1;
  if (options.answer) return options.answer(body, index);
  return options.script?.[index] ?? { say: 'The script is over.' };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

function sendText(response: ServerResponse, status: number, text: string, contentType = 'text/plain'): void {
  response.writeHead(status, { 'content-type': contentType }).end(text);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  sendText(response, status, JSON.stringify(body), 'application/json');
}

function sendError(
  response: ServerResponse,
  status: number,
  message: string,
  code: string | null = null,
): void {
  sendJson(response, status, { error: { message, type: 'invalid_request_error', param: null, code } });
}

function sendModels(response: ServerResponse, models: EndpointOptions['models']): void {
  if (models === null) return sendText(response, 404, '404 page not found');
  const data = (models ?? ['scripted']).map((model) => ({
    object: 'model',
    created: 0,
    owned_by: 'test',
    ...(typeof model === 'string' ? { id: model } : model),
  }));
  sendJson(response, 200, { object: 'list', data });
}

const SSE = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' };

async function sendFault(response: ServerResponse, fault: Fault, model: string): Promise<void> {
  switch (fault.fault) {
    case 'unauthorized':
      return sendError(response, 401, 'Incorrect API key provided: sk-te**1234.', 'invalid_api_key');
    case 'unknown-model':
      return sendError(response, 404, `The model \`${model}\` does not exist`, 'model_not_found');
    case 'not-found':
      return sendText(response, 404, '404 page not found');
    case 'no-tools':
      return sendError(response, 400, `registry.example/library/${model} does not support tools`);
    case 'rate-limited':
      if (fault.retryAfter !== undefined) response.setHeader('retry-after', fault.retryAfter);
      return sendError(response, 429, 'Rate limit reached for requests', 'rate_limit_exceeded');
    case 'server-error':
      return sendError(response, 500, 'The server had an error while processing your request');
    case 'html':
      return sendText(
        response,
        200,
        '<!doctype html><html><body>Welcome to nginx!</body></html>',
        'text/html',
      );
    case 'redirect':
      response.writeHead(302, { location: fault.to }).end();
      return;
    case 'raw':
      response
        .writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers })
        .end(fault.body);
      return;
    case 'hang':
      return;
    case 'hang-after-headers':
      response.writeHead(200, SSE).flushHeaders();
      return;
    case 'by-hand':
      return fault.respond(response);
    default:
      return sendBrokenStream(response, fault);
  }
}

type StreamFault = Extract<
  Fault,
  { fault: 'cut' | 'no-finish' | 'garbage' | 'garbled-arguments' | 'stream-error' | 'hang-in-stream' }
>;

async function sendBrokenStream(response: ServerResponse, fault: StreamFault): Promise<void> {
  const start = deltaEvent({ role: 'assistant', content: 'I will ' });
  switch (fault.fault) {
    case 'cut':
      await sendStream(response, [start, toolCallEvent(0, 'call_cut', 'click', '{"ref":"e')]);
      response.destroy();
      return;
    case 'no-finish':
      await sendStream(response, [start, toolCallEvent(0, 'call_eof', 'click', '{"ref":"e1"}')]);
      response.end();
      return;
    case 'garbage':
      await sendStream(response, [start]);
      response.end('data: {"choices":[{"delta":{"con\n\n');
      return;
    case 'garbled-arguments':
      await sendStream(response, [
        toolCallEvent(0, 'call_bad', 'click', '{"ref": e1'),
        finishEvent('tool_calls'),
      ]);
      response.end('data: [DONE]\n\n');
      return;
    case 'stream-error':
      await sendStream(response, [start, { error: { message: fault.message, code: 502 } }]);
      response.end();
      return;
    case 'hang-in-stream':
      await sendStream(response, [start]);
  }
}

/** Writes each event in two pieces, so that readers meet events that are split over reads. */
async function sendStream(response: ServerResponse, events: unknown[]): Promise<void> {
  if (!response.headersSent) response.writeHead(200, SSE);
  for (const event of events) {
    const text = `data: ${JSON.stringify(event)}\n\n`;
    const middle = Math.floor(text.length / 2);
    await write(response, text.slice(0, middle));
    await write(response, text.slice(middle));
  }
}

function write(response: ServerResponse, text: string): Promise<void> {
  return new Promise((resolve) => {
    response.write(text, () => resolve());
  });
}
