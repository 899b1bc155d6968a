import { answerDialogs } from './answer-dialogs';
import { capturePointer } from './capture-pointer';
import { createNativeCalls, type NativeCalls } from './native-calls';
import type { MainWindow, PageWorld } from './page-world';
import { watchActivation } from './watch-activation';
import { watchRequests } from './watch-requests';
import { watchTimers } from './watch-timers';
import { watchWindows } from './watch-windows';
import {
  channelNames,
  type DialogAnswer,
  readText,
  type WorldOrder,
  type WorldPending,
  type WorldPhase,
  type WorldReport,
} from './world-message';

/** A run that has not acted for this long has let go of the page, whether it said so or not. */
export const LEASE_MS = 120_000;

/**
 * Runs in the page's own world, where alone the page's calls can be met. Does nothing but listen on a channel of a random
 * name until the isolated script takes a lease; after it the page's functions are the browser's again.
 * Returns the channel.
 */
export function installPageWorld(window: MainWindow): string {
  const channel = makeName(window);
  const { orders, reports, elements } = channelNames(channel);
  const { dispatchEvent, addEventListener } = window.EventTarget.prototype;
  const { CustomEvent: PageEvent, MouseEvent: PageMouseEvent, JSON: json, Reflect: reflect } = window;
  const report = (value: WorldReport): void => {
    try {
      const event = new PageEvent(reports, { detail: json.stringify(value) });
      reflect.apply(dispatchEvent, window, [event]);
    } catch {
      // A page that has broken its own tools is not told about.
    }
  };
  // The one kind of event that takes an element across the worlds.
  const show = (relatedTarget: Element): void => {
    reflect.apply(dispatchEvent, window, [new PageMouseEvent(elements, { relatedTarget })]);
  };
  const obey = createLease(window, report, show);
  const listen = (event: Event): void => {
    const { detail } = event as CustomEvent<unknown>;
    if (typeof detail === 'string') obey(json.parse(detail) as WorldOrder);
  };
  reflect.apply(addEventListener, window, [orders, listen]);
  return channel;
}

function makeName(window: MainWindow): string {
  const parts = window.crypto.getRandomValues(new window.Uint32Array(3));
  return Array.from(parts, (part) => part.toString(36)).join('');
}

/** The one lease of this document: what it is told, and what it watches while it is held. */
function createLease(
  window: MainWindow,
  report: (value: WorldReport) => void,
  showFileField: (field: Element) => void,
): (order: WorldOrder) => void {
  const { setTimeout, clearTimeout, Reflect: reflect } = window;
  const calls = createNativeCalls(window);
  let watched: Watched | undefined;
  let phase: WorldPhase = 'resting';
  let answer: DialogAnswer | undefined;
  let timer: unknown;
  /** Held by a run, and not only counting for the user. */
  let isWhole = false;
  const world: PageWorld = {
    window,
    takeAnswer(question) {
      const given = answer;
      if (!given || (given.question !== undefined && given.question !== readText(question))) return undefined;
      answer = undefined;
      return given;
    },
    phase: () => phase,
    tell: report,
    showFileField,
    isWithoutUser: makeActivationTest(window),
  };

  const release = (): void => {
    calls.restore();
    watched?.stop?.();
    watched = undefined;
    isWhole = false;
    phase = 'resting';
    answer = undefined;
  };
  return (order) => {
    reflect.apply(clearTimeout, window, [timer]);
    timer = reflect.apply(setTimeout, window, [release, LEASE_MS]);
    switch (order.order) {
      case 'hold':
        if (!isWhole) release();
        isWhole = true;
        watched ??= watchAll(world, calls);
        answer = order.answer;
        return;
      case 'count':
        release();
        watched = countOnly(world, calls);
        return;
      case 'phase':
        phase = order.phase;
        return;
      case 'pending':
        report({ note: 'pending', ...count(watched) });
        return;
      case 'release':
        reflect.apply(clearTimeout, window, [timer]);
        release();
    }
  };
}

function makeActivationTest({ navigator }: MainWindow): () => boolean {
  const { userActivation } = navigator as { userActivation?: { isActive: boolean } };
  return () => userActivation?.isActive !== true;
}

function count(watched: Watched | undefined): WorldPending {
  return { requests: watched?.requests() ?? 0, timersMs: watched?.timersMs() ?? 0 };
}

interface Watched {
  requests(): number;
  timersMs(): number;
  stop?(): void;
}

function watchAll(world: PageWorld, calls: NativeCalls): Watched {
  answerDialogs(world, calls);
  watchWindows(world, calls);
  watchActivation(world, calls);
  return { ...countOnly(world, calls), stop: capturePointer(world, calls) };
}

function countOnly(world: PageWorld, calls: NativeCalls): Watched {
  return { requests: watchRequests(world, calls), timersMs: watchTimers(world, calls) };
}
