/** Longest text of the page that is passed on. */
const MAX_TEXT = 400;
const MAX_URL = 2048;
/** Longest message that is read at all. */
const MAX_MESSAGE = 8000;

/** How the next confirm or prompt is to be answered. */
export interface DialogAnswer {
  accept: boolean;
  /** What is typed into a prompt. */
  text?: string;
  /** Only a question of exactly this text is answered so: another one was not judged. Absent: any. */
  question?: string;
}

/** What may be asked of the script in the page's own world. Travels as JSON. */
export type WorldOrder =
  /** Dialogs are answered and calls are watched from now on, for `LEASE_MS`. */
  | { order: 'hold'; answer?: DialogAnswer }
  /** The user acts: requests and timers are counted, and nothing else is touched. */
  | { order: 'count' }
  /** `acting`: short timers that begin now are the action's. `settling`: requests still are. `resting`: neither. */
  | { order: 'phase'; phase: WorldPhase }
  /** The world says what it waits for. */
  | { order: 'pending' }
  /** Everything is as the page made it. */
  | { order: 'release' };

export type WorldPhase = 'acting' | 'settling' | 'resting';

/** Things that a page can only do on a real click or key of the user. */
export const ACTIVATIONS = ['choose-file', 'full-screen', 'clipboard', 'share', 'pay'] as const;

export type Activation = (typeof ACTIVATIONS)[number];

/** What the page did meanwhile. All of it is the page's word: text and hints, nothing to rely on. */
export type WorldNote =
  | { note: 'dialog'; kind: 'alert' | 'confirm' | 'prompt'; text: string; answer: string; armed: boolean }
  | { note: 'print' }
  /** `window.open` came back with nothing: blocked, or (`unsure`) opened without a handle. */
  | { note: 'popup'; url: string; unsure: boolean }
  | { note: 'activation'; what: Activation }
  /** The browser itself asks the user for a passkey. */
  | { note: 'passkey' };

/** What the page still waits for on account of the action. */
export interface WorldPending {
  requests: number;
  /** Milliseconds until the last short timer is due; 0 when there is none. */
  timersMs: number;
}

export type WorldReport = WorldNote | ({ note: 'pending' } & WorldPending);

/** Names of the events that orders come by, reports go by, and elements are shown by (as the related target). */
export function channelNames(channel: string): { orders: string; reports: string; elements: string } {
  return { orders: `${channel}o`, reports: `${channel}r`, elements: `${channel}e` };
}

/** Checks what arrived on the channel; undefined for anything that is not ours. */
export function readReport(detail: unknown): WorldReport | undefined {
  const raw = parse(detail);
  switch (raw?.['note']) {
    case 'dialog': {
      const kind = raw['kind'];
      if (kind !== 'alert' && kind !== 'confirm' && kind !== 'prompt') return undefined;
      return {
        note: 'dialog',
        kind,
        text: readText(raw['text']),
        answer: readText(raw['answer']),
        armed: raw['armed'] === true,
      };
    }
    case 'print':
    case 'passkey':
      return { note: raw['note'] };
    case 'popup':
      return { note: 'popup', url: readText(raw['url'], MAX_URL), unsure: raw['unsure'] === true };
    case 'activation': {
      const what = ACTIVATIONS.find((one) => one === raw['what']);
      return what && { note: 'activation', what };
    }
    case 'pending':
      return {
        note: 'pending',
        requests: readNumber(raw['requests']),
        timersMs: readNumber(raw['timersMs']),
      };
    default:
      return undefined;
  }
}

/** Text as it may travel: cut, and never anything else than text. */
export function readText(value: unknown, limit = MAX_TEXT): string {
  const text = typeof value === 'string' ? value : '';
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}

function readNumber(value: unknown): number {
  return typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : 0;
}

function parse(detail: unknown): Record<string, unknown> | undefined {
  if (typeof detail !== 'string' || detail.length > MAX_MESSAGE) return undefined;
  try {
    const value: unknown = JSON.parse(detail);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
