import type { ActionResult } from '../../../trajectories/action';
import type { Target } from '../../../trajectories/target';
import { isConnected } from '../../observe/dom';
import type { ActOptions, PageAction } from '../../types';
import {
  ActError,
  actError,
  expectNotStopped,
  type ActContext,
  type ActDeps,
  type PageActionRunner,
} from './act-context';
import { staleError } from '../ready/not-ready';
import { nameElement } from './name-element';
import { findPageAction, PAGE_ACTION_NAMES } from '../page-actions';
import { createPointerDevice } from '../pointer/create-pointer-device';
import type { PointerDevice } from '../pointer/pointer-device';
import { findDifference, leadsElsewhere } from './same-target';
import { watchEffect } from '../effect/watch-effect';
import type { WorldLink } from '../../world/world-link';
import type { DialogAnswer } from '../../world/world-message';
import { needsUserError } from './needs-user';

export type { ActDeps, PageWindow } from './act-context';

export interface ActorOptions extends ActOptions {
  /** The element itself, when the caller has resolved it; wins over `ref` and `fingerprint`. */
  element?: Element;
}

/** Carries out one page action. Never rejects. The same nonce is answered with the first call's result. */
export type Actor = (action: PageAction, options?: ActorOptions) => Promise<ActionResult>;

/** What lasts from one action to the next. */
interface Memory {
  pointer: PointerDevice;
  /** Answer that waits for the next action's confirm or prompt. */
  armed?: DialogAnswer | undefined;
}

/** One actor per document: it remembers which nonces it has seen and where its pointer rests. */
export function createActor(deps: ActDeps): Actor {
  const answers = new Map<string, Promise<ActionResult>>();
  const memory: Memory = { pointer: createPointerDevice(deps.window) };
  return (action, options = {}) => {
    const { nonce } = options;
    const known = nonce === undefined ? undefined : answers.get(nonce);
    if (known) return known;
    const answer = carryOut(deps, memory, action, options);
    if (nonce !== undefined) answers.set(nonce, answer);
    return answer;
  };
}

async function carryOut(
  deps: ActDeps,
  memory: Memory,
  action: PageAction,
  options: ActorOptions,
): Promise<ActionResult> {
  try {
    return await perform(deps, memory, action, options);
  } catch (error) {
    if (error instanceof ActError) return { status: 'failed', failure: error.failure };
    return {
      status: 'failed',
      failure: {
        code: 'page-error',
        message: `The page got in the way of ${action.name} (${String(error).slice(0, 200)}). Observe again before anything else.`,
      },
    };
  }
}

async function perform(
  deps: ActDeps,
  memory: Memory,
  action: PageAction,
  options: ActorOptions,
): Promise<ActionResult> {
  const signal = options.signal ?? new AbortController().signal;
  expectNotStopped(signal);
  const runner = findPageAction(action.name);
  if (!runner) {
    throw actError(
      'unknown-action',
      `The page knows no action ${action.name}; it knows ${PAGE_ACTION_NAMES.join(', ')}.`,
    );
  }
  const element = resolveElement(deps, runner, action, options);
  const judged = { expected: options.expected, others: options.others ?? [] };
  const context = makeContext(withPrefix(deps, options.refPrefix), memory, signal, judged, options.files);
  if (element && !runner.judgesPoint) context.expectApproved(element);
  if (runner.reads) {
    const { message, data } = await runner.run(context, action, element);
    return { status: 'done', message, effect: {}, ...(data === undefined ? {} : { data }) };
  }
  const watch = watchEffect(deps, element, { world: takeWorld(deps, memory, options) });
  try {
    const outcome = await runner.run(context, action, element);
    const { effect, message, need } = await watch.finish(outcome, signal);
    // Whoever brings the file needs nobody to choose one.
    if (need && action.name !== 'upload_file')
      throw needsUserError(context, outcome.target ?? element, message, need);
    return { status: 'done', message, effect };
  } catch (error) {
    throw error instanceof ActError ? withNews(error, watch.describeAsked()) : error;
  } finally {
    watch.stop();
  }
}

/** The page's own world, held for this action. */
function takeWorld(deps: ActDeps, memory: Memory, { dialogAnswer }: ActorOptions): WorldLink | undefined {
  const world = deps.world?.();
  world?.hold(dialogAnswer ?? memory.armed);
  memory.armed = undefined;
  return world;
}

/** What the page asked while the action came to grief belongs to the story. */
function withNews({ failure }: ActError, news: string): ActError {
  return new ActError(
    news === '' ? failure : { ...failure, message: `${failure.message} Meanwhile ${news}.` },
  );
}

function resolveElement(
  deps: ActDeps,
  runner: PageActionRunner,
  action: PageAction,
  { element, fingerprint }: ActorOptions,
): Element | undefined {
  if (runner.element === 'none') return undefined;
  const ref = action['ref'];
  const found = element ?? (typeof ref === 'string' ? deps.elementOf(ref) : undefined);
  if (found && isConnected(found)) return found;
  if (found || typeof ref === 'string') throw staleError();
  if (fingerprint && deps.locate) {
    const located = deps.locate(fingerprint);
    if (!located.ok) throw new ActError(located.failure);
    return located.value;
  }
  if (runner.element === 'optional') return undefined;
  throw actError(
    'bad-arguments',
    `${action.name} was not run: it needs the ref of an element of the observation.`,
    {
      action: action.name,
    },
  );
}

/** Refs as the planner knows them: in a frame they begin with its prefix. */
function withPrefix(deps: ActDeps, prefix = ''): ActDeps {
  const { expand } = deps;
  return {
    ...deps,
    refOf: (element) => prefix + deps.refOf(element),
    ...(expand ? { expand: (element) => expand(element, prefix) } : {}),
  };
}

function makeContext(
  deps: ActDeps,
  memory: Memory,
  signal: AbortSignal,
  judged: { expected: Target | undefined; others: readonly Target[] },
  files: readonly File[] = [],
): ActContext {
  const live = (element: Element): Target | undefined => deps.targetOf?.(element);
  const judgedOf = (element: Element): Target | undefined =>
    judged.others.find(({ ref }) => deps.elementOf(ref) === element) ?? judged.expected;
  return {
    deps,
    window: deps.window,
    document: deps.window.document,
    signal,
    pointer: memory.pointer,
    files,
    armDialog(answer) {
      memory.armed = answer;
    },
    expectApproved(element) {
      expectNotStopped(signal);
      const expected = judgedOf(element);
      if (!expected) return;
      const now = live(element);
      const difference = now ? findDifference(expected, now) : findPlainDifference(deps, expected, element);
      if (difference !== undefined) throw changedError(nameElement({ deps }, element), difference);
    },
    expectSameDestination(element) {
      const expected = judgedOf(element);
      const now = expected && live(element);
      if (expected && now && leadsElsewhere(expected, now))
        throw changedError(nameElement({ deps }, element), 'link');
    },
  };
}

function findPlainDifference(deps: ActDeps, expected: Target, element: Element): string | undefined {
  const { role, name } = deps.describe(element);
  return role === expected.fingerprint.role && name === expected.fingerprint.name ? undefined : 'name';
}

function changedError(target: string, difference: string): ActError {
  return actError(
    'changed-since-approval',
    `${target} is not what was judged any more (its ${difference} differs). Nothing was done. Observe again and propose the action anew.`,
    { target, difference },
  );
}
