import type { PagePort } from '../agent/ports';
import type { RunState } from '../agent/state';
import { findWallOfRun, wallId } from '../agent/walls/wall-of-run';
import { originOf } from '../guard/url-policy';
import { browser } from './browser';
import type { ErrandDatabase } from './database';
import type { RunLog } from './log';
import type { RunSupervisor } from './run-supervisor';

const WALL_ALARM = 'errand-walls';
const LOOK_TIMEOUT_MS = 10_000;

export interface WallWatchDeps {
  database: ErrandDatabase;
  log: RunLog;
  supervisor: Pick<RunSupervisor, 'userEvent'>;
  observe: PagePort['observe'];
}

/**
 * Lets runs go on by themselves once the user is past a wall. Tabs are watched only while a run waits at one, so that no
 * other browsing wakes the worker; an alarm looks again after it died all the same.
 */
export interface WallWatch {
  /** Looks at every run that waits at a wall: whenever the worker wakes, and after a run was driven. Never rejects. */
  look(): Promise<void>;
}

export function createWallWatch(deps: WallWatchDeps): WallWatch {
  let looking: Promise<void> | undefined;
  let again = false;
  const look = (): Promise<void> => {
    again = true;
    looking ??= lookUntilQuiet().finally(() => (looking = undefined));
    return looking;
  };
  const lookUntilQuiet = async (): Promise<void> => {
    while (again) {
      again = false;
      try {
        watchTabs(await lookOnce(deps));
      } catch (error) {
        console.error('Errand: walls could not be looked at', error);
      }
    }
  };
  const onUpdated = (_tabId: number, changed: { status?: string; url?: string; title?: string }): void => {
    if (changed.status === 'complete' || changed.url !== undefined || changed.title !== undefined)
      void look();
  };
  const watchTabs = (isWaiting: boolean): void => {
    if (isWaiting === browser.tabs.onUpdated.hasListener(onUpdated)) return;
    if (isWaiting) {
      browser.tabs.onUpdated.addListener(onUpdated);
      void browser.alarms.create(WALL_ALARM, { periodInMinutes: 0.5 });
    } else {
      browser.tabs.onUpdated.removeListener(onUpdated);
      void browser.alarms.clear(WALL_ALARM);
    }
  };
  return { look };
}

/** Whether any run still waits at a wall. */
async function lookOnce({ database, log, supervisor, observe }: WallWatchDeps): Promise<boolean> {
  let isWaiting = false;
  for (const runId of await database.runs.where('status').equals('needs-user').primaryKeys()) {
    const state = await log.stateOf(runId);
    if (state?.waiting?.kind !== 'wall') continue;
    const { actionId } = state.waiting;
    if (await isThere(state, actionId, observe)) isWaiting = true;
    else
      await supervisor.userEvent(
        runId,
        ({ waiting }) =>
          waiting?.actionId === actionId
            ? { type: 'hand-over-ended', actionId, by: 'page', did: true }
            : undefined,
        'drive',
      );
  }
  return isWaiting;
}

/** A page that cannot be read, or of another site, may be a step on the way through. */
async function isThere(state: RunState, actionId: string, observe: PagePort['observe']): Promise<boolean> {
  const frames = state.observation?.frames ?? [];
  const signal = AbortSignal.timeout(LOOK_TIMEOUT_MS);
  const seen = await observe(state.activeTab, { scope: 'near', frames, signal }).catch(() => undefined);
  if (!seen?.ok || !state.origins.includes(originOf(seen.value.url) ?? '')) return true;
  const wall = findWallOfRun(state, seen.value);
  return wall !== undefined && wallId(wall) === actionId;
}
