import { type ActDeps, createActor } from './act/actor/create-actor';
import { createQuietLeave } from './act/effect/leave-quietly';
import { tellAsked } from './act/effect/read-notes';
import { handOver } from './hand-over/hand-over';
import { watchActs } from './hand-over/watch-acts';
import { findByFingerprint } from './locate/find-by-fingerprint';
import { describeAsBrowsers, describeLive, fingerprintFocused, resolveTarget } from './locate/resolve';
import { resolvePoint } from './locate/resolve-point';
import { computeTarget } from './locate/target';
import { Observer } from './observe/observer';
import { Refs } from './observe/refs';
import type { ErrandPage, FrameKeys } from './types';
import { createWorldKeeper } from './world/world-keeper';

/**
 * Everything that Errand does inside one document. Nothing is written into the page, and nothing runs while it is
 * idle but an observer of large documents, which ends by itself.
 * `installWorld`: for who runs in the page's own world anyway; otherwise the world is linked from outside.
 */
export function createErrandPage(
  window: Window,
  frameKeys?: FrameKeys,
  installWorld?: () => string,
): ErrandPage {
  const world = createWorldKeeper(window as Window & typeof globalThis, installWorld);
  const refs = new Refs();
  const observer = new Observer(window, refs, frameKeys);
  const deps: ActDeps = {
    window: window as Window & typeof globalThis,
    elementOf: (ref) => refs.elementOf(ref),
    refOf: (element) => refs.refOf(element),
    describe: (element) => describeLive(window, element),
    targetOf: (element) => computeTarget(window, element, refs.refOf(element)),
    expand: async (element, refPrefix) =>
      (await observer.expandInTurn(refs.refOf(element), Infinity, refPrefix)) ?? '',
    locate: (fingerprint) => findByFingerprint(window, fingerprint),
    world: world.take,
  };
  const act = createActor(deps);
  const asked = new Set<Element>();
  return {
    observe: (request) => observer.observe(request),
    changes: () => observer.changes(),
    element: (ref) => refs.elementOf(ref),
    describe: (element) => describeAsBrowsers(window, element),
    resolve: (target) =>
      target.point
        ? resolvePoint(window, refs, target.point, target.ref)
        : resolveTarget(window, refs, target),
    act,
    findLost: (given) => given.filter((ref) => refs.wasGiven(ref) && !refs.elementOf(ref)),
    focused: () => fingerprintFocused(window),
    world,
    takeAsked: () => tellAsked(world.takeNotes()),
    handOver: (request, signal = new AbortController().signal) => handOver(deps, request, asked, signal),
    watchActs: (tell, signal) => watchActs(deps, asked, tell, signal),
    quiet: createQuietLeave(window as Window & typeof globalThis),
  };
}
