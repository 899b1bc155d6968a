import {
  channelNames,
  type DialogAnswer,
  readReport,
  type WorldNote,
  type WorldOrder,
  type WorldPending,
  type WorldPhase,
} from './world-message';

/** More notes of one action than this are a page gone wild. */
const MAX_NOTES = 50;

/** The isolated script's end of the channel to the page's own world. Nothing that comes through it is relied on. */
export interface WorldLink {
  /** Takes the lease, or takes it anew. */
  hold(answer?: DialogAnswer): void;
  /** Lets go of everything, but counts what the user's own action starts. */
  count(): void;
  phase(phase: WorldPhase): void;
  pending(): WorldPending;
  /** What the page did since the last call, oldest first. */
  takeNotes(): WorldNote[];
  /** The field for files that the page last tried to open by itself; it need not be in the document. */
  fileField(): Element | undefined;
  release(): void;
}

export function createWorldLink(window: Window & typeof globalThis, channel: string): WorldLink {
  const { orders, reports, elements } = channelNames(channel);
  let notes: WorldNote[] = [];
  let pending: WorldPending = { requests: 0, timersMs: 0 };
  const listen = (event: Event): void => {
    const report = readReport((event as CustomEvent<unknown>).detail);
    if (!report) return;
    if (report.note === 'pending') pending = report;
    else if (notes.length < MAX_NOTES) notes.push(report);
  };
  const send = (order: WorldOrder): void => {
    window.dispatchEvent(new window.CustomEvent(orders, { detail: JSON.stringify(order) }));
  };
  let fileField: Element | undefined;
  window.addEventListener(reports, listen);
  window.addEventListener(elements, (event) => {
    const { relatedTarget } = event as MouseEvent;
    if (relatedTarget instanceof window.HTMLInputElement) fileField = relatedTarget;
  });
  return {
    hold: (answer) => send({ order: 'hold', ...(answer ? { answer } : {}) }),
    count: () => send({ order: 'count' }),
    phase: (phase) => send({ order: 'phase', phase }),
    pending() {
      // The answer comes before `dispatchEvent` returns, unless the page's world has no script (any more).
      pending = { requests: 0, timersMs: 0 };
      send({ order: 'pending' });
      return pending;
    },
    takeNotes() {
      const taken = notes;
      notes = [];
      return taken;
    },
    fileField: () => fileField,
    release: () => send({ order: 'release' }),
  };
}
