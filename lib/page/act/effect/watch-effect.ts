import type { Effect } from '../../../trajectories/action';
import { isConnected } from '../../observe/dom';
import { isSecretField } from '../../observe/secret-fields';
import type { Activation, WorldNote } from '../../world/world-message';
import type { WorldLink } from '../../world/world-link';
import type { ActDeps, RunnerOutcome } from '../actor/act-context';
import { focusedElementOf } from '../actor/native-dom';
import { nameElement, quoteShort } from '../actor/name-element';
import { isDisabled } from '../ready/actionable';
import { describeEffect } from './describe-effect';
import { adviseOn, readNotes, tellAsked } from './read-notes';
import { findRootsInReach, type Roots } from './roots-in-reach';
import { settle } from './settle';
import { findOpenDialogs, readStates, readValues, type Stock, takeStock } from './take-stock';
import { tallyMutations, type Tally } from './tally-mutations';
import { watchAnimations } from './watch-animations';
import { type FileWatch, watchFileFields } from './watch-file-fields';
import { watchLeaving, type Leaving } from './watch-leaving';
import { type MessageWatch, watchMessages } from './watch-messages';

/** What became of an action. */
export interface Finished {
  effect: Effect;
  /** What was done and what changed, for the planner. */
  message: string;
  /** What the page tried and only may on a click of the user's own. */
  need?: Activation;
}

/** Watches one action from before its first event; `finish` waits until the page is quiet and says what changed. */
export interface EffectWatch {
  finish(outcome: RunnerOutcome, signal: AbortSignal): Promise<Finished>;
  /** What the page has asked so far, in words; '' when nothing. */
  describeAsked(): string;
  stop(): void;
}

/** What one watch has in its hands. */
interface Watching {
  deps: ActDeps;
  element: Element | undefined;
  roots: Roots;
  before: Stock;
  tally: Tally;
  messages: MessageWatch;
  leaving: Leaving;
  files: FileWatch;
}

export interface WatchOptions {
  /** The link to the page's own world, held for this action. */
  world?: WorldLink | undefined;
  /** It is the user who acts: what the page asks is theirs to answer. */
  byUser?: boolean;
}

export function watchEffect(
  deps: ActDeps,
  element: Element | undefined,
  { world, byUser = false }: WatchOptions = {},
): EffectWatch {
  const { window } = deps;
  const roots = findRootsInReach(window, element);
  const watching: Watching = {
    deps,
    element,
    roots,
    tally: tallyMutations(window, roots),
    messages: watchMessages(deps, roots),
    leaving: watchLeaving(window, { mayAsk: byUser }),
    files: watchFileFields(window),
    before: takeStock(window, roots, element),
  };
  const { tally, messages, leaving, files } = watching;
  const animations = watchAnimations(window, roots);
  const activity = {
    lastChangeAt: tally.lastChangeAt,
    animatingMs: animations.remainingMs,
    pending: () => world?.pending(),
  };
  world?.phase('acting');
  return {
    async finish(outcome, signal) {
      world?.phase('settling');
      if (!outcome.nothingDone) await settle(window, activity, leaving, signal);
      tally.flush();
      return conclude(watching, outcome, world?.takeNotes() ?? []);
    },
    describeAsked: () => tellAsked(world?.takeNotes() ?? [], leaving).words,
    stop() {
      world?.phase('resting');
      tally.stop();
      messages.stop();
      files.stop();
      leaving.stop();
    },
  };
}

function conclude(watching: Watching, outcome: RunnerOutcome, notes: readonly WorldNote[]): Finished {
  const effect = readEffect(watching, outcome, notes);
  const { element, before } = watching;
  const states = element && isConnected(element) ? readStates(element) : before.states;
  const news = describeEffect(effect, states === before.states ? undefined : states);
  const tried = notes.findLast((note) => note.note === 'activation')?.what;
  const need = tried ?? (watching.files.asked() ? 'choose-file' : undefined);
  return { effect, message: phrase(outcome, news) + adviseOn(notes), ...(need ? { need } : {}) };
}

function phrase(outcome: RunnerOutcome, news: readonly string[]): string {
  const did = outcome.message;
  if (news.length > 0) return `${did}; ${news.join(', ')}`;
  const saysEnough = outcome.value !== undefined || outcome.scrolled !== undefined;
  return saysEnough && !outcome.nothingDone ? did : `${did}; nothing changed`;
}

function readEffect(watching: Watching, outcome: RunnerOutcome, notes: readonly WorldNote[]): Effect {
  const { deps, before, tally, leaving, messages, roots } = watching;
  const { window } = deps;
  const url = leaving.destination() ?? window.location.href;
  const focus = focusedElementOf(window.document);
  const moved = focus !== before.focus && focus && !isTarget(outcome, focus) ? focus : undefined;
  const dialog = findOpenDialogs(window, roots).find((one) => !before.dialogs.has(one));
  const told = messages.read(tally.places());
  const { added, removed } = tally.count();
  const fields = readFields(watching, outcome);
  const isInPlace = tally.touched() && !added && !removed;
  return {
    ...(url !== before.url ? { url } : {}),
    ...(leaving.seen() ? { leaves: true } : {}),
    ...(outcome.opensWindow !== undefined ? { blockedWindow: outcome.opensWindow } : {}),
    ...readNotes(notes, leaving),
    ...(outcome.value !== undefined ? { value: outcome.value } : {}),
    ...(moved ? { focus: nameElement({ deps }, moved) } : {}),
    ...(dialog ? { dialog: deps.describe(dialog).name || 'dialog' } : {}),
    ...(told.length > 0 ? { told } : {}),
    ...readElement(watching),
    ...(fields.length > 0 ? { fields } : {}),
    ...(added ? { added } : {}),
    ...(removed ? { removed } : {}),
    ...(isInPlace ? { inPlace: true } : {}),
    ...(outcome.scrolled !== undefined ? { scrolled: outcome.scrolled } : {}),
  };
}

function isTarget({ target, targets }: RunnerOutcome, element: Element): boolean {
  return element === target || targets?.includes(element) === true;
}

const MAX_FIELDS_TOLD = 3;

/** Fields that hold something else now; the runner tells of its own. */
function readFields({ deps, before, roots }: Watching, outcome: RunnerOutcome): string[] {
  if (outcome.nothingDone) return [];
  const changed = [...readValues(roots)].filter(
    ([field, value]) => before.values.has(field) && before.values.get(field) !== value,
  );
  return changed
    .filter(([field]) => outcome.value === undefined || !isTarget(outcome, field))
    .slice(0, MAX_FIELDS_TOLD)
    .map(([field, value]) => {
      const held = isSecretField(field) ? 'filled' : quoteShort(value, 60) || 'empty';
      return `${nameElement({ deps }, field)} = ${held}`;
    });
}

function readElement({ element, before, leaving }: Watching): Effect {
  if (!element || leaving.seen()) return {};
  if (!isConnected(element)) return { element: 'gone' };
  return !before.isDisabled && isDisabled(element) ? { element: 'disabled' } : {};
}
