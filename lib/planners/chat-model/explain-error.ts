import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import type { Failure } from '../../trajectories/failure';
import type { MakeFailure, PlannerFailureCode } from './planner-failures';

/** A failed try, and whether trying again may help. */
export interface FailedTry {
  failure: Failure;
  /** `backoff`: wait and try again. `again`: at once, and only once. */
  retry: 'never' | 'backoff' | 'again';
  /** What the endpoint asked for; absent when it did not. */
  retryAfterMs?: number;
}

/** Turns whatever the SDK threw into data. `began`: bytes of the reply had arrived. */
export function explainError(
  error: unknown,
  began: boolean,
  nowMs: number,
  makeFailure: MakeFailure,
): FailedTry {
  if (error instanceof APIConnectionTimeoutError) return { failure: makeFailure('timeout'), retry: 'never' };
  if (error instanceof APIConnectionError) {
    return { failure: makeFailure('endpoint-unreachable'), retry: 'backoff' };
  }
  if (error instanceof APIError) return explainApiError(error, nowMs, makeFailure);
  if (error instanceof SyntaxError) return { failure: makeFailure('reply-garbled'), retry: 'again' };
  if (began) return { failure: makeFailure('reply-cut'), retry: 'backoff' };
  return { failure: makeFailure('endpoint-unreachable', { reason: describeError(error) }), retry: 'backoff' };
}

/** What an endpoint says in place of a reply, with or without an error status. */
export interface EndpointComplaint {
  /** Absent when the complaint came in a 200 reply or in its stream. */
  status?: number;
  text: string;
  code?: string;
}

function explainApiError(error: APIError, nowMs: number, makeFailure: MakeFailure): FailedTry {
  const complaint: EndpointComplaint = { text: readComplaint(error) };
  if (error.status !== undefined) complaint.status = error.status;
  const code = error.code ?? error.type;
  if (code !== null && code !== undefined) complaint.code = String(code);
  const failed = explainComplaint(complaint, makeFailure);
  const retryAfterMs = readRetryAfter(error.headers, nowMs);
  if (retryAfterMs === undefined) return failed;
  const { params } = failed.failure;
  const seconds = String(Math.ceil(retryAfterMs / 1000));
  return { ...failed, failure: { ...failed.failure, params: { ...params, seconds } }, retryAfterMs };
}

/** Body text as the endpoint wrote it: OpenAI nests it in `error`, Ollama's and LM Studio's `error` is a string. */
function readComplaint(error: APIError): string {
  const body: unknown = error.error;
  if (typeof body === 'string') return body;
  return error.message.replace(/^\d{3} /, '');
}

/** Error texts differ from server to server; these are the ones seen in the wild (see the table in the tests). */
export function explainComplaint(complaint: EndpointComplaint, makeFailure: MakeFailure): FailedTry {
  const { status, text } = complaint;
  const details = { reason: isHtml(text) ? '' : text, ...(status === undefined ? {} : { status }) };
  const code = classify(complaint);
  // A provider's own words about a key tend to repeat parts of it.
  const failure = makeFailure(code, code === 'wrong-key' ? { ...details, reason: '' } : details);
  const transient = code === 'rate-limited' || code === 'endpoint-error';
  return { failure, retry: transient ? 'backoff' : 'never' };
}

const RULES: [PlannerFailureCode, (complaint: EndpointComplaint) => boolean][] = [
  ['no-tool-calls', ({ status, text }) => status !== 401 && refusesTools(text)],
  [
    'out-of-credit',
    ({ status, text, code }) =>
      status === 402 || code === 'insufficient_quota' || /insufficient (balance|credits?|quota)/i.test(text),
  ],
  ['origin-refused', ({ status, text }) => status === 403 && isAboutOrigin(text)],
  ['wrong-key', ({ status }) => status === 401 || status === 403],
  [
    'prompt-too-long',
    ({ status, text, code }) =>
      status === 413 ||
      code === 'context_length_exceeded' ||
      /context (length|window|size)|prompt is too long|too many tokens/i.test(text),
  ],
  ['rate-limited', ({ status, code }) => status === 429 || code === 'rate_limit_exceeded' || code === '429'],
  [
    'unknown-model',
    ({ status, text, code }) => code === 'model_not_found' || (!isServerError(status) && deniesModel(text)),
  ],
  [
    'not-found',
    ({ status, text }) => status === 404 || status === 405 || /unexpected endpoint or method/i.test(text),
  ],
  [
    'endpoint-error',
    ({ status }) => status === undefined || status === 408 || status === 409 || isServerError(status),
  ],
  ['not-an-api', ({ text }) => isHtml(text)],
];

function classify(complaint: EndpointComplaint): PlannerFailureCode {
  return RULES.find(([, holds]) => holds(complaint))?.[0] ?? 'request-refused';
}

/** Ollama answers an origin that it does not allow with a bare 403, which the SDK words itself; others name the rule. */
function isAboutOrigin(text: string): boolean {
  return text.trim() === '' || /status code \(no body\)|\bCORS\b|\borigin\b/i.test(text);
}

function isServerError(status: number | undefined): boolean {
  return status !== undefined && status >= 500;
}

/** Ollama, OpenRouter, vLLM, llama.cpp, Groq … each in its own words. */
function refusesTools(text: string): boolean {
  if (!/\btools?\b|tool[_ -]?(call|use|choice)|function[_ -]?call/i.test(text)) return false;
  return /(does|do|is|are)(n['’]t| not) (currently )?(support|enabled|available|allow)|not support|unsupported|no endpoints found|enable-auto-tool-choice|--jinja/i.test(
    text,
  );
}

function deniesModel(text: string): boolean {
  return (
    (/\bmodels?\b/i.test(text) &&
      /not[ _]found|(does|do)(n['’]t| not) exist|not exist|not a valid model|invalid model|unknown model|no such model|no models? loaded|not loaded/i.test(
        text,
      )) ||
    /no endpoints found for/i.test(text)
  );
}

export function isHtml(text: string): boolean {
  return /^\s*(<!doctype html|<html|<head|<body)/i.test(text);
}

/** Seconds or a date (RFC 9110, 10.2.3), or OpenAI's `retry-after-ms`. */
function readRetryAfter(headers: Headers | undefined, nowMs: number): number | undefined {
  const exact = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (exact >= 0) return exact;
  const value = headers?.get('retry-after');
  if (value === null || value === undefined) return undefined;
  const seconds = Number(value);
  if (value.trim() !== '' && seconds >= 0) return seconds * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}

function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
